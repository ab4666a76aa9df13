import { db, type Tx } from './client';
import type { Prisma } from './generated/client';

export type StoredMirror = Prisma.MirrorStateGetPayload<object>;
export type MirrorUpdate = Prisma.MirrorStateUncheckedUpdateInput;

export function listMirrors(connectionIds: string[], tx: Tx = db()): Promise<StoredMirror[]> {
  return tx.mirrorState.findMany({ where: { connectionId: { in: connectionIds } } });
}

/** How many objects are stored, by `connection/collection`. */
export async function countObjects(connectionIds: string[], tx: Tx = db()): Promise<Map<string, number>> {
  const groups = await tx.linearObject.groupBy({
    by: ['connectionId', 'collection'],
    where: { connectionId: { in: connectionIds } },
    _count: true,
  });
  return new Map(groups.map(({ connectionId, collection, _count }) => [`${connectionId}/${collection}`, _count]));
}
