'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { Project } from '@/lib/contracts/project';

const minute = 60_000;
const pageSize = 200;
/** A list to choose from; who has more projects than this finds one through the projects page. */
const mostPages = 10;

/** Archived ones too: tasks still belong to them. */
export function useAllProjects() {
  return useQuery({
    queryKey: keys.projects.list({ all: true }),
    queryFn: ({ signal }) => readAll(signal),
    staleTime: minute,
  });
}

async function readAll(signal: AbortSignal): Promise<Project[]> {
  const projects: Project[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const query = { archived: 'all', limit: pageSize, cursor };
    const answer: { items: Project[]; nextCursor: string | null } = await api.get<ListOf<Project>>('/api/v1/projects', {
      query,
      signal,
    });
    projects.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return projects;
}
