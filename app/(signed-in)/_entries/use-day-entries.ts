'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { addDays, type Day } from '@/lib/time/local-day';

const pageSize = 200;
/** Three days of one person; more than this is no work of hands. */
const mostPages = 10;
const refreshMilliseconds = 60_000;

type Options = {
  on: Day;
  /** Default: one's own. */
  userId?: string | undefined;
  enabled?: boolean | undefined;
};

/**
 * The entries of a day and of the days beside it, running ones too: what goes past midnight, or was made in another time
 * zone, reaches over. Newest first.
 */
export function useDayEntries({ on, userId = 'me', enabled = true }: Options) {
  const query = { from: addDays(on, -1), to: addDays(on, 1), userId, running: 'all' } as const;
  return useQuery({
    queryKey: keys.time.entries(query),
    queryFn: ({ signal }) => readAll(query, signal),
    enabled,
    placeholderData: keepPreviousData,
    refetchInterval: refreshMilliseconds,
  });
}

async function readAll(query: Record<string, string>, signal: AbortSignal): Promise<TimeEntry[]> {
  const entries: TimeEntry[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const answer: ListOf<TimeEntry> = await api.get<ListOf<TimeEntry>>('/api/v1/time-entries', {
      query: { ...query, limit: pageSize, cursor },
      signal,
    });
    entries.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return entries;
}
