import { chunk } from '@/lib/kit/chunk';
import { db, type Tx } from './client';
import { Prisma } from './generated/client';

export interface StoredObject {
  externalId: string;
  externalTeamId: string | null;
  externalProjectId: string | null;
  externalIssueId: string | null;
  externalCreatedAt: string;
  externalUpdatedAt: string;
  externalArchivedAt: string | null;
  data: string;
  hash: string;
}

/** What is compared with: by Linear's id. */
export async function listObjectHashes(
  connectionId: string,
  collection: string,
  externalIds: string[],
  tx: Tx,
): Promise<Map<string, { hash: string; externalUpdatedAt: string; missingSince: Date | null }>> {
  const rows = await tx.linearObject.findMany({
    where: { connectionId, collection, externalId: { in: externalIds } },
    select: { externalId: true, hash: true, externalUpdatedAt: true, missingSince: true },
  });
  return new Map(rows.map(({ externalId, ...row }) => [externalId, row]));
}

const moving: Record<string, (now: Date) => Prisma.Sql> = {
  projects: () => Prisma.sql`json_extract(data, '$.state') = 'started'`,
  cycles: (now) => Prisma.sql`json_extract(data, '$.startsAt') <= ${now.toISOString()}
    AND json_extract(data, '$.endsAt') > ${now.toISOString()} AND json_extract(data, '$.completedAt') IS NULL`,
};

/** Ids of the projects and cycles under way, in their order; of other collections none. */
export async function listMovingObjects(connectionId: string, collection: string, now: Date): Promise<string[]> {
  const isMoving = moving[collection];
  if (!isMoving) return [];
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT external_id AS id FROM linear_object
    WHERE connection_id = ${connectionId} AND collection = ${collection} AND external_archived_at IS NULL AND ${isMoving(now)}
    ORDER BY external_id`;
  return rows.map(({ id }) => id);
}

/** A statement of 250 rows would be near SQLite's limit of parameters. */
const rowsPerStatement = 50;

export async function upsertObjects(
  connectionId: string,
  collection: string,
  objects: StoredObject[],
  now: Date,
  tx: Tx,
): Promise<void> {
  for (const some of chunk(objects, rowsPerStatement)) {
    const rows = some.map(
      (o) => Prisma.sql`(
        ${connectionId}, ${collection}, ${o.externalId}, ${o.externalTeamId}, ${o.externalProjectId}, ${o.externalIssueId},
        ${o.externalCreatedAt}, ${o.externalUpdatedAt}, ${o.externalArchivedAt}, ${o.data}, ${o.hash}, ${now})`,
    );
    await tx.$executeRaw`
      INSERT INTO linear_object (
        connection_id, collection, external_id, external_team_id, external_project_id, external_issue_id,
        external_created_at, external_updated_at, external_archived_at, data, hash, changed_at
      ) VALUES ${Prisma.join(rows)}
      ON CONFLICT (connection_id, collection, external_id) DO UPDATE SET
        external_team_id = excluded.external_team_id, external_project_id = excluded.external_project_id,
        external_issue_id = excluded.external_issue_id, external_created_at = excluded.external_created_at,
        external_updated_at = excluded.external_updated_at, external_archived_at = excluded.external_archived_at,
        data = excluded.data, hash = excluded.hash, changed_at = excluded.changed_at, missing_since = NULL`;
  }
}

export async function deleteObjects(
  connectionId: string,
  collection: string,
  externalIds: string[],
  tx: Tx,
): Promise<number> {
  if (externalIds.length === 0) return 0;
  const { count } = await tx.linearObject.deleteMany({
    where: { connectionId, collection, externalId: { in: externalIds } },
  });
  return count;
}

export async function deleteCollections(connectionId: string, collections: string[], tx: Tx): Promise<void> {
  if (collections.length === 0) return;
  await tx.linearObject.deleteMany({ where: { connectionId, collection: { in: collections } } });
}

export async function deleteObjectsOfTeams(connectionId: string, externalTeamIds: string[], tx: Tx): Promise<void> {
  await tx.linearObject.deleteMany({ where: { connectionId, externalTeamId: { in: externalTeamIds } } });
}

/** When each mirrored cycle begins and ends, by its id. */
export async function listCycleSpans(tx: Tx = db()): Promise<Map<string, { startsAt: string; endsAt: string }>> {
  // On PostgreSQL: data::jsonb ->> 'startsAt'.
  const rows = await tx.$queryRaw<{ id: string; startsAt: string; endsAt: string }[]>`
    SELECT external_id AS id, json_extract(data, '$.startsAt') AS "startsAt", json_extract(data, '$.endsAt') AS "endsAt"
    FROM linear_object WHERE collection = 'cycles'`;
  return new Map(rows.map(({ id, ...span }) => [id, span]));
}

/** A stretch [from, to) of the instants at which objects were made, and those that a walk met in it. Null: unbounded. */
export interface WalkedObjects {
  connectionId: string;
  collection: string;
  from: string | null;
  to: string | null;
  met: ReadonlySet<string>;
}

export async function updateMissingObjects(range: WalkedObjects, since: Date, tx: Tx): Promise<void> {
  const { connectionId, collection, from, to, met } = range;
  await tx.linearObject.updateMany({
    where: {
      connectionId,
      collection,
      missingSince: null,
      externalCreatedAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) },
      externalId: { notIn: [...met] },
    },
    data: { missingSince: since },
  });
}

export async function clearMissingObjects(
  connectionId: string,
  collection: string,
  externalIds: string[],
  tx: Tx,
): Promise<void> {
  if (externalIds.length === 0) return;
  await tx.linearObject.updateMany({
    where: { connectionId, collection, externalId: { in: externalIds } },
    data: { missingSince: null },
  });
}

export async function clearAllMissingObjects(connectionId: string, tx: Tx): Promise<void> {
  await tx.linearObject.updateMany({
    where: { connectionId, missingSince: { not: null } },
    data: { missingSince: null },
  });
}

export function countObjectsOf(connectionId: string, collection: string, tx: Tx): Promise<number> {
  return tx.linearObject.count({ where: { connectionId, collection } });
}

export async function countMissingObjects(
  connectionId: string,
  collection: string,
): Promise<{ candidates: number; stored: number }> {
  const candidates = await db().linearObject.count({
    where: { connectionId, collection, missingSince: { not: null } },
  });
  const stored = candidates === 0 ? 0 : await db().linearObject.count({ where: { connectionId, collection } });
  return { candidates, stored };
}

export function listMissingObjects(
  connectionId: string,
  collection: string,
  limit: number,
): Promise<{ externalId: string; externalIssueId: string | null }[]> {
  return db().linearObject.findMany({
    where: { connectionId, collection, missingSince: { not: null } },
    orderBy: { externalId: 'asc' },
    take: limit,
    select: { externalId: true, externalIssueId: true },
  });
}
