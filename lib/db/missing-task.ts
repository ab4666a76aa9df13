import { db, type Tx } from './client';
import type { Prisma } from './generated/client';

/** A stretch [from, to) of the instants at which a team's issues were made, and the issues that a walk met in it. Null: unbounded. */
export interface WalkedRange {
  connectionId: string;
  teamId: string;
  from: string | null;
  to: string | null;
  met: ReadonlySet<string>;
}

function unmet({ connectionId, teamId, from, to, met }: WalkedRange): Prisma.TaskWhereInput {
  return {
    connectionId,
    externalTeamId: teamId,
    sourceState: { not: 'gone' },
    externalCreatedAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) },
    externalId: { notIn: [...met] },
  };
}

export async function listUnmet(range: WalkedRange): Promise<{ externalId: string; teamId: string | null }[]> {
  const tasks = await db().task.findMany({ where: unmet(range), select: { externalId: true, externalTeamId: true } });
  return tasks.flatMap(({ externalId, externalTeamId }) =>
    externalId === null ? [] : [{ externalId, teamId: externalTeamId }],
  );
}

/** One statement, whatever the number: a team may have lost all of its issues. */
export async function updateMissing(range: WalkedRange, since: Date, tx: Tx): Promise<void> {
  await tx.task.updateMany({ where: { ...unmet(range), missingSince: null }, data: { missingSince: since } });
}

export async function clearMissing(taskIds: string[], tx: Tx): Promise<void> {
  if (taskIds.length === 0) return;
  await tx.task.updateMany({ where: { id: { in: taskIds } }, data: { missingSince: null } });
}

export async function clearAllMissing(connectionId: string, tx: Tx): Promise<void> {
  await tx.task.updateMany({ where: { connectionId, missingSince: { not: null } }, data: { missingSince: null } });
}

export async function countMissing(connectionId: string, tx: Tx = db()): Promise<{ candidates: number; live: number }> {
  const candidates = await tx.task.count({ where: { connectionId, missingSince: { not: null } } });
  // Counting what lives reads all of it, and is only asked for to judge the candidates.
  const live = candidates === 0 ? 0 : await countLive(connectionId, tx);
  return { candidates, live };
}

export function countLive(connectionId: string, tx: Tx): Promise<number> {
  return tx.task.count({ where: { connectionId, sourceState: { not: 'gone' } } });
}

export interface MissingTask {
  id: string;
  externalId: string;
  teamId: string | null;
}

export async function listMissing(connectionId: string, limit: number): Promise<MissingTask[]> {
  const tasks = await db().task.findMany({
    where: { connectionId, missingSince: { not: null } },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, externalId: true, externalTeamId: true },
  });
  return tasks.flatMap(({ id, externalId, externalTeamId }) =>
    externalId === null ? [] : [{ id, externalId, teamId: externalTeamId }],
  );
}

export async function updateGone(taskIds: string[], tx: Tx): Promise<void> {
  await tx.task.updateMany({
    where: { id: { in: taskIds } },
    data: { sourceState: 'gone', missingSince: null, contentHash: null },
  });
}

/** Issues that were archived or trashed most lately: nothing in Linear's stamps tells when one of them comes back. */
export async function listLatestArchived(connectionId: string, limit: number): Promise<string[]> {
  // One question a state, so that each reads the index from its end, however many tasks there are.
  const lists = await Promise.all(
    ['archived', 'trashed'].map((sourceState) =>
      db().task.findMany({
        where: { connectionId, sourceState },
        orderBy: { externalArchivedAt: 'desc' },
        take: limit,
        select: { externalId: true, externalArchivedAt: true },
      }),
    ),
  );
  const latest = lists.flat().sort((a, b) => (b.externalArchivedAt ?? '').localeCompare(a.externalArchivedAt ?? ''));
  return latest.slice(0, limit).flatMap(({ externalId }) => (externalId === null ? [] : [externalId]));
}
