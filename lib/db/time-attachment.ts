import { db, inTransaction, type Tx } from './client';
import { Prisma } from './generated/client';

export type StoredTimeAttachment = Prisma.TimeAttachmentGetPayload<object>;
export type TimeAttachmentUpdate = Omit<Prisma.TimeAttachmentUncheckedUpdateManyInput, 'taskId' | 'connectionId'>;

/** Those of the tasks that have one. */
export async function listTimeAttachments(
  taskIds: string[],
  tx: Tx = db(),
): Promise<Map<string, StoredTimeAttachment>> {
  const rows = await tx.timeAttachment.findMany({ where: { taskId: { in: taskIds } } });
  return new Map(rows.map((row) => [row.taskId, row]));
}

/** Has rows looked at from `dueAt` on. One that waits already, or that a sender has in hand, stays as it is. */
export async function upsertDue(connectionId: string, due: { taskId: string; dueAt: Date }[], tx: Tx): Promise<void> {
  if (due.length === 0) return;
  const rows = due.map(({ taskId, dueAt }) => Prisma.sql`(${taskId}, ${connectionId}, ${dueAt}, 0)`);
  // The task may have come from a connection that was deleted since.
  await tx.$executeRaw`
    INSERT INTO time_attachment (task_id, connection_id, due_at, tries) VALUES ${Prisma.join(rows)}
    ON CONFLICT (task_id) DO UPDATE SET due_at = excluded.due_at, tries = 0, error_message = NULL
      WHERE time_attachment.due_at IS NULL AND time_attachment.connection_id = excluded.connection_id`;
}

/**
 * Takes rows that are due in hand: until then no other process gets them. The time is also the token of who has them.
 * What failed before comes after what did not.
 */
export function claimDue(
  connectionId: string,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<StoredTimeAttachment[]> {
  return inTransaction(async (tx) => {
    const rows = await tx.timeAttachment.findMany({
      where: { connectionId, dueAt: { lte: now } },
      orderBy: [{ tries: 'asc' }, { dueAt: 'asc' }, { taskId: 'asc' }],
      take: limit,
    });
    await tx.timeAttachment.updateMany({
      where: { taskId: { in: rows.map(({ taskId }) => taskId) } },
      data: { dueAt: until },
    });
    return rows;
  });
}

/** What is about to be sent stands here first: should no answer come, it may be at Linear under this address. */
export async function noteSending(taskIds: string[], address: string, now: Date): Promise<void> {
  await db().$executeRaw`
    UPDATE time_attachment SET url = ${address} || task_id, hash = NULL, sent_at = ${now}
    WHERE task_id IN (${Prisma.join(taskIds)})`;
}

/** What a sender learned. When the row is looked at again is its to say only while it has the row in hand. */
export async function settleTimeAttachment(
  taskId: string,
  { held, dueAt, ...learned }: TimeAttachmentUpdate & { held: Date; dueAt: Date | null },
  tx: Tx = db(),
): Promise<void> {
  await tx.timeAttachment.updateMany({ where: { taskId }, data: learned });
  await tx.timeAttachment.updateMany({ where: { taskId, dueAt: held }, data: { dueAt } });
}

/** They are not at Linear any more. */
export async function forgetSent(taskIds: string[], now: Date, tx: Tx): Promise<void> {
  await tx.timeAttachment.updateMany({
    where: { taskId: { in: taskIds } },
    data: { externalId: null, url: null, hash: null, tries: 0, errorMessage: null, sentAt: now },
  });
}

/** Where sending was switched on again meanwhile, they are looked at anew. */
export async function deleteRemoved(taskIds: string[], now: Date, tx: Tx): Promise<void> {
  const where = { taskId: { in: taskIds } };
  await tx.timeAttachment.deleteMany({ where: { ...where, connection: { timeOnIssues: false } } });
  await tx.timeAttachment.updateMany({ where, data: { dueAt: now } });
}

export async function deleteTimeAttachments(taskIds: string[], tx: Tx = db()): Promise<void> {
  await tx.timeAttachment.deleteMany({ where: { taskId: { in: taskIds } } });
}

/** Gives back what a sender had in hand. */
export async function releaseHeld(
  connectionId: string,
  { held, dueAt, message }: { held: Date; dueAt: Date; message: string | null },
): Promise<void> {
  await db().timeAttachment.updateMany({
    where: { connectionId, dueAt: held },
    data: { dueAt, ...(message === null ? {} : { errorMessage: message }) },
  });
}

/** All that waits, not before `until`: Linear refuses the connection itself. */
export async function postponeDue(
  connectionId: string,
  { now, until, message }: { now: Date; until: Date; message: string },
): Promise<void> {
  await db().timeAttachment.updateMany({
    where: { connectionId, dueAt: { lte: now } },
    data: { dueAt: until, errorMessage: message },
  });
}

/** Nothing is sent any more; what is at Linear stays there. */
export async function clearDue(connectionId: string, tx: Tx): Promise<void> {
  await tx.timeAttachment.deleteMany({ where: { connectionId, url: null } });
  await tx.timeAttachment.updateMany({ where: { connectionId }, data: { dueAt: null, tries: 0, errorMessage: null } });
}

/**
 * Everything that may be at Linear is to go. What a sender may have in hand, due by `latestHeld`, comes when that sender is
 * done for certain; what is due after that only waits for its turn.
 */
export async function markAllForRemoval(
  connectionId: string,
  { now, later, latestHeld }: { now: Date; later: Date; latestHeld: Date },
  tx: Tx,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE time_attachment SET tries = 0, error_message = NULL,
      due_at = CASE WHEN due_at > ${now} AND due_at <= ${latestHeld} THEN ${later} ELSE ${now} END
    WHERE connection_id = ${connectionId}`;
}

export function countTimeAttachments(connectionId: string, tx: Tx = db()): Promise<number> {
  return tx.timeAttachment.count({ where: { connectionId } });
}

/** Connections with something to be done: sending is on, or what was sent is to be removed. */
export async function listConnectionsWithTime(now: Date): Promise<string[]> {
  const connections = await db().connection.findMany({
    where: {
      pausedReason: null,
      OR: [{ timeOnIssues: true }, { timeAttachments: { some: { dueAt: { lte: now } } } }],
    },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  return connections.map(({ id }) => id);
}

/** False: it was switched, or swept by another process, meanwhile. Says nothing of when the connection was changed. */
export async function moveTimeSwept(connectionId: string, seen: Date | null, now: Date, tx: Tx): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE connection SET time_swept_at = ${now}
    WHERE id = ${connectionId} AND time_on_issues AND time_swept_at IS ${seen}`;
  return count === 1;
}

/** Those of which something may be at Linear. */
export function listSentTimeAttachments(connectionId: string): Promise<StoredTimeAttachment[]> {
  return db().timeAttachment.findMany({ where: { connectionId, url: { not: null } }, orderBy: { taskId: 'asc' } });
}
