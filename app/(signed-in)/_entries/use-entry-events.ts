'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { EntryEvent } from '@/lib/contracts/time-entry';

/** Who changed what and when, newest first. */
export function useEntryEvents(entryId: string) {
  return useQuery({
    queryKey: keys.time.entryEvents(entryId),
    queryFn: ({ signal }) => api.get<ListOf<EntryEvent>>(`/api/v1/time-entries/${entryId}/events`, { signal }),
  });
}
