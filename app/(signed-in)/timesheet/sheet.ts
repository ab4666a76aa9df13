import { type Subject, subjectKey } from '@/app/(signed-in)/_entries/subject';
import type { Timesheet, TimesheetCell, TimesheetRow } from '@/lib/contracts/timesheet';
import type { Day } from '@/lib/time/local-day';

/** The sheet with one cell as given, and its totals with it. What is rounded only the server knows. */
export function withCell(sheet: Timesheet, rowKey: string, cell: TimesheetCell): Timesheet {
  const rows = sheet.rows.map((row) =>
    subjectKey(row) === rowKey
      ? withTotal({ ...row, cells: row.cells.map((old) => (old.on === cell.on ? cell : old)) })
      : row,
  );
  return withTotals({ ...sheet, rows });
}

/** The cell with another total: what is timed stays, and the rest is typed. */
export function typedCell(cell: TimesheetCell, seconds: number): TimesheetCell {
  const total = Math.max(seconds, cell.timedSeconds);
  const isNew = total > cell.timedSeconds && cell.seconds === cell.timedSeconds;
  return { ...cell, seconds: total, entryCount: cell.entryCount + (isNew ? 1 : 0) };
}

/** The sheet with a row in its place; one that is there already is replaced. */
export function withRow(sheet: Timesheet, row: TimesheetRow): Timesheet {
  const others = sheet.rows.filter((each) => subjectKey(each) !== subjectKey(row));
  return withTotals({ ...sheet, rows: [...others, row].sort(byProjectAndName) });
}

export function withoutRow(sheet: Timesheet, rowKey: string): Timesheet {
  return withTotals({ ...sheet, rows: sheet.rows.filter((row) => subjectKey(row) !== rowKey) });
}

export function emptyRow({ task, project }: Subject, days: readonly { on: Day }[]): TimesheetRow {
  const cells = days.map(({ on }) => ({ on, seconds: 0, timedSeconds: 0, entryCount: 0, isRunning: false }));
  return { task, project, cells, seconds: 0 };
}

export function isEmptyRow({ cells }: TimesheetRow): boolean {
  return cells.every(({ entryCount }) => entryCount === 0);
}

function withTotal(row: TimesheetRow): TimesheetRow {
  return { ...row, seconds: sum(row.cells) };
}

function withTotals(sheet: Timesheet): Timesheet {
  const days = sheet.days.map((day, at) => ({
    ...day,
    seconds: sum(sheet.rows.flatMap(({ cells }) => cells[at] ?? [])),
  }));
  return { ...sheet, days, seconds: sum(days) };
}

function sum(parts: readonly { seconds: number }[]): number {
  return parts.reduce((total, { seconds }) => total + seconds, 0);
}

const collator = new Intl.Collator('en', { numeric: true });

/** As the server sorts them. */
function byProjectAndName(a: TimesheetRow, b: TimesheetRow): number {
  return (
    collator.compare(a.project.name, b.project.name) ||
    collator.compare(a.project.id, b.project.id) ||
    collator.compare(a.task?.name ?? '', b.task?.name ?? '') ||
    collator.compare(a.task?.id ?? '', b.task?.id ?? '')
  );
}
