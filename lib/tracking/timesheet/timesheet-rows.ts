import { sourceState, taskStatus } from '@/lib/contracts/task';
import type { TimesheetRow } from '@/lib/contracts/timesheet';
import type { RowSubject, SheetEntryRow, SheetProjectRow, SheetTaskRow } from '@/lib/db/timesheet';
import { groupBy } from '@/lib/kit/group-by';
import type { Day } from '@/lib/time/local-day';
import { sumCell } from './timesheet-cell-plan';
import { subjectId } from './timesheet-subject';

/** What rows hang on, by id. */
export interface SheetSubjects {
  tasks: ReadonlyMap<string, SheetTaskRow>;
  projects: ReadonlyMap<string, SheetProjectRow>;
}

/** The rows of a week by project and name: those with entries, and those that were added. */
export function toTimesheetRows(
  days: readonly Day[],
  entries: readonly SheetEntryRow[],
  added: readonly RowSubject[],
  subjects: SheetSubjects,
): TimesheetRow[] {
  const bySubject = groupBy(entries, subjectId);
  const wanted = new Map([...added, ...entries].map((subject) => [subjectId(subject), subject]));
  const rows = [...wanted].flatMap(([key, subject]) => {
    const row = toRow(subject, subjects);
    return row === null ? [] : [withCells(row, days, bySubject.get(key) ?? [])];
  });
  return rows.sort(byProjectAndName);
}

function toRow({ taskId, projectId }: RowSubject, { tasks, projects }: SheetSubjects) {
  const task = taskId === null ? null : tasks.get(taskId);
  const project = task?.project ?? projects.get(projectId);
  if (task === undefined || project === undefined) return null;
  return { task: task && toEntryTask(task), project: { id: project.id, name: project.name, color: project.color } };
}

function toEntryTask({ project: _, ...task }: SheetTaskRow) {
  return { ...task, status: taskStatus.parse(task.status), sourceState: sourceState.parse(task.sourceState) };
}

function withCells(
  row: Pick<TimesheetRow, 'task' | 'project'>,
  days: readonly Day[],
  entries: readonly SheetEntryRow[],
): TimesheetRow {
  const byDay = groupBy(entries, ({ on }) => on);
  const cells = days.map((on) => ({ on, ...sumCell(byDay.get(on) ?? []) }));
  return { ...row, cells, seconds: cells.reduce((total, { seconds }) => total + seconds, 0) };
}

const collator = new Intl.Collator('en', { numeric: true });

/** A project's own time stands before that of its tasks. */
function byProjectAndName(a: TimesheetRow, b: TimesheetRow): number {
  return (
    collator.compare(a.project.name, b.project.name) ||
    collator.compare(a.project.id, b.project.id) ||
    collator.compare(a.task?.name ?? '', b.task?.name ?? '') ||
    collator.compare(a.task?.id ?? '', b.task?.id ?? '')
  );
}
