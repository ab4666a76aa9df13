'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { TimeEntry } from '@/lib/contracts/time-entry';

const refreshMilliseconds = 60_000;
const none: readonly TimeEntry[] = [];

/** What runs for one person, whichever day is shown: one entry or none. */
export function useRunningEntries(userId: string | undefined): readonly TimeEntry[] {
  const query = { userId: userId ?? 'me', running: 'true' } as const;
  const { data = none } = useQuery({
    queryKey: keys.time.entries(query),
    queryFn: async ({ signal }) => (await api.get<ListOf<TimeEntry>>('/api/v1/time-entries', { query, signal })).items,
    refetchInterval: refreshMilliseconds,
  });
  return data;
}
