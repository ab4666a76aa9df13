'use client';

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import { refreshTime } from '@/app/(signed-in)/_entries/refresh-time';
import { type Subject, subjectInput, subjectKey, subjectName } from '@/app/(signed-in)/_entries/subject';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import { type Sent, sendOrQueue } from '@/lib/browser/queued-send';
import type { Timesheet, TimesheetCell, TimesheetCellSaved } from '@/lib/contracts/timesheet';
import { newId } from '@/lib/kit/new-id';
import { formatDuration } from '@/lib/time/format-duration';
import { typedCell, withCell } from './sheet';
import { cellMutation, type SheetQuery } from './sheet-query';
import { dateName } from './week-words';

export type TypedCell = { subject: Subject; cell: TimesheetCell; seconds: number };

/** Brings a cell to a total: shown at once, taken back when the server refuses. What this deletes has a way back. */
export function useSetCell(query: SheetQuery) {
  const client = useQueryClient();
  const queryKey = keys.time.timesheet(query);
  const show = (subject: Subject, cell: TimesheetCell) =>
    client.setQueryData<Timesheet>(queryKey, (sheet) => sheet && withCell(sheet, subjectKey(subject), cell));
  const mutation = useMutation({
    mutationKey: cellMutation,
    networkMode: 'always',
    mutationFn: (typed: TypedCell) => saveCell(typed, query.userId),
    onMutate: async ({ subject, cell, seconds }) => {
      // An answer that is on its way was made before this change.
      await client.cancelQueries({ queryKey, exact: true });
      show(subject, typedCell(cell, seconds));
    },
    onSuccess: (sent, { subject, cell, seconds }) => {
      if (sent.isQueued) return;
      if (isLast(client)) show(subject, sent.answer.cell);
      const { deletedEntryIds } = sent.answer;
      if (deletedEntryIds.length === 0) return;
      const message =
        seconds === 0 ? `Cleared ${formatDuration(cell.seconds - cell.timedSeconds)}.` : 'Time taken away.';
      toastUndo(message, () => {
        show(subject, cell);
        void undo(client, { subject, cell, seconds: cell.seconds }, deletedEntryIds, query.userId);
      });
    },
    onError: (_error, { subject, cell }) => {
      if (isLast(client)) show(subject, cell);
    },
    // Not waited for: a refusal is told at once.
    onSettled: (sent) => {
      if (isLast(client) && !sent?.isQueued) void refreshTime(client);
    },
  });
  return mutation.mutateAsync;
}

/** Of several that are on their way, only the last one's answer says what is stored. */
function isLast(client: QueryClient): boolean {
  return client.isMutating({ mutationKey: cellMutation }) === 1;
}

function saveCell({ subject, cell, seconds }: TypedCell, userId?: string): Promise<Sent<TimesheetCellSaved>> {
  return sendOrQueue<TimesheetCellSaved>({
    method: 'PUT',
    path: '/api/v1/timesheet/cells',
    body: { ...subjectInput(subject), on: cell.on, seconds, ...(userId !== undefined && { userId }) },
    label: `Set ${subjectName(subject)} on ${dateName(cell.on)} to ${formatDuration(seconds)}`,
  });
}

/** What was deleted comes back with its description and tags; then the rest is as it was. */
async function undo(client: QueryClient, before: TypedCell, entryIds: readonly string[], userId?: string) {
  try {
    for (const entryId of entryIds)
      await api.post(`/api/v1/time-entries/${entryId}/restore`, {}, { idempotencyKey: newId() });
    await saveCell(before, userId);
  } catch (error) {
    toastError('The time could not be restored.', error);
  }
  await refreshTime(client);
}
