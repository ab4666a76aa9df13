'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastError } from '@/app/_ui/toast-error';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Task, TaskChange } from '@/lib/contracts/task';
import { refreshTasks } from './refresh-tasks';

/** Changes single properties of a task: shown at once, taken back when the server refuses. */
export function useChangeTask(taskId: string, failure = 'The task could not be changed.') {
  const client = useQueryClient();
  const key = keys.tasks.detail(taskId);
  return useMutation({
    mutationFn: (change: TaskChange) => api.patch<Task>(`/api/v1/tasks/${taskId}`, change),
    onMutate: async (change) => {
      // An answer that is on its way was made before this change.
      await client.cancelQueries({ queryKey: key, exact: true });
      const before = client.getQueryData<Task>(key);
      if (before) client.setQueryData(key, applyChange(before, change));
      return { before };
    },
    onSuccess: (changed) => refreshTasks(client, changed),
    onError: (error, _change, context) => {
      if (context?.before) client.setQueryData(key, context.before);
      toastError(failure, error);
    },
  });
}

/** What can be told without the server; the rest comes with its answer. */
function applyChange(before: Task, { archived, projectId: _, ...plain }: TaskChange): Task {
  const changed = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return { ...before, ...changed, ...(archived === undefined ? {} : { sourceState: archived ? 'archived' : 'live' }) };
}
