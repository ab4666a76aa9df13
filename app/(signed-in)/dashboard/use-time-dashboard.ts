'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { TimeDashboard } from '@/lib/contracts/dashboard';

const refreshMilliseconds = 30_000;

/** Read again by itself: others start and stop, and a new day begins. */
export function useTimeDashboard() {
  return useQuery({
    queryKey: keys.time.dashboard,
    queryFn: ({ signal }) => api.get<TimeDashboard>('/api/v1/dashboard/time', { signal }),
    refetchInterval: refreshMilliseconds,
  });
}
