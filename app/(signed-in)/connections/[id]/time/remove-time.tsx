'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { plural } from '@/app/_ui/format-number';
import { Progress } from '@/app/_ui/progress';
import { readError } from '@/app/_ui/read-error';
import { toast } from '@/app/_ui/toast';
import { useFocusOnceGone } from '@/app/_ui/use-focus-once-gone';
import type { Connection } from '@/lib/contracts/connection';
import type { TimeOnIssuesView } from '@/lib/contracts/time-on-issues';
import { useMostSeen } from './use-most-seen';
import { useRemoveTime } from './use-time-on-issues';

type RemoveTimeProps = { connection: Connection; time: TimeOnIssuesView; switchId: string };

/** Takes it away from all issues at Linear, and shows how far that is. */
export function RemoveTime(props: RemoveTimeProps) {
  const { time } = props;
  const isRemoving = time.state === 'removing';
  const total = useMostSeen(time.waiting, isRemoving);
  if (isRemoving)
    return <Progress label="Removing from Linear" value={Math.max(0, total - time.waiting)} max={total} />;
  return <RemoveButton {...props} />;
}

function RemoveButton({ connection, time, switchId }: RemoveTimeProps) {
  const [isOpen, setIsOpen] = useState(false);
  const focusOnceGone = useFocusOnceGone();
  const { mutate, isPending, error } = useRemoveTime(connection.id);
  return (
    <div className="flex justify-end">
      <Button onClick={() => setIsOpen(true)}>Remove from all issues</Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title="Remove the time from all issues?"
        description={`It is switched off, and the attachments that Trackline made are deleted in Linear: ${plural(time.issues, 'issue')}. No time is lost here. Comments stay.`}
        confirmLabel="Remove from all issues"
        danger
        loading={isPending}
        onConfirm={() =>
          mutate(undefined, {
            onSuccess: ({ state }) => {
              focusOnceGone(switchId);
              setIsOpen(false);
              toast.success(state === 'removing' ? 'Removing. It goes on by itself.' : 'Nothing was left to remove.');
            },
          })
        }
      >
        {error && (
          <Callout tone="danger" title="It could not be removed." live>
            {readError(error).message}
          </Callout>
        )}
      </ConfirmDialog>
    </div>
  );
}
