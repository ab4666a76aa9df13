'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { type TaskChange, type TaskInput, task } from '@/lib/contracts/task';
import { refreshTasks } from './refresh-tasks';

export type SaveTask = { taskId: null; input: TaskInput } | { taskId: string; change: TaskChange };

/** Makes a task, or changes one, from its form. */
export function useSaveTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (save: SaveTask) =>
      save.taskId === null
        ? api.post('/api/v1/tasks', save.input, task)
        : api.patch(`/api/v1/tasks/${save.taskId}`, save.change, task),
    onSuccess: (saved) => refreshTasks(client, saved),
  });
}
