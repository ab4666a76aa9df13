'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import type { Task, TaskChange, TaskInput } from '@/lib/contracts/task';
import { refreshTasks } from './refresh-tasks';

export type SaveTask = { taskId: null; input: TaskInput } | { taskId: string; change: TaskChange };

/** Makes a task, or changes one, from its form. */
export function useSaveTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (save: SaveTask) =>
      save.taskId === null
        ? api.post<Task>('/api/v1/tasks', save.input)
        : api.patch<Task>(`/api/v1/tasks/${save.taskId}`, save.change),
    onSuccess: (saved) => refreshTasks(client, saved),
  });
}
