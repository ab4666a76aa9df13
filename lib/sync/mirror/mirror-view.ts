import { z } from 'zod';
import { type ChosenCollection, chosenCollection, type MirrorView } from '@/lib/contracts/linear-collection';
import type { StoredConnection } from '@/lib/db/connection';
import { countObjects, listMirrors, type StoredMirror } from '@/lib/db/mirror-state';

const chosen = z.array(chosenCollection);

export function readCollections(text: string): ChosenCollection[] {
  return chosen.parse(JSON.parse(text));
}

/** How the mirrors of these connections stand, by connection. */
export async function viewMirrors(
  connections: Pick<StoredConnection, 'id' | 'collections'>[],
): Promise<Map<string, MirrorView[]>> {
  const ids = connections.map(({ id }) => id);
  const [mirrors, counts] = await Promise.all([listMirrors(ids), countObjects(ids)]);
  return new Map(
    connections.map(({ id, collections }) => {
      const views = readCollections(collections).map((collection) => {
        const mirror = mirrors.find((each) => each.connectionId === id && each.collection === collection);
        return viewMirror(collection, mirror, counts.get(`${id}/${collection}`) ?? 0);
      });
      return [id, views];
    }),
  );
}

function viewMirror(collection: ChosenCollection, mirror: StoredMirror | undefined, count: number): MirrorView {
  const error =
    mirror?.errorCode && mirror.errorMessage ? { code: mirror.errorCode, message: mirror.errorMessage } : null;
  return {
    collection,
    chosen: true,
    state: stateOf(mirror),
    count,
    read: mirror?.walkSeen ?? 0,
    lastReadAt: mirror?.lastReadAt?.toISOString() ?? null,
    lastPassAt: mirror?.lastPassAt?.toISOString() ?? null,
    error,
  };
}

function stateOf(mirror: StoredMirror | undefined): MirrorView['state'] {
  if (!mirror) return 'waiting';
  if (mirror.errorCode) return 'failed';
  if (mirror.importedAt) return 'done';
  return mirror.walkState === 'pending' ? 'waiting' : 'reading';
}
