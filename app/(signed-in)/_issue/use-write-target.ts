'use client';

import { useQuery } from '@tanstack/react-query';
import { readIntegration } from '@/app/(signed-in)/tasks/[id]/read-integration';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { WriteTarget } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { minutes } from '@/lib/kit/sleep';

/** Where this person may write, asked before anything is offered. */
export function useWriteTargets({ enabled = true } = {}) {
  return useQuery({
    queryKey: keys.linearWrite.targets,
    queryFn: ({ signal }) => api.get<ListOf<WriteTarget>>('/api/v1/linear-write/targets', { signal }),
    select: ({ items }) => items,
    staleTime: minutes(1),
    enabled,
  }).data;
}

/** What a task's own workspace allows. Undefined: it is no issue of a synced team, or is not known yet. */
export function useTargetOfTask(task: Task): WriteTarget | undefined {
  const { source, sourceState, customFields } = task;
  const isIssue = source === 'linear' && sourceState !== 'gone';
  const targets = useWriteTargets({ enabled: isIssue });
  const { teamId } = readIntegration(customFields);
  return isIssue ? targets?.find(({ teams }) => teams.some(({ id }) => id === teamId)) : undefined;
}
