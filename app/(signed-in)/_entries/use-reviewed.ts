'use client';

import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { useSaveEntry } from './use-save-entry';

/** "It is right": nobody needs to look at the entry any more. */
export function useReviewed(entryId: string) {
  const { mutate, isPending, isSuccess } = useSaveEntry();
  const markReviewed = () =>
    mutate(
      { entryId, change: { review: null } },
      {
        onSuccess: () => void toast('Marked as right.'),
        onError: (error) => toastError('The time entry could not be changed.', error),
      },
    );
  return { markReviewed, isPending, isReviewed: isSuccess };
}
