'use client';

import { useState } from 'react';
import { Callout } from '@/app/_ui/callout';
import { Checkbox } from '@/app/_ui/checkbox';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { plural } from '@/app/_ui/format-number';
import { RadioCards } from '@/app/_ui/radio-cards';
import { readError } from '@/app/_ui/read-error';
import { Skeleton } from '@/app/_ui/skeleton';
import type { Connection, DeletePreview } from '@/lib/contracts/connection';
import { useDeleteConnection } from './use-delete-connection';

type DeleteDialogProps = {
  connection: Connection;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function DeleteDialog({ connection, open, onOpenChange }: DeleteDialogProps) {
  const [tasks, setTasks] = useState<'keep' | 'remove'>('keep');
  const [isTimeRemoved, setIsTimeRemoved] = useState(true);
  const { preview, remove, isRemoving, error } = useDeleteConnection(connection, open);
  const carried = preview?.issuesWithTime ?? 0;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete the connection to ${connection.workspace.name}?`}
      description="In Linear nothing changes, but a webhook that Trackline made is deleted there. If Linear cannot be reached, delete it by hand. This cannot be undone."
      confirmLabel="Delete connection"
      danger
      typeToConfirm={connection.workspace.name}
      loading={isRemoving}
      onConfirm={() => remove({ tasks, timeOnIssues: carried > 0 && isTimeRemoved ? 'remove' : 'keep' })}
    >
      {preview ? (
        <RadioCards
          label="What becomes of the tasks"
          value={tasks}
          onChange={setTasks}
          options={[
            { value: 'keep', label: `Keep ${tasksOf(preview)}`, description: 'With their time, as they are now.' },
            { value: 'remove', label: 'Remove tasks', description: tellRemoval(preview) },
          ]}
        />
      ) : (
        <Skeleton className="h-12 w-full" />
      )}
      {carried > 0 && (
        <Checkbox
          label="Remove the time from issues first"
          hint={`${plural(carried, 'issue')} in Linear carry it. What cannot be reached within 20 seconds stays there.`}
          checked={isTimeRemoved}
          onCheckedChange={setIsTimeRemoved}
        />
      )}
      {error && (
        <Callout tone="danger" title="The connection could not be deleted." live>
          {readError(error).message}
        </Callout>
      )}
    </ConfirmDialog>
  );
}

function tasksOf({ tasks }: DeletePreview): string {
  return tasks === 1 ? 'the task' : `all ${plural(tasks, 'task')}`;
}

function tellRemoval({ tasks, tasksWithTime }: DeletePreview): string {
  const removed = plural(tasks - tasksWithTime, 'task');
  if (tasksWithTime === 0) return `${removed} will be removed. None carries time.`;
  const verb = tasksWithTime === 1 ? 'carries time and stays' : 'carry time and stay';
  return `${removed} will be removed. ${plural(tasksWithTime, 'task')} ${verb}.`;
}
