'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastError } from '@/app/_ui/toast-error';
import { api } from '@/lib/browser/api';
import type { EntryDuplicateInput, TimeEntry } from '@/lib/contracts/time-entry';
import { newId } from '@/lib/kit/new-id';
import { refreshTime } from './refresh-time';

type Duplicate = EntryDuplicateInput & { entryId: string };

/** On the same day, or on another at the same times of day. */
export function useDuplicateEntry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ entryId, ...input }: Duplicate) =>
      api.post<TimeEntry>(`/api/v1/time-entries/${entryId}/duplicate`, input, { idempotencyKey: newId() }),
    onSuccess: () => refreshTime(client),
    onError: (error) => toastError('The time entry could not be duplicated.', error),
  });
}
