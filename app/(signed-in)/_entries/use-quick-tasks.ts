'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { QuickTasks } from '@/lib/contracts/timer';

/** What the person worked on last, and what they pinned. */
export function useQuickTasks() {
  return useQuery({ queryKey: keys.time.quick, queryFn: readQuickTasks });
}

export const readQuickTasks = ({ signal }: { signal: AbortSignal }) =>
  api.get<QuickTasks>('/api/v1/tasks/quick', { signal });
