'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import type { LinearError } from '@/lib/contracts/connection';
import type { ConnectionCommands } from './use-connection-commands';

type LargeRemovalNoticeProps = { error: LinearError; commands: ConnectionCommands };

/** A full sync found most tasks missing at Linear and stopped: a person decides. */
export function LargeRemovalNotice({ error, commands }: LargeRemovalNoticeProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Callout
        tone="warning"
        title={error.message}
        action={
          <>
            <Button size="sm" onClick={commands.reviewRemoval} loading={commands.isBusy}>
              Review
            </Button>
            <Button size="sm" variant="danger" onClick={() => setIsAsking(true)} disabled={commands.isBusy}>
              Remove anyway
            </Button>
          </>
        }
      >
        {error.hint}
      </Callout>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title="Mark these tasks as gone?"
        description={
          <>
            {error.message} A full sync marks them as gone. Every task is kept with its notes and its time, and comes
            back when its issue does.
          </>
        }
        confirmLabel="Remove anyway"
        danger
        loading={commands.isStarting}
        onConfirm={() => commands.removeAnyway(() => setIsAsking(false))}
      />
    </>
  );
}
