'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { formatShortDay } from './day-words';
import { hideListedEntry } from './listed-entries';
import { refreshTime } from './refresh-time';
import { toastWritten, writeTime } from './write-time';

/** Deletes at once, with a way back in the toast: nothing is asked beforehand. */
export function useDeleteEntry() {
  const client = useQueryClient();
  const { mutate: restore } = useRestoreEntry();
  return useMutation({
    networkMode: 'always',
    mutationFn: (entry: TimeEntry) =>
      writeTime<undefined>({
        method: 'DELETE',
        path: `/api/v1/time-entries/${entry.id}`,
        label: `Delete time of ${formatShortDay(entry.on)}`,
      }),
    onMutate: async (entry) => {
      // A list that is on its way would bring it back for a moment.
      await client.cancelQueries({ queryKey: ['time', 'entries'] });
      return hideListedEntry(client, entry.id);
    },
    onSuccess: (answer, entry, bringBack) => {
      toastUndo('Time entry deleted.', () => {
        if (answer === null) bringBack();
        restore(entry);
      });
      return answer === null ? undefined : refreshTime(client);
    },
    onError: (error, _, bringBack) => {
      bringBack?.();
      toastError('The time entry could not be deleted.', error);
      return refreshTime(client);
    },
  });
}

function useRestoreEntry() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (entry: TimeEntry) =>
      writeTime<TimeEntry>({
        method: 'POST',
        path: `/api/v1/time-entries/${entry.id}/restore`,
        body: {},
        label: `Bring back time of ${formatShortDay(entry.on)}`,
      }),
    onSuccess: (answer) => {
      toastWritten(answer, 'Time entry restored.');
      return answer === null ? undefined : refreshTime(client);
    },
    onError: (error) => toastError('The time entry could not be restored.', error),
  });
}
