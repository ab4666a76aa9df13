'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { TaskFacets } from '@/lib/contracts/task';

const minute = 60_000;

/** The states, people and labels to filter by: of one project, or of all. */
export function useTaskFacets(projectId: string | undefined) {
  const query = projectId ? { projectId } : {};
  return useQuery({
    queryKey: keys.tasks.facets(query),
    queryFn: ({ signal }) => api.get<TaskFacets>('/api/v1/tasks/facets', { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: minute,
  });
}
