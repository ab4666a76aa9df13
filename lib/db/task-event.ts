import { db, type Tx } from './client';
import { Prisma } from './generated/client';

export interface TaskEventRow {
  id: string;
  kind: string;
  /** JSON list of {field, from, to}. */
  changes: string;
  runId: string | null;
  /** Name of the person. */
  by: string | null;
  at: Date;
}

export interface EventPosition {
  at: Date;
  id: string;
}

/** Newest first. */
export function listTaskEvents(
  taskId: string,
  after: EventPosition | null,
  limit: number,
  tx: Tx = db(),
): Promise<TaskEventRow[]> {
  const older = after === null ? Prisma.empty : Prisma.sql`AND (e.at, e.id) < (${after.at}, ${after.id})`;
  return tx.$queryRaw<TaskEventRow[]>`
    SELECT e.id, e.kind, e.changes, e.run_id AS "runId", u.name AS "by", e.at
    FROM task_event e LEFT JOIN "user" u ON u.id = e.user_id
    WHERE e.task_id = ${taskId} ${older} ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`;
}

export interface SyncChangeRow {
  id: string;
  taskId: string;
  name: string;
  kind: string;
  changes: string;
  at: Date;
}

/** What the last syncs changed, newest first. */
export async function listSyncChanges(limit: number, tx: Tx = db()): Promise<SyncChangeRow[]> {
  const events = await tx.taskEvent.findMany({
    where: { runId: { not: null } },
    select: { id: true, taskId: true, kind: true, changes: true, at: true, task: { select: { name: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return events.map(({ task, ...event }) => ({ ...event, name: task.name }));
}

export interface NewTaskEvent {
  id: string;
  taskId: string;
  userId: string;
  kind: string;
  changes: string;
  at: Date;
}

export async function createTaskEvent(event: NewTaskEvent, tx: Tx): Promise<void> {
  await tx.taskEvent.create({ data: event, select: { id: true } });
}
