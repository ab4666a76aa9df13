import { db, type Tx } from './client';
import { Prisma } from './generated/client';

export type StoredMirror = Prisma.MirrorStateGetPayload<object>;
export type MirrorUpdate = Prisma.MirrorStateUncheckedUpdateInput;

export function listMirrors(connectionIds: string[], tx: Tx = db()): Promise<StoredMirror[]> {
  return tx.mirrorState.findMany({ where: { connectionId: { in: connectionIds } } });
}

/** How many objects are stored, by `connection/collection`. Teams and workflow states have tables of their own. */
export async function countObjects(connectionIds: string[], tx: Tx = db()): Promise<Map<string, number>> {
  if (connectionIds.length === 0) return new Map();
  const ids = Prisma.join(connectionIds);
  const rows = await tx.$queryRaw<{ of: string; count: bigint | number }[]>`
    SELECT connection_id || '/' || collection AS of, COUNT(*) AS count FROM linear_object
      WHERE connection_id IN (${ids}) GROUP BY connection_id, collection
    UNION ALL
    SELECT connection_id || '/teams', COUNT(*) FROM team_scope WHERE connection_id IN (${ids}) AND visible GROUP BY connection_id
    UNION ALL
    SELECT state.connection_id || '/workflow-states', COUNT(*) FROM workflow_state AS state
      JOIN team_scope AS team ON team.connection_id = state.connection_id AND team.external_team_id = state.external_team_id AND team.visible
      WHERE state.connection_id IN (${ids}) GROUP BY state.connection_id`;
  return new Map(rows.map(({ of, count }) => [of, Number(count)]));
}

/** Those that are there already stay as they are. */
export async function createMirrors(connectionId: string, collections: string[], now: Date, tx: Tx): Promise<void> {
  if (collections.length === 0) return;
  const rows = collections.map((collection) => Prisma.sql`(${connectionId}, ${collection}, ${now}, ${now}, ${now})`);
  await tx.$executeRaw`
    INSERT INTO mirror_state (connection_id, collection, pass_started_at, created_at, updated_at) VALUES ${Prisma.join(rows)}
    ON CONFLICT (connection_id, collection) DO NOTHING`;
}

/** Collections that were chosen since, and that nobody has begun to read. */
export function countUnreadMirrors(connectionId: string, since: Date, tx: Tx): Promise<number> {
  const where = { connectionId, walkState: 'pending', importedAt: null, errorCode: null, createdAt: { gte: since } };
  return tx.mirrorState.count({ where });
}

export async function deleteMirrors(connectionId: string, collections: string[], tx: Tx): Promise<void> {
  await tx.mirrorState.deleteMany({ where: { connectionId, collection: { in: collections } } });
}

/** False: the collection was left meanwhile, and perhaps chosen anew. Nothing may be written for it. */
export async function isMirrorHere(
  mirror: { connectionId: string; collection: string; createdAt: Date },
  tx: Tx,
): Promise<boolean> {
  return (await tx.mirrorState.count({ where: mirror })) === 1;
}

export async function updateMirrors(
  connectionId: string,
  collections: string[],
  change: MirrorUpdate,
  tx: Tx,
): Promise<void> {
  if (collections.length === 0) return;
  await tx.mirrorState.updateMany({ where: { connectionId, collection: { in: collections } }, data: change });
}

/** Only where the walk stands as this run left it: whoever had it begin anew meanwhile wins. */
export async function updateWalkOfMirror(
  mirror: Pick<StoredMirror, 'connectionId' | 'collection' | 'walkState' | 'walkPosition' | 'passStartedAt'>,
  change: MirrorUpdate,
  tx: Tx,
): Promise<void> {
  await tx.mirrorState.updateMany({ where: mirror, data: change });
}

/** Every collection is walked anew from its newest object. */
export async function restartMirrors(
  connectionId: string,
  { now, walkPosition }: { now: Date; walkPosition: string | null },
  tx: Tx,
): Promise<void> {
  await tx.mirrorState.updateMany({
    where: { connectionId },
    data: { walkState: 'pending', walkPosition, walkSeen: 0, passStartedAt: now, errorCode: null, errorMessage: null },
  });
}
