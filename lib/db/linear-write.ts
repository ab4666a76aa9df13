import { days } from '@/lib/kit/sleep';
import { db, type Tx } from './client';
import { Prisma } from './generated/client';

export type StoredWrite = Prisma.LinearWriteGetPayload<object>;

export interface NewWrite {
  id: string;
  connectionId: string;
  userId: string;
  taskId: string | null;
  kind: string;
  /** JSON: what was sent, and what is needed to look it up. */
  input: string;
  /** Of what is made: chosen here, so that it can be looked up. */
  externalId: string | null;
  createdAt: Date;
}

export async function createWrite(write: NewWrite, tx: Tx = db()): Promise<void> {
  await tx.linearWrite.create({ data: { ...write, status: 'pending' }, select: { id: true } });
}

export function getWrite(id: string, tx: Tx = db()): Promise<StoredWrite | null> {
  return tx.linearWrite.findUnique({ where: { id } });
}

/** It is sent once more, under the same id. False: it went with its connection. */
export async function restartWrite(id: string, createdAt: Date, tx: Tx = db()): Promise<boolean> {
  const { count } = await tx.linearWrite.updateMany({
    where: { id },
    data: { status: 'pending', errorCode: null, errorMessage: null, createdAt, answeredAt: null },
  });
  return count === 1;
}

export interface Settled {
  status: 'done' | 'refused' | 'unknown';
  taskId?: string | null;
  error?: { code: string; message: string } | null;
  answeredAt: Date | null;
}

/** False: it was settled as done or refused meanwhile, by whoever looked it up first. */
export async function settleWrite(
  id: string,
  { status, taskId, error, answeredAt }: Settled,
  tx: Tx = db(),
): Promise<boolean> {
  const { count } = await tx.linearWrite.updateMany({
    where: { id, status: { in: ['pending', 'unknown'] } },
    data: {
      status,
      ...(taskId === undefined ? {} : { taskId }),
      errorCode: error?.code ?? null,
      errorMessage: error?.message ?? null,
      answeredAt,
    },
  });
  return count === 1;
}

/** Whether the task is on its way to Linear, or there. */
export async function hasLiveCreate(taskId: string, exceptId: string, tx: Tx): Promise<boolean> {
  const found = await tx.linearWrite.findFirst({
    where: { taskId, kind: 'create', status: { not: 'refused' }, id: { not: exceptId } },
    select: { id: true },
  });
  return found !== null;
}

export interface WriteRow {
  id: string;
  kind: string;
  status: string;
  taskId: string | null;
  by: string | null;
  errorCode: string | null;
  errorMessage: string | null;
  createdAt: Date;
  answeredAt: Date | null;
}

const shown = Prisma.sql`w.id, w.kind, w.status, w.task_id AS "taskId", u.name AS "by", w.error_code AS "errorCode", w.error_message AS "errorMessage",
  w.created_at AS "createdAt", w.answered_at AS "answeredAt"`;

/** Newest first. */
export function listWritesOfTask(
  taskId: string,
  after: { at: Date; id: string } | null,
  limit: number,
): Promise<WriteRow[]> {
  const older = after === null ? Prisma.empty : Prisma.sql`AND (w.created_at, w.id) < (${after.at}, ${after.id})`;
  return db().$queryRaw<WriteRow[]>`
    SELECT ${shown} FROM linear_write w LEFT JOIN "user" u ON u.id = w.user_id
    WHERE w.task_id = ${taskId} ${older} ORDER BY w.created_at DESC, w.id DESC LIMIT ${limit}`;
}

export async function getWriteRow(id: string): Promise<WriteRow | null> {
  const [row] = await db().$queryRaw<WriteRow[]>`
    SELECT ${shown} FROM linear_write w LEFT JOIN "user" u ON u.id = w.user_id WHERE w.id = ${id}`;
  return row ?? null;
}

const openBefore = (sentBefore: Date) => ({
  status: { in: ['pending', 'unknown'] },
  createdAt: { lt: sentBefore },
  connection: { pausedReason: null },
});

/** Those with writes of which nobody knows what became of them. */
export async function listConnectionsWithOpenWrites(sentBefore: Date): Promise<string[]> {
  const open = await db().linearWrite.groupBy({ by: ['connectionId'], where: openBefore(sentBefore) });
  return open.map(({ connectionId }) => connectionId);
}

/** Sent before `sentBefore`, by a dead process too. Oldest first. */
export function listOpenWrites(connectionId: string, sentBefore: Date, limit: number): Promise<StoredWrite[]> {
  return db().linearWrite.findMany({
    where: { connectionId, ...openBefore(sentBefore) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
}

/**
 * Hand-made tasks whose issue has just been met become that issue's, by whoever meets it first: the answer to what was
 * sent, a sync, or a look-up. Their time, notes and places stay.
 */
export async function adoptSentTasks(connectionId: string, externalIds: string[], tx: Tx): Promise<void> {
  const open = await tx.linearWrite.findMany({
    where: { connectionId, kind: 'create', status: { in: ['pending', 'unknown'] }, taskId: { not: null } },
    select: { taskId: true, externalId: true },
  });
  const met = new Set(externalIds);
  for (const { taskId, externalId } of open) {
    if (taskId === null || externalId === null || !met.has(externalId)) continue;
    if ((await getTaskIdOfIssue(externalId, tx)) !== null) continue;
    await tx.task.updateMany({
      where: { id: taskId, source: 'manual', externalId: null },
      data: { source: 'linear', externalId, connectionId },
    });
  }
}

const longestWriteMs = days(2);

/** Ids of the issues that a write of ours has changed since. */
export async function listWrittenSince(connectionId: string, since: Date, tx: Tx): Promise<Set<string>> {
  const writes = await tx.linearWrite.findMany({
    where: {
      connectionId,
      // Along the index; a write whose answer was lost may be settled long after it was made.
      createdAt: { gt: new Date(since.getTime() - longestWriteMs) },
      status: 'done',
      answeredAt: { gte: since },
    },
    select: { externalId: true },
  });
  return new Set(writes.flatMap(({ externalId }) => externalId ?? []));
}

/** What a write needs to know of a task. */
export function getWritableTask(taskId: string, tx: Tx = db()) {
  return tx.task.findUnique({ where: { id: taskId }, select: writableColumns });
}

const writableColumns = {
  id: true,
  source: true,
  externalId: true,
  connectionId: true,
  externalTeamId: true,
  identifier: true,
  title: true,
  priority: true,
  estimate: true,
  dueDate: true,
  sourceState: true,
} as const;
export type WritableTask = Prisma.TaskGetPayload<{ select: typeof writableColumns }>;

export async function getTaskIdOfIssue(externalId: string, tx: Tx = db()): Promise<string | null> {
  const task = await tx.task.findUnique({
    where: { source_externalId: { source: 'linear', externalId } },
    select: { id: true },
  });
  return task?.id ?? null;
}

/** Of issues that are tasks here. */
export async function listTaskIdsOfIssues(externalIds: string[]): Promise<Map<string, string>> {
  const tasks = await db().task.findMany({
    where: { source: 'linear', externalId: { in: externalIds } },
    select: { id: true, externalId: true },
  });
  return new Map(tasks.flatMap(({ id, externalId }) => (externalId === null ? [] : [[externalId, id]])));
}
