'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Timesheet } from '@/lib/contracts/timesheet';
import { cellMutation, type SheetQuery } from './sheet-query';

const refreshMilliseconds = 60_000;

/** The week before stays until the new one is here. */
export function useTimesheet(query: SheetQuery) {
  const client = useQueryClient();
  return useQuery({
    queryKey: keys.time.timesheet(query),
    queryFn: ({ signal }) => api.get<Timesheet>('/api/v1/timesheet', { query, signal }),
    placeholderData: keepPreviousData,
    // What is typed and not stored yet would vanish for a moment.
    refetchInterval: () => (client.isMutating({ mutationKey: cellMutation }) > 0 ? false : refreshMilliseconds),
  });
}
