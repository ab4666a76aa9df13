'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Project, ProjectChange, ProjectInput } from '@/lib/contracts/project';

export type SaveProject = { projectId: null; input: ProjectInput } | { projectId: string; change: ProjectChange };

/** Makes a project, or changes one. Tasks show its name and colour, so they are read again as well. */
export function useSaveProject() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (save: SaveProject) =>
      save.projectId === null
        ? api.post<Project>('/api/v1/projects', save.input)
        : api.patch<Project>(`/api/v1/projects/${save.projectId}`, save.change),
    onSuccess: (saved) => {
      client.setQueryData(keys.projects.detail(saved.id), saved);
      return Promise.all([
        client.invalidateQueries({ queryKey: keys.projects.all }),
        client.invalidateQueries({ queryKey: keys.tasks.all, refetchType: 'none' }),
        client.invalidateQueries({ queryKey: keys.dashboard }),
      ]);
    },
  });
}
