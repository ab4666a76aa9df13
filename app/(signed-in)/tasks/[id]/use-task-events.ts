'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { TaskEvent } from '@/lib/contracts/task';

const pageSize = 20;

export function useTaskEvents(taskId: string) {
  return useInfiniteQuery({
    queryKey: keys.tasks.events(taskId),
    queryFn: ({ pageParam, signal }) =>
      api.get<ListOf<TaskEvent>>(`/api/v1/tasks/${encodeURIComponent(taskId)}/events`, {
        query: { limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}
