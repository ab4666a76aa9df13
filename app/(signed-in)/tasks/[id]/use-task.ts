'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { findListedTask, type TaskPage, type TaskPages } from '@/app/(signed-in)/tasks/task-pages';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Task } from '@/lib/contracts/task';

/** What a list already knows of the task stands there until the answer comes. */
export function useTask(taskId: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: keys.tasks.detail(taskId),
    queryFn: ({ signal }) => api.get<Task>(`/api/v1/tasks/${encodeURIComponent(taskId)}`, { signal }),
    placeholderData: () => {
      const lists = client.getQueriesData<TaskPages | TaskPage>({ queryKey: ['tasks', 'list'] });
      return findListedTask(
        lists.map(([, list]) => list),
        taskId,
      );
    },
  });
}
