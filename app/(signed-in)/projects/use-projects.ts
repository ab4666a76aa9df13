'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { Project } from '@/lib/contracts/project';
import type { ProjectFilterState } from './use-project-filters';

const pageSize = 100;

export function useProjects(query: ProjectFilterState['query']) {
  return useInfiniteQuery({
    queryKey: keys.projects.list(query),
    queryFn: ({ pageParam, signal }) =>
      api.get<ListOf<Project>>('/api/v1/projects', { query: { ...query, limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
}
