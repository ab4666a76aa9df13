'use client';

import { toastError } from '@/app/_ui/toast-error';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { useSaveEntry } from './use-save-entry';
import { toastWritten } from './write-time';

/** "It is right": nobody needs to look at the entry any more. */
export function useReviewed(entry: TimeEntry) {
  const { mutate, isPending, isSuccess } = useSaveEntry();
  const markReviewed = () =>
    mutate(
      { entry, change: { review: null } },
      {
        onSuccess: (answer) => toastWritten(answer, 'Marked as right.'),
        onError: (error) => toastError('The time entry could not be changed.', error),
      },
    );
  return { markReviewed, isPending, isReviewed: isSuccess };
}
