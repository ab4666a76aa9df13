'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { TaskListQuery } from './task-filters';
import type { TaskPage, TaskPages } from './task-pages';

const pageSize = 100;
const refreshMilliseconds = 30_000;
/** A list that was scrolled further is not read again by itself: each of its pages would be one request. */
const mostPagesToRefresh = 2;

/** The previous rows stay until those of a new query are here. */
export function useTasks(query: TaskListQuery) {
  return useInfiniteQuery({
    queryKey: keys.tasks.list(query),
    queryFn: ({ pageParam, signal }) =>
      api.get<TaskPage>('/api/v1/tasks', { query: { ...query, limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchOnMount: ({ state }) => isShort(state.data),
    refetchOnWindowFocus: ({ state }) => isShort(state.data),
    refetchOnReconnect: ({ state }) => isShort(state.data),
    refetchInterval: ({ state }) => (isShort(state.data) ? refreshMilliseconds : false),
  });
}

export function isShort(data: TaskPages | TaskPage | undefined): boolean {
  return !data || !('pages' in data) || data.pages.length <= mostPagesToRefresh;
}
