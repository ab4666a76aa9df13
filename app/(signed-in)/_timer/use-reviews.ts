'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { TimeEntry } from '@/lib/contracts/time-entry';

const mostShown = 20;
const staleMilliseconds = 60_000;
/** Not under `entries`: those who change a list of entries by hand know other shapes. */
const key = [...keys.time.all, 'reviews'];

/** One's own entries that Trackline has ended by itself and nobody has looked at, newest first. */
export function useReviews() {
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      api.get<ListOf<TimeEntry>>('/api/v1/time-entries', { query: { review: 'true', limit: mostShown }, signal }),
    staleTime: staleMilliseconds,
  });
  const entries = data?.items ?? [];
  return { entries, total: entries.length };
}
