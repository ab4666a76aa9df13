import { db, type Tx } from './client';

/** Tasks of one team whose issues were made in [from, to): what a walk over that stretch must meet. Null: unbounded. */
export async function listExternalIdsInRange(
  range: { connectionId: string; externalTeamId: string; from: string | null; to: string | null },
  tx: Tx = db(),
): Promise<string[]> {
  const tasks = await tx.task.findMany({
    where: {
      connectionId: range.connectionId,
      externalTeamId: range.externalTeamId,
      sourceState: { not: 'gone' },
      externalCreatedAt: { ...(range.from ? { gte: range.from } : {}), ...(range.to ? { lt: range.to } : {}) },
    },
    select: { externalId: true },
  });
  return tasks.flatMap(({ externalId }) => (externalId === null ? [] : [externalId]));
}

export async function updateMissing(externalIds: string[], since: Date, tx: Tx): Promise<void> {
  if (externalIds.length === 0) return;
  await tx.task.updateMany({ where: { source: 'linear', externalId: { in: externalIds }, missingSince: null }, data: { missingSince: since } });
}

export async function clearMissing(taskIds: string[], tx: Tx): Promise<void> {
  if (taskIds.length === 0) return;
  await tx.task.updateMany({ where: { id: { in: taskIds } }, data: { missingSince: null } });
}

export async function clearAllMissing(connectionId: string, tx: Tx): Promise<void> {
  await tx.task.updateMany({ where: { connectionId, missingSince: { not: null } }, data: { missingSince: null } });
}

export async function countMissing(connectionId: string, tx: Tx = db()): Promise<{ candidates: number; live: number }> {
  const [candidates, live] = await Promise.all([
    tx.task.count({ where: { connectionId, missingSince: { not: null } } }),
    tx.task.count({ where: { connectionId, sourceState: { not: 'gone' } } }),
  ]);
  return { candidates, live };
}

export async function listMissing(connectionId: string, limit: number, tx: Tx = db()): Promise<{ id: string; externalId: string; identifier: string | null; title: string; sourceState: string }[]> {
  const tasks = await tx.task.findMany({
    where: { connectionId, missingSince: { not: null } },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, externalId: true, identifier: true, title: true, sourceState: true },
  });
  return tasks.flatMap(({ externalId, ...task }) => (externalId === null ? [] : [{ ...task, externalId }]));
}

export async function updateGone(taskIds: string[], tx: Tx): Promise<void> {
  await tx.task.updateMany({ where: { id: { in: taskIds } }, data: { sourceState: 'gone', missingSince: null, contentHash: null } });
}

/** Issues that were archived or trashed most lately: nothing in Linear's stamps tells when one of them comes back. */
export async function listLatestArchived(connectionId: string, limit: number): Promise<string[]> {
  const tasks = await db().task.findMany({
    where: { connectionId, sourceState: { in: ['archived', 'trashed'] } },
    orderBy: { externalArchivedAt: { sort: 'desc', nulls: 'last' } },
    take: limit,
    select: { externalId: true },
  });
  return tasks.flatMap(({ externalId }) => (externalId === null ? [] : [externalId]));
}
