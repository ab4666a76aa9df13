import { db, type Tx } from './client';
import type { Prisma } from './generated/client';

const entryColumns = {
  id: true,
  taskId: true,
  projectId: true,
  madeInProjectId: true,
  on: true,
  startedAt: true,
  endedAt: true,
  durationSeconds: true,
  billable: true,
  rate: true,
  source: true,
} as const;

/** What a timesheet adds up. */
export type SheetEntryRow = Prisma.TimeEntryGetPayload<{ select: typeof entryColumns }>;

/** A person's entries from one day to another, both included, the oldest first; the running one too. */
export function listSheetEntries(
  { userId, from, to }: { userId: string; from: string; to: string },
  tx: Tx = db(),
): Promise<SheetEntryRow[]> {
  return tx.timeEntry.findMany({
    where: { userId, on: { gte: from, lte: to } },
    select: entryColumns,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** A task, or with `taskId` null a project alone. */
export interface RowSubject {
  taskId: string | null;
  projectId: string;
}

/** Of one row on one day, the oldest first; the running one too. */
export function listCellEntries(
  { userId, on, subject }: { userId: string; on: string; subject: RowSubject },
  tx: Tx = db(),
): Promise<SheetEntryRow[]> {
  return tx.timeEntry.findMany({
    where: { userId, on, ...(subject.taskId === null ? subject : { taskId: subject.taskId }) },
    select: entryColumns,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

interface Week {
  userId: string;
  weekOn: string;
}

/** Rows that stay without time. */
export function listTimesheetRows({ userId, weekOn }: Week, tx: Tx = db()): Promise<RowSubject[]> {
  return tx.timesheetRow.findMany({ where: { userId, weekOn }, select: { taskId: true, projectId: true } });
}

/** True when it was not there yet. */
export async function createTimesheetRow(
  row: Week & RowSubject & { id: string },
  now: Date,
  tx: Tx = db(),
): Promise<boolean> {
  const { userId, weekOn } = row;
  const subject = row.taskId ?? row.projectId;
  const where = { userId_weekOn_subject: { userId, weekOn, subject } };
  if ((await tx.timesheetRow.findUnique({ where, select: { id: true } })) !== null) return false;
  await tx.timesheetRow.create({ data: { ...row, subject, createdAt: now }, select: { id: true } });
  return true;
}

export async function deleteTimesheetRow({ userId, weekOn, taskId, projectId }: Week & RowSubject, tx: Tx = db()) {
  await tx.timesheetRow.deleteMany({ where: { userId, weekOn, subject: taskId ?? projectId } });
}

const projectColumns = { id: true, name: true, color: true, archivedAt: true } as const;
const taskColumns = {
  id: true,
  name: true,
  identifier: true,
  url: true,
  status: true,
  sourceState: true,
  project: { select: projectColumns },
} as const;

export type SheetTaskRow = Prisma.TaskGetPayload<{ select: typeof taskColumns }>;
export type SheetProjectRow = Prisma.ProjectGetPayload<{ select: typeof projectColumns }>;

export function listSheetTasks(taskIds: string[], tx: Tx = db()): Promise<SheetTaskRow[]> {
  return taskIds.length === 0
    ? Promise.resolve([])
    : tx.task.findMany({ where: { id: { in: taskIds } }, select: taskColumns });
}

export function listSheetProjects(projectIds: string[], tx: Tx = db()): Promise<SheetProjectRow[]> {
  return projectIds.length === 0
    ? Promise.resolve([])
    : tx.project.findMany({ where: { id: { in: projectIds } }, select: projectColumns });
}
