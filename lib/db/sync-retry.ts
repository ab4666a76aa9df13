import { db, type Tx } from './client';

/** Those that have waited longest first. */
export function listRetries(connectionId: string, limit: number): Promise<{ externalId: string }[]> {
  return db().syncRetry.findMany({ where: { connectionId }, orderBy: { updatedAt: 'asc' }, take: limit, select: { externalId: true } });
}

export function countRetries(connectionId: string): Promise<number> {
  return db().syncRetry.count({ where: { connectionId } });
}

export async function createRetry(retry: { connectionId: string; externalId: string; identifier: string | null; message: string }, tx: Tx): Promise<void> {
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
