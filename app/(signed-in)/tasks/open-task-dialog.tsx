'use client';

import { useRouter } from 'next/navigation';
import { useId } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { toast } from '@/app/_ui/toast';
import { openNewIssue } from '@/app/(signed-in)/_issue/new-issue';
import { useWriteTargets } from '@/app/(signed-in)/_issue/use-write-target';
import type { Task } from '@/lib/contracts/task';
import { TaskForm } from './task-form';
import { useTaskForm } from './use-task-form';

export type OpenTaskDialogProps = {
  /** Null makes a new one. */
  task: Task | null;
  /** Chosen beforehand for a new task. */
  projectId?: string | undefined;
  onClose: () => void;
};

export function OpenTaskDialog({ task, projectId, onClose }: OpenTaskDialogProps) {
  const router = useRouter();
  const formId = useId();
  const canWrite = useWriteTargets()?.some((target) => target.canWrite);
  const state = useTaskForm({
    task,
    projectId,
    onSaved: ({ id }) => {
      onClose();
      if (task) toast('Task saved.');
      else toast('Task created.', { action: { label: 'Open', onClick: () => router.push(`/tasks/${id}`) } });
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={task ? 'Edit task' : 'New task'}
      footer={
        <>
          {canWrite && !task && (
            <Button
              variant="ghost"
              className="mr-auto"
              onClick={() => {
                onClose();
                openNewIssue(state.form.getValues('title'));
              }}
            >
              In Linear instead
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={state.isSaving}>
            {task ? 'Save' : 'Create task'}
          </Button>
        </>
      }
    >
      <TaskForm id={formId} state={state} />
    </Dialog>
  );
}
