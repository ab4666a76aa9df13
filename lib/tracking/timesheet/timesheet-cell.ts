import type { PersonActor } from '@/lib/auth/actor';
import type { TimesheetCellInput, TimesheetCellSaved } from '@/lib/contracts/timesheet';
import { inTransaction, type Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { createTimesheetRow, listCellEntries, type RowSubject } from '@/lib/db/timesheet';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { formatExactDuration } from '@/lib/time/duration';
import { startOfWeek } from '@/lib/time/local-day';
import { editEntry } from '@/lib/tracking/change-entry';
import { addEntry } from '@/lib/tracking/create-entry';
import { removeEntry } from '@/lib/tracking/delete-entry';
import { refuseLocked } from '@/lib/tracking/entry-checks';
import { type CellPlan, planCell, sumCell } from './timesheet-cell-plan';
import { chooseSheetPerson } from './timesheet-person';
import { findRowSubject, givenSubject } from './timesheet-subject';

/**
 * Brings a row on a day to a total. The total is compared with what is stored inside the transaction, so that the same
 * cell typed in two tabs at once counts once. Throws `cell_has_timed_entries`, `day_locked`, `starts_in_future`.
 */
export function setTimesheetCell(
  actor: PersonActor,
  input: TimesheetCellInput,
  now: Date,
): Promise<TimesheetCellSaved> {
  return inTransaction(async (tx) => {
    const { on } = input;
    const { userId, weekStart } = await chooseSheetPerson(actor, input.userId, tx);
    refuseLocked(actor, on, await getInstallation(tx));
    const subject = await findRowSubject(input, tx);
    const cell = { userId, on, subject };
    const plan = planCell(await listCellEntries(cell, tx), input.seconds);
    if (plan.kind === 'refused') throw hasTimedEntries(plan.timedSeconds);
    await applyPlan(actor, plan, cell, now, tx);
    // A cell that is cleared on the way to another number must not take its row from under the hands.
    const weekOn = startOfWeek(on, weekStart);
    await createTimesheetRow({ ...subject, id: newId(now.getTime()), userId, weekOn }, now, tx);
    return {
      cell: { on, ...sumCell(await listCellEntries(cell, tx)) },
      deletedEntryIds: plan.kind === 'change' ? plan.removed : [],
    };
  });
}

interface Cell {
  userId: string;
  on: string;
  subject: RowSubject;
}

async function applyPlan(actor: PersonActor, plan: CellPlan, cell: Cell, now: Date, tx: Tx): Promise<void> {
  if (plan.kind === 'add') {
    const { userId, on, subject } = cell;
    const source = actor.via === 'token' ? 'api' : 'timesheet';
    const entry = { ...givenSubject(subject), userId, on, durationSeconds: plan.seconds };
    await addEntry(actor, entry, { source, now }, tx);
  }
  if (plan.kind !== 'change') return;
  for (const { entryId, seconds } of plan.changed)
    await editEntry(actor, entryId, { durationSeconds: seconds }, now, tx);
  for (const entryId of plan.removed) await removeEntry(actor, entryId, now, tx);
}

function hasTimedEntries(timedSeconds: number): AppError {
  const message = `${formatExactDuration(timedSeconds)} of this day have a start and an end, so the total cannot go below that.`;
  return new AppError('cell_has_timed_entries', message, {
    hint: 'Change or delete those entries in the day view.',
    errors: [{ path: 'seconds', message }],
  });
}
