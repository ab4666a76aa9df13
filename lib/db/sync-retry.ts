import { db, type Tx } from './client';

/** Those that have waited longest first. */
export function listRetries(connectionId: string, limit: number): Promise<{ externalId: string }[]> {
  return db().syncRetry.findMany({
    where: { connectionId },
    orderBy: { updatedAt: 'asc' },
    take: limit,
    select: { externalId: true },
  });
}

export async function countRetriesByConnection(connectionIds: string[]): Promise<Map<string, number>> {
  const groups = await db().syncRetry.groupBy({
    by: ['connectionId'],
    where: { connectionId: { in: connectionIds } },
    _count: { _all: true },
  });
  return new Map(groups.map(({ connectionId, _count }) => [connectionId, _count._all]));
}

export async function createRetry(
  retry: { connectionId: string; externalId: string; identifier: string | null; message: string },
  tx: Tx,
): Promise<void> {
  const { connectionId, externalId, identifier, message } = retry;
  await tx.syncRetry.upsert({
    where: { connectionId_externalId: { connectionId, externalId } },
    create: { connectionId, externalId, identifier, message },
    update: { identifier, message, attempts: { increment: 1 } },
  });
}

export async function deleteRetries(connectionId: string, externalIds: string[], tx: Tx): Promise<void> {
  if (externalIds.length === 0) return;
  await tx.syncRetry.deleteMany({ where: { connectionId, externalId: { in: externalIds } } });
}
