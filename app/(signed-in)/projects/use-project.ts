'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Project } from '@/lib/contracts/project';

export function useProject(projectId: string) {
  return useQuery({
    queryKey: keys.projects.detail(projectId),
    queryFn: ({ signal }) => api.get<Project>(`/api/v1/projects/${encodeURIComponent(projectId)}`, { signal }),
  });
}
