'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import { api } from '@/lib/browser/api';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { newId } from '@/lib/kit/new-id';
import { hideListedEntry } from './listed-entries';
import { refreshTime } from './refresh-time';

/** Deletes at once, with a way back in the toast: nothing is asked beforehand. */
export function useDeleteEntry() {
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: (entryId: string) =>
      api.post<TimeEntry>(`/api/v1/time-entries/${entryId}/restore`, {}, { idempotencyKey: newId() }),
    onSuccess: () => toast('Time entry restored.'),
    onError: (error) => toastError('The time entry could not be restored.', error),
    onSettled: () => refreshTime(client),
  });
  return useMutation({
    mutationFn: (entryId: string) => api.delete(`/api/v1/time-entries/${entryId}`),
    onMutate: async (entryId) => {
      await client.cancelQueries({ queryKey: ['time', 'entries'] });
      return { bringBack: hideListedEntry(client, entryId) };
    },
    onSuccess: (_, entryId) => toastUndo('Time entry deleted.', () => restore.mutate(entryId)),
    onError: (error, _, context) => {
      context?.bringBack();
      toastError('The time entry could not be deleted.', error);
    },
    onSettled: () => refreshTime(client),
  });
}
