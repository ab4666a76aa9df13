'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastError } from '@/app/_ui/toast-error';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Day } from '@/lib/time/local-day';
import { formatShortDay } from './day-words';
import { refreshTime } from './refresh-time';
import { writeTime } from './write-time';

/** On the same day, or on another at the same times of day. Null: it waits in this browser for the network. */
export function useDuplicateEntry() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ entry, on = entry.on }: { entry: TimeEntry; on?: Day | undefined }) =>
      writeTime<TimeEntry>({
        method: 'POST',
        path: `/api/v1/time-entries/${entry.id}/duplicate`,
        body: { on },
        label: `Duplicate time of ${formatShortDay(entry.on)}`,
      }),
    onSuccess: (copy) => (copy === null ? undefined : refreshTime(client)),
    onError: (error) => toastError('The time entry could not be duplicated.', error),
  });
}
