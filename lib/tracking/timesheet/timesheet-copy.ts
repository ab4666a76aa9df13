import type { PersonActor } from '@/lib/auth/actor';
import type { TimesheetCopied, TimesheetCopyInput } from '@/lib/contracts/timesheet';
import { inTransaction, type Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { createTimesheetRow, listSheetEntries, listTimesheetRows, type RowSubject } from '@/lib/db/timesheet';
import { newId } from '@/lib/kit/new-id';
import { addDays, type Day, localDay } from '@/lib/time/local-day';
import { addEntry } from '@/lib/tracking/create-entry';
import { isLocked } from '@/lib/tracking/entry-checks';
import { type CopiedHours, planHours } from './timesheet-copy-plan';
import { chooseSheetPerson, lastDayOf, type SheetPerson, weekOf } from './timesheet-person';
import type { SheetSubjects } from './timesheet-rows';
import { givenSubject, subjectId } from './timesheet-subject';
import { readSubjects } from './timesheet-week';

/**
 * Takes the rows of the week before over, or its hours with them. Hours never go where time is already, so that copying
 * twice is copying once. Tasks that are gone and archived projects are left behind.
 */
export function copyTimesheet(actor: PersonActor, input: TimesheetCopyInput, now: Date): Promise<TimesheetCopied> {
  return inTransaction(async (tx) => {
    const person = await chooseSheetPerson(actor, input.userId, tx);
    const weekOn = weekOf(person, input.week, now);
    const last = await readWeek(person, addDays(weekOn, -7), tx);
    const here = await readWeek(person, weekOn, tx);
    const subjects = await readSubjects([...last.entries, ...last.added], tx);
    const isAlive = (subject: RowSubject) => takesTime(subject, subjects);
    const rows = await addRows(person, { weekOn, wanted: last.subjects.filter(isAlive), here: here.subjects, now }, tx);
    if (input.what === 'rows') return { rows, entries: 0, skipped: 0, entryIds: [] };
    const isWritable = await writableDays(actor, person, now, tx);
    const plan = planHours(last.entries, here.entries, (subject, on) => isAlive(subject) && isWritable(on));
    const entryIds = await addHours(actor, person.userId, plan.entries, now, tx);
    return { rows, entries: entryIds.length, skipped: plan.skipped, entryIds };
  });
}

async function readWeek({ userId }: SheetPerson, weekOn: Day, tx: Tx) {
  const entries = await listSheetEntries({ userId, from: weekOn, to: lastDayOf(weekOn) }, tx);
  const added = await listTimesheetRows({ userId, weekOn }, tx);
  const subjects = new Map([...added, ...entries].map((row) => [subjectId(row), row]));
  return { entries, added, subjects: [...subjects.values()] };
}

function takesTime({ taskId, projectId }: RowSubject, { tasks, projects }: SheetSubjects): boolean {
  if (taskId === null) return projects.get(projectId)?.archivedAt === null;
  const state = tasks.get(taskId)?.sourceState;
  return state === 'live' || state === 'archived';
}

interface RowsToAdd {
  weekOn: Day;
  wanted: readonly RowSubject[];
  here: readonly RowSubject[];
  now: Date;
}

async function addRows({ userId }: SheetPerson, { weekOn, wanted, here, now }: RowsToAdd, tx: Tx): Promise<number> {
  const there = new Set(here.map(subjectId));
  const missing = wanted.filter((subject) => !there.has(subjectId(subject)));
  for (const { taskId, projectId } of missing)
    await createTimesheetRow({ id: newId(now.getTime()), userId, weekOn, taskId, projectId }, now, tx);
  return missing.length;
}

async function writableDays(actor: PersonActor, { timeZone }: SheetPerson, now: Date, tx: Tx) {
  const installation = await getInstallation(tx);
  const today = localDay(now, timeZone);
  return (on: Day) => on <= today && (actor.role === 'admin' || !isLocked(on, installation));
}

async function addHours(
  actor: PersonActor,
  userId: string,
  hours: readonly CopiedHours[],
  now: Date,
  tx: Tx,
): Promise<string[]> {
  const source = actor.via === 'token' ? 'api' : 'timesheet';
  const ids: string[] = [];
  for (const { subject, on, seconds, billable } of hours) {
    const entry = { ...givenSubject(subject), userId, on, durationSeconds: seconds, billable };
    ids.push(await addEntry(actor, entry, { source, now }, tx));
  }
  return ids;
}
