'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readIntegration } from '@/app/(signed-in)/tasks/[id]/read-integration';
import { api } from '@/lib/browser/api';
import { ApiError } from '@/lib/browser/api-error';
import { keys } from '@/lib/browser/query-keys';
import type { LiveIssue } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { minutes } from '@/lib/kit/sleep';

/** The issue as Linear has it. Each look is a request of the key's budget, so it is not asked at every turn. */
export function useLiveIssue(task: Task) {
  const client = useQueryClient();
  const live = useQuery({
    queryKey: keys.linearWrite.issue(task.id),
    queryFn: ({ signal }) => api.get<LiveIssue>(`/api/v1/tasks/${task.id}/issue`, { signal }),
    staleTime: minutes(1),
    retry: false,
  });
  const seenAt = live.data?.updatedAt;
  const { updatedAt: shownAt } = readIntegration(task.customFields);
  useEffect(() => {
    // The look has brought the task up to date, and the page still shows what was.
    if (seenAt && shownAt && seenAt > shownAt) void client.invalidateQueries({ queryKey: keys.tasks.detail(task.id) });
  }, [client, seenAt, shownAt, task.id]);
  const isGone = live.error instanceof ApiError && live.error.code === 'linear_issue_gone';
  useEffect(() => {
    if (isGone) void client.invalidateQueries({ queryKey: keys.tasks.detail(task.id) });
  }, [client, isGone, task.id]);
  return live;
}
