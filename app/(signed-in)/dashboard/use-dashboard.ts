'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Dashboard } from '@/lib/contracts/dashboard';

const calmMilliseconds = 30_000;
const busyMilliseconds = 2_000;

/** Read again by itself, more often while a sync is under way. */
export function useDashboard() {
  return useQuery({
    queryKey: keys.dashboard,
    queryFn: ({ signal }) => api.get<Dashboard>('/api/v1/dashboard', { signal }),
    refetchInterval: ({ state }) =>
      state.data?.connections.some(({ activeRun }) => activeRun !== null) ? busyMilliseconds : calmMilliseconds,
  });
}
