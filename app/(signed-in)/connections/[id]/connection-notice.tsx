'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { LinearFailure } from '@/app/(signed-in)/connections/linear-failure';
import { ReplaceKeyDialog } from '@/app/(signed-in)/connections/replace-key-dialog';
import type { Connection } from '@/lib/contracts/connection';
import { LargeRemovalNotice } from './large-removal-notice';
import type { ConnectionCommands } from './use-connection-commands';

type ConnectionNoticeProps = { connection: Connection; commands: ConnectionCommands };

const keyTroubles = [
  'linear_auth_failed',
  'linear_bearer_prefix',
  'linear_scope_missing',
  'linear_wrong_workspace',
  'linear_forbidden',
];

/** Why the connection is not well, and the button that mends it. */
export function ConnectionNotice({ connection, commands }: ConnectionNoticeProps) {
  const [isReplacing, setIsReplacing] = useState(false);
  const { healthReason, lastRun, activeRun } = connection;
  const removal = [lastRun?.error, healthReason].find((error) => error?.code === 'large_removal');
  if (removal) return activeRun ? null : <LargeRemovalNotice error={removal} commands={commands} />;
  const isKeyTrouble = healthReason !== null && keyTroubles.includes(healthReason.code);
  return (
    <>
      {healthReason && (
        <LinearFailure
          error={healthReason}
          tone={connection.health === 'attention' ? 'danger' : 'warning'}
          action={
            isKeyTrouble ? (
              <Button size="sm" variant="primary" onClick={() => setIsReplacing(true)}>
                Replace key
              </Button>
            ) : (
              connection.health === 'attention' && (
                <Button size="sm" onClick={commands.syncNow} loading={commands.isBusy}>
                  Sync now
                </Button>
              )
            )
          }
        />
      )}
      <ReplaceKeyDialog connection={connection} open={isReplacing} onOpenChange={setIsReplacing} />
    </>
  );
}
