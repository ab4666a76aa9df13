'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EntrySplit, EntrySplitInput, TimeEntry } from '@/lib/contracts/time-entry';
import { formatShortDay } from './day-words';
import { refreshTime } from './refresh-time';
import { writeTime } from './write-time';

/** The first part keeps the entry's id and history, the second is new. Null: it waits in this browser for the network. */
export function useSplitEntry(entry: TimeEntry) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (input: EntrySplitInput) =>
      writeTime<EntrySplit>({
        method: 'POST',
        path: `/api/v1/time-entries/${entry.id}/split`,
        body: input,
        label: `Split time of ${formatShortDay(entry.on)}`,
      }),
    onSuccess: (parts) => (parts === null ? undefined : refreshTime(client)),
  });
}
