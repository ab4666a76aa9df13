'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import { type Subject, subjectInput, subjectKey, subjectName } from '@/app/(signed-in)/_entries/subject';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Timesheet, TimesheetRow } from '@/lib/contracts/timesheet';
import { newId } from '@/lib/kit/new-id';
import { emptyRow, withoutRow, withRow } from './sheet';
import type { SheetQuery } from './sheet-query';

type Change = { kind: 'add' | 'remove'; subject: Subject };

/** Adds a row to the week that is shown, and takes an empty one away: at once, and back when the server refuses. */
export function useRows(query: SheetQuery) {
  const client = useQueryClient();
  const queryKey = keys.time.timesheet(query);
  const { mutate } = useMutation({
    mutationFn: ({ kind, subject }: Change) => (kind === 'add' ? postRow(subject, query) : deleteRow(subject, query)),
    onMutate: async ({ kind, subject }) => {
      await client.cancelQueries({ queryKey, exact: true });
      const before = client.getQueryData<Timesheet>(queryKey);
      if (before) client.setQueryData(queryKey, kind === 'add' ? added(before, subject) : removed(before, subject));
      return { before };
    },
    onError: (error, { kind, subject }, context) => {
      if (context?.before) client.setQueryData(queryKey, context.before);
      toastError(`${subjectName(subject)} could not be ${kind === 'add' ? 'added' : 'removed'}.`, error);
    },
    onSettled: () => client.invalidateQueries({ queryKey, exact: true }),
  });
  const add = (subject: Subject) => mutate({ kind: 'add', subject });
  const remove = (subject: Subject) =>
    mutate({ kind: 'remove', subject }, { onSuccess: () => toastUndo('Row removed.', () => add(subject)) });
  return { add, remove };
}

function added(sheet: Timesheet, subject: Subject): Timesheet {
  const isThere = sheet.rows.some((row) => subjectKey(row) === subjectKey(subject));
  return isThere ? sheet : withRow(sheet, emptyRow(subject, sheet.days));
}

function removed(sheet: Timesheet, subject: Subject): Timesheet {
  return withoutRow(sheet, subjectKey(subject));
}

async function postRow(subject: Subject, query: SheetQuery): Promise<void> {
  await api.post<TimesheetRow>('/api/v1/timesheet/rows', rowInput(subject, query), { idempotencyKey: newId() });
}

export function deleteRow(subject: Subject, query: SheetQuery): Promise<void> {
  return api.delete('/api/v1/timesheet/rows', { query: rowInput(subject, query) });
}

function rowInput(subject: Subject, { week, userId }: SheetQuery) {
  return { ...subjectInput(subject), week, ...(userId !== undefined && { userId }) };
}
