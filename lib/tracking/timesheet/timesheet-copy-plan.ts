import { longestEntrySeconds } from '@/lib/contracts/values';
import type { RowSubject, SheetEntryRow } from '@/lib/db/timesheet';
import { groupBy } from '@/lib/kit/group-by';
import { addDays, type Day } from '@/lib/time/local-day';
import { subjectId } from './timesheet-subject';

export interface CopiedHours {
  subject: RowSubject;
  on: Day;
  seconds: number;
  billable: boolean;
}

export interface HoursPlan {
  entries: CopiedHours[];
  /** Cells of the week before whose day has time already, cannot be written, or has not come yet. */
  skipped: number;
}

/** The hours of the week before, seven days later: one entry for each cell, or two where part of it was not billable. */
export function planHours(
  before: readonly SheetEntryRow[],
  here: readonly SheetEntryRow[],
  isOpen: (subject: RowSubject, on: Day) => boolean,
): HoursPlan {
  const taken = new Set(here.map(cellId));
  const entries: CopiedHours[] = [];
  let skipped = 0;
  for (const cell of groupBy(before, cellId).values()) {
    const copies = copyCell(cell);
    const [first] = copies;
    if (first === undefined) continue;
    const isFree = !taken.has(cellKey(first.subject, first.on));
    if (isFree && isOpen(first.subject, first.on)) entries.push(...copies);
    else skipped += 1;
  }
  return { entries, skipped };
}

function copyCell(cell: readonly SheetEntryRow[]): CopiedHours[] {
  let left = longestEntrySeconds;
  return [...groupBy(cell, ({ billable }) => billable)].flatMap(([billable, entries]) => {
    const [first] = entries;
    // A day takes no more than 24 hours, however much overlapped.
    const seconds = Math.min(
      left,
      entries.reduce((total, { durationSeconds }) => total + durationSeconds, 0),
    );
    left -= seconds;
    if (first === undefined || seconds === 0) return [];
    const { taskId, projectId, on } = first;
    return [{ subject: { taskId, projectId }, on: addDays(on, 7), seconds, billable }];
  });
}

function cellId(entry: SheetEntryRow): string {
  return cellKey(entry, entry.on);
}

function cellKey(subject: RowSubject, on: Day): string {
  return `${subjectId(subject)} ${on}`;
}
