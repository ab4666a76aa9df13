import type { Tx } from '@/lib/db/client';
import { getConnection, updateConnection } from '@/lib/db/connection';
import { countObjectsOf, deleteObjects, listObjectHashes } from '@/lib/db/linear-object';
import type { StoredHint } from '@/lib/db/webhook-hint';
import { readObjectsById } from '@/lib/linear/collections';
import { isRefusal } from '@/lib/linear/collections-look';
import type { MirroredCollection, ObjectPage } from '@/lib/linear/collections-types';
import { log } from '@/lib/log/log';
import { reachOf } from '@/lib/sync/ask-look';
import { isLargeRemoval } from '@/lib/sync/mark-gone';
import { failuresOf, mirrorApplied } from '@/lib/sync/mirror/mirror-page';
import { storeObjects } from '@/lib/sync/mirror/mirror-store';
import { readCollections } from '@/lib/sync/mirror/mirror-view';
import { quotaText, type Storing, storing } from '@/lib/sync/store';
import { endHints } from './hints-end';

/** Objects of a mirrored collection that deliveries named, read again by id. What Linear does not know any more is deleted: it is a copy. */
export async function readHintedObjects(
  at: Storing,
  collection: MirroredCollection,
  hints: StoredHint[],
): Promise<void> {
  const { connection, held, client, signal } = at;
  const ids = hints.map(({ externalId }) => externalId);
  const { teamIds } = await reachOf(connection);
  const isWanted = isIn(connection.collections, collection);
  const page = isWanted ? await readObjectsById(client, collection, ids, signal, teamIds).catch(orRefusal) : null;
  signal.throwIfAborted();
  const applied = mirrorApplied(page === null ? [] : failuresOf(collection, page));
  await storing(signal, async (tx) => {
    if (page && (await isChosen(connection.id, collection, tx))) {
      await storeObjects(connection.id, collection, page.objects, { now: at.now(), tx });
      await deleteGone(connection.id, collection, ids, page, tx);
    }
    await endHints(connection.id, hints, { now: at.now(), quota: client.pacing.quota }, tx);
    await updateConnection(connection.id, { quota: quotaText(client) }, tx);
    await held.save(held.numbers(client, { applied, pages: 0 }), tx);
  });
  held.note(applied, 0);
}

/** What the key may not read is not asked for again because of a delivery: the mirror's own reading says what is wrong. */
function orRefusal(error: unknown): null {
  if (!isRefusal(error)) throw error;
  log().warn({ err: error }, 'Linear refused to answer what deliveries had named');
  return null;
}

/** Left meanwhile: then nothing of it may come back. */
async function isChosen(connectionId: string, collection: MirroredCollection, tx: Tx): Promise<boolean> {
  const connection = await getConnection(connectionId, tx);
  return connection !== null && isIn(connection.collections, collection);
}

function isIn(collections: string, collection: MirroredCollection): boolean {
  return (readCollections(collections) as string[]).includes(collection);
}

async function deleteGone(
  connectionId: string,
  collection: MirroredCollection,
  asked: string[],
  page: ObjectPage,
  tx: Tx,
): Promise<void> {
  const found = new Set([...page.objects, ...page.unreadable].map(({ id }) => id));
  const unanswered = asked.filter((id) => !found.has(id));
  const gone = [...(await listObjectHashes(connectionId, collection, unanswered, tx)).keys()];
  // A suspicious lot is for the full pass, which asks a person.
  if (gone.length > 0 && !isLargeRemoval(gone.length, await countObjectsOf(connectionId, collection, tx)))
    await deleteObjects(connectionId, collection, gone, tx);
}
