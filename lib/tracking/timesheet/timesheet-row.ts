import type { PersonActor } from '@/lib/auth/actor';
import type { TimesheetRow, TimesheetRowInput } from '@/lib/contracts/timesheet';
import { inTransaction } from '@/lib/db/client';
import { createTimesheetRow, deleteTimesheetRow, listSheetEntries } from '@/lib/db/timesheet';
import { AppError } from '@/lib/errors/app-error';
import { must } from '@/lib/kit/must';
import { newId } from '@/lib/kit/new-id';
import { listDays } from '@/lib/time/local-day';
import { chooseSheetPerson, lastDayOf, weekOf } from './timesheet-person';
import { toTimesheetRows } from './timesheet-rows';
import { findRowSubject, subjectId } from './timesheet-subject';
import { readSubjects } from './timesheet-week';

/** Adds a row to a week. One that is there already stays as it is. */
export function addTimesheetRow(actor: PersonActor, input: TimesheetRowInput, now: Date): Promise<TimesheetRow> {
  return inTransaction(async (tx) => {
    const person = await chooseSheetPerson(actor, input.userId, tx);
    const { userId } = person;
    const weekOn = weekOf(person, input.week, now);
    const subject = await findRowSubject(input, tx);
    await createTimesheetRow({ ...subject, id: newId(now.getTime()), userId, weekOn }, now, tx);
    const entries = await listSheetEntries({ userId, from: weekOn, to: lastDayOf(weekOn) }, tx);
    const ofRow = entries.filter((entry) => subjectId(entry) === subjectId(subject));
    const days = listDays(weekOn, lastDayOf(weekOn));
    const [row] = toTimesheetRows(days, ofRow, [subject], await readSubjects([subject], tx));
    return must(row, 'the new row');
  });
}

/** Takes an empty row out of a week; throws `conflict` while it has time. One that is not there is gone already. */
export function removeTimesheetRow(actor: PersonActor, input: TimesheetRowInput, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const person = await chooseSheetPerson(actor, input.userId, tx);
    const { userId } = person;
    const weekOn = weekOf(person, input.week, now);
    const subject = await findRowSubject(input, tx);
    const entries = await listSheetEntries({ userId, from: weekOn, to: lastDayOf(weekOn) }, tx);
    if (entries.some((entry) => subjectId(entry) === subjectId(subject)))
      throw new AppError('conflict', 'This row has time, so it stays.', { hint: 'Clear its cells first.' });
    await deleteTimesheetRow({ userId, weekOn, ...subject }, tx);
  });
}
