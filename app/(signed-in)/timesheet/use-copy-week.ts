'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import { refreshTime } from '@/app/(signed-in)/_entries/refresh-time';
import { subjectKey } from '@/app/(signed-in)/_entries/subject';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Timesheet, TimesheetCopied } from '@/lib/contracts/timesheet';
import { newId } from '@/lib/kit/new-id';
import { copiedWords } from './copied-words';
import { isEmptyRow } from './sheet';
import type { SheetQuery } from './sheet-query';
import { deleteRow } from './use-rows';

export type CopyWhat = 'rows' | 'hours';

/** Takes over what the week before has, and says what came of it, with a way back. */
export function useCopyWeek(query: SheetQuery) {
  const client = useQueryClient();
  const queryKey = keys.time.timesheet(query);
  const rowKeys = () => new Set(client.getQueryData<Timesheet>(queryKey)?.rows.map(subjectKey));

  async function undo(copied: TimesheetCopied, before: ReadonlySet<string>) {
    try {
      for (const entryId of copied.entryIds) await api.delete(`/api/v1/time-entries/${entryId}`);
      const sheet = await api.get<Timesheet>('/api/v1/timesheet', { query });
      const added = sheet.rows.filter((row) => isEmptyRow(row) && !before.has(subjectKey(row)));
      for (const row of added) await deleteRow(row, query);
    } catch (error) {
      toastError('The copy could not be taken back.', error);
    }
    await refreshTime(client);
  }

  return useMutation({
    mutationFn: (what: CopyWhat) =>
      api.post<TimesheetCopied>('/api/v1/timesheet/copy', { ...query, what }, { idempotencyKey: newId() }),
    onMutate: () => ({ before: rowKeys() }),
    onSuccess: async (copied, what, { before }) => {
      await refreshTime(client);
      const words = copiedWords(copied, what);
      if (copied.rows + copied.entries === 0) toast(words);
      else toastUndo(words, () => void undo(copied, before));
    },
    onError: (error) => toastError('The week before could not be copied.', error),
  });
}
