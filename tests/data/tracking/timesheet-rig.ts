import type { PersonActor } from '@/lib/auth/actor';
import type { EntryInput } from '@/lib/contracts/time-entry';
import type { TimesheetRow } from '@/lib/contracts/timesheet';
import { db } from '@/lib/db/client';
import { createEntry } from '@/lib/tracking/create-entry';
import { setTimesheetCell } from '@/lib/tracking/timesheet/timesheet-cell';
import { getTimesheet } from '@/lib/tracking/timesheet/timesheet-week';
import { makeProject, makeTask } from './make-task';

/** A Saturday evening: the whole week of Monday the 16th but its Sunday is there to be written. */
export const now = new Date('2026-11-21T18:00:00Z');
/** Each write a second after the one before, so that what was typed last is known. */
const later = () => new Date(now.getTime() + 1000 * ++writes);
let writes = 0;
export const hours = (count: number) => Math.round(count * 3600);

/** One row of a sheet, alone: what a test works on. */
export async function makeRow(actor: PersonActor) {
  const projectId = await makeProject();
  const taskId = await makeTask({ projectId });
  const set = (on: string, seconds: number, as = actor) =>
    setTimesheetCell(as, { taskId, on, seconds, ...(as !== actor && { userId: actor.userId }) }, later());
  const add = (entry: Omit<EntryInput, 'taskId' | 'projectId'>) => createEntry(actor, { taskId, ...entry }, later());
  const entries = () =>
    db().timeEntry.findMany({
      where: { taskId },
      select: { id: true, on: true, durationSeconds: true, source: true, rate: true, startedAt: true },
      orderBy: [{ on: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    });
  const row = async (week = '2026-11-16') => {
    const sheet = await getTimesheet(actor, { week }, now);
    return sheet.rows.find(({ task }) => task?.id === taskId);
  };
  return { projectId, taskId, set, add, entries, row };
}

export const secondsOf = (row: TimesheetRow | undefined) => row?.cells.map(({ seconds }) => seconds);
