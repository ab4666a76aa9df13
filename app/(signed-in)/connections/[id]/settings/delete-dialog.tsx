'use client';

import { useState } from 'react';
import { Callout } from '@/app/_ui/callout';
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
  const { preview, remove, isRemoving, error } = useDeleteConnection(connection, open);
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
      onConfirm={() => remove(tasks)}
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
