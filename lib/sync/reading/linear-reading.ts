import type { PersonActor } from '@/lib/auth/actor';
import type { ListOf } from '@/lib/contracts/common';
import type { LinearCollection, LinearQuery } from '@/lib/contracts/linear-collection';
import { type LinearPosition, listNewest } from '@/lib/db/linear-list';
import { groupBy } from '@/lib/kit/group-by';
import { decodeCursor, encodeCursor } from '@/lib/tracking/cursor';
import { readFilter, refuseFilters } from './linear-reading-filter';
import { type PublishedObject, readObjects } from './linear-reading-objects';
import { listMirroredConnections, refuseReader } from './linear-reading-scope';

/**
 * One page of a collection of the mirror, as it is stored here: Linear is not asked. Newest `updatedAt` first, and by id
 * where that is the same, over all connections that have the collection.
 */
export async function listLinearObjects(
  actor: PersonActor,
  collection: LinearCollection,
  query: LinearQuery,
): Promise<ListOf<PublishedObject>> {
  refuseReader(actor, collection);
  refuseFilters(collection, query);
  const connections = await listMirroredConnections(collection, query.connectionId);
  const filter = await readFilter(
    query,
    connections.map(({ id }) => id),
  );
  const after = readAfter(query.cursor, collection);
  const found = await Promise.all(
    connections.map(async ({ id: connectionId }) => {
      const page = { connectionId, collection, filter, after, limit: query.limit + 1 };
      return (await listNewest(page)).map((position) => ({ ...position, connectionId }));
    }),
  );
  const newest = found.flat().sort(newestFirst);
  const shown = newest.slice(0, query.limit);
  const last = newest.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: await readShown(collection, shown),
    nextCursor: last === undefined ? null : encodeCursor(orderOf(collection), [last.updatedAt, last.id]),
  };
}

interface Found extends LinearPosition {
  connectionId: string;
}

async function readShown(collection: LinearCollection, shown: Found[]): Promise<PublishedObject[]> {
  const objects = new Map<string, PublishedObject>();
  for (const [connectionId, some] of groupBy(shown, (each) => each.connectionId)) {
    const ids = some.map(({ id }) => id);
    for (const object of await readObjects(connectionId, collection, ids)) objects.set(object.id, object);
  }
  return shown.flatMap(({ id }) => objects.get(id) ?? []);
}

function readAfter(cursor: string | undefined, collection: LinearCollection): LinearPosition | null {
  const values = cursor === undefined ? null : decodeCursor(cursor, orderOf(collection), ['text', 'text']);
  return values === null ? null : { updatedAt: String(values[0]), id: String(values[1]) };
}

const orderOf = (collection: LinearCollection) => `${collection} updated desc`;

/** As the database compares them: by code, not by language. */
function newestFirst(a: LinearPosition, b: LinearPosition): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt < b.updatedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
