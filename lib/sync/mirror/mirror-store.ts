import { createHash } from 'node:crypto';
import type { Tx } from '@/lib/db/client';
import { clearMissingObjects, listObjectHashes, type StoredObject, upsertObjects } from '@/lib/db/linear-object';
import type { MirroredCollection, RemoteObject } from '@/lib/linear/collections-types';
import { oldestPageMs } from '@/lib/sync/plan';

/**
 * Writes what differs from what is stored, whoever brought it: a page, a push. A page that was fetched ahead may be older
 * than a push; then it does not win, see `isStale` in plan.ts.
 */
export async function storeObjects(
  connectionId: string,
  collection: MirroredCollection,
  objects: RemoteObject[],
  { now, tx }: { now: Date; tx: Tx },
): Promise<{ written: number }> {
  const known = await listObjectHashes(
    connectionId,
    collection,
    objects.map(({ id }) => id),
    tx,
  );
  const writes: StoredObject[] = [];
  const seenAgain: string[] = [];
  for (const object of objects) {
    const row = asRow(object);
    const stored = known.get(object.id);
    if (stored && (stored.hash === row.hash || isStale(object, stored.externalUpdatedAt, now))) {
      if (stored.missingSince !== null) seenAgain.push(object.id);
    } else writes.push(row);
  }
  await upsertObjects(connectionId, collection, writes, now, tx);
  await clearMissingObjects(connectionId, collection, seenAgain, tx);
  return { written: writes.length };
}

function isStale({ updatedAt }: RemoteObject, stored: string, now: Date): boolean {
  return updatedAt < stored && Date.parse(stored) > now.getTime() - oldestPageMs;
}

function asRow(object: RemoteObject): StoredObject {
  const data = JSON.stringify(object.data);
  const row = {
    externalId: object.id,
    externalTeamId: object.teamId,
    externalProjectId: object.projectId,
    externalIssueId: object.issueId,
    externalCreatedAt: object.createdAt,
    externalUpdatedAt: object.updatedAt,
    externalArchivedAt: object.archivedAt,
    data,
  };
  // Of more than `data`: an issue that moves takes its comments to another team, and nothing in them says so.
  return { ...row, hash: createHash('sha1').update(JSON.stringify(row)).digest('base64url') };
}
