import type { PersonActor } from '@/lib/auth/actor';
import { type Rounding, rounding } from '@/lib/contracts/installation';
import type { Timesheet, TimesheetQuery } from '@/lib/contracts/timesheet';
import type { Tx } from '@/lib/db/client';
import { getInstallation, type InstallationRow } from '@/lib/db/installation';
import {
  listSheetEntries,
  listSheetProjects,
  listSheetTasks,
  listTimesheetRows,
  type RowSubject,
} from '@/lib/db/timesheet';
import { listDays, localDay } from '@/lib/time/local-day';
import { isLocked } from '@/lib/tracking/entry-checks';
import { chooseSheetPerson, lastDayOf, weekOf } from './timesheet-person';
import { type SheetSubjects, toTimesheetRows } from './timesheet-rows';
import { roundedByDay } from './timesheet-totals';

/** A person's week: the tasks that have time in it and those that were added, by days. Others' for admins only. */
export async function getTimesheet(actor: PersonActor, query: TimesheetQuery, now: Date): Promise<Timesheet> {
  const person = await chooseSheetPerson(actor, query.userId);
  const { userId, name } = person;
  const weekOn = weekOf(person, query.week, now);
  const [entries, added, installation] = await Promise.all([
    listSheetEntries({ userId, from: weekOn, to: lastDayOf(weekOn) }),
    listTimesheetRows({ userId, weekOn }),
    getInstallation(),
  ]);
  const days = listDays(weekOn, lastDayOf(weekOn));
  const rows = toTimesheetRows(days, entries, added, await readSubjects([...entries, ...added]));
  const rounded = roundedByDay(entries, roundingOf(installation));
  const dayTotals = days.map((on, at) => ({
    on,
    seconds: rows.reduce((total, { cells }) => total + (cells[at]?.seconds ?? 0), 0),
    roundedSeconds: rounded.get(on) ?? 0,
    isLocked: isLocked(on, installation),
  }));
  return {
    user: { id: userId, name },
    weekOn,
    today: localDay(now, person.timeZone),
    lockBefore: installation.lockBefore,
    rounding: roundingOf(installation),
    days: dayTotals,
    rows,
    seconds: dayTotals.reduce((total, { seconds }) => total + seconds, 0),
    roundedSeconds: dayTotals.reduce((total, { roundedSeconds }) => total + roundedSeconds, 0),
    targetSeconds: person.weekTargetMinutes * 60,
  };
}

export async function readSubjects(rows: readonly RowSubject[], tx?: Tx): Promise<SheetSubjects> {
  const taskIds = new Set(rows.flatMap(({ taskId }) => taskId ?? []));
  const projectIds = new Set(rows.flatMap(({ taskId, projectId }) => (taskId === null ? projectId : [])));
  const [tasks, projects] = await Promise.all([
    listSheetTasks([...taskIds], tx),
    listSheetProjects([...projectIds], tx),
  ]);
  return { tasks: byId(tasks), projects: byId(projects) };
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function roundingOf({ roundingMode, roundingMinutes, roundingPer }: InstallationRow): Rounding {
  return rounding.parse({ mode: roundingMode, minutes: roundingMinutes, per: roundingPer });
}
