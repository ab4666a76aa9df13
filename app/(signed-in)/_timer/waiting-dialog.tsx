'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { formatFull } from '@/app/_ui/format-time';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { toastUndo } from '@/app/_ui/toast-undo';
import { deliver, dropWaiting, putBackWaiting, retryWaiting } from '@/lib/browser/queued-send';
import type { WaitingChange } from '@/lib/browser/waiting-change';
import { closeTimerDialog, useTimerDialog } from './timer-dialog';
import { useWaitingChanges } from './use-shown-entry';

/** What the server has not taken yet, in order, and what it refused. */
export function WaitingDialog() {
  const { dialog } = useTimerDialog();
  const changes = useWaitingChanges();
  const [isTrying, setIsTrying] = useState(false);
  async function tryNow() {
    setIsTrying(true);
    await deliver().finally(() => setIsTrying(false));
  }
  const canGo = changes.some(({ refusal }) => refusal === null);
  return (
    <Dialog
      open={dialog === 'waiting'}
      onOpenChange={closeTimerDialog}
      title="Changes not saved yet"
      description="They are kept in this browser, and go in this order once the server answers."
      footer={
        <>
          {canGo && (
            <Button onClick={tryNow} loading={isTrying}>
              Try now
            </Button>
          )}
          <Button variant="primary" onClick={closeTimerDialog}>
            Close
          </Button>
        </>
      }
    >
      {changes.length === 0 ? (
        <p className="py-4 text-muted">Everything is saved.</p>
      ) : (
        <ul className="-mx-2 flex flex-col">
          {changes.map((change) => (
            <Row key={change.place} change={change} isHeldBack={isHeldBack(change, changes)} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** It only makes sense after a start that was refused. */
function isHeldBack({ after }: WaitingChange, changes: readonly WaitingChange[]): boolean {
  return changes.some(({ place, refusal }) => place === after && refusal !== null);
}

function Row({ change, isHeldBack }: { change: WaitingChange; isHeldBack: boolean }) {
  const { label, at, refusal } = change;
  const timeZone = useTimeZone();
  function drop() {
    const dropped = dropWaiting(change);
    toastUndo(`Dropped: ${label}.`, () => putBackWaiting(dropped));
  }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-2 py-2 last:border-b-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="break-words font-medium text-ink">{label}</p>
        <p className="figures text-faint text-xs">{formatFull(Date.parse(at), timeZone)}</p>
        {refusal && <p className="mt-0.5 break-words text-danger text-xs">{refusal.message}</p>}
        {isHeldBack && <p className="mt-0.5 text-muted text-xs">Waits for the start above.</p>}
      </div>
      {refusal && (
        <div className="flex gap-2">
          <Button size="sm" onClick={() => void retryWaiting(change)}>
            Try again
          </Button>
          <Button size="sm" variant="ghost" onClick={drop}>
            Drop
          </Button>
        </div>
      )}
    </li>
  );
}
