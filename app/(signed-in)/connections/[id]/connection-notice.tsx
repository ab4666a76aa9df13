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
  const { healthReason, activeRun } = connection;
  if (healthReason?.code === 'large_removal') {
    return activeRun ? null : <LargeRemovalNotice error={healthReason} commands={commands} />;
  }
  return (
    <>
      {healthReason && (
        <LinearFailure
          error={healthReason}
          tone={connection.health === 'attention' ? 'danger' : 'warning'}
          action={<Remedy connection={connection} commands={commands} onReplaceKey={() => setIsReplacing(true)} />}
        />
      )}
      <ReplaceKeyDialog connection={connection} open={isReplacing} onOpenChange={setIsReplacing} />
    </>
  );
}

type RemedyProps = ConnectionNoticeProps & { onReplaceKey: () => void };

function Remedy({ connection: { healthReason, health }, commands, onReplaceKey }: RemedyProps) {
  if (!healthReason) return null;
  if (keyTroubles.includes(healthReason.code)) {
    return (
      <Button size="sm" variant="primary" onClick={onReplaceKey}>
        Replace key
      </Button>
    );
  }
  if (healthReason.code === 'schedule_off') {
    return (
      <Button size="sm" onClick={commands.togglePause} loading={commands.isPausing}>
        Resume
      </Button>
    );
  }
  return health === 'attention' ? (
    <Button size="sm" onClick={commands.syncNow} loading={commands.isBusy}>
      Sync now
    </Button>
  ) : null;
}
