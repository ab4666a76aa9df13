import { scheduler } from '@/lib/auth/actor';
import type { ConnectionChange } from '@/lib/contracts/connection';
import type { ChosenCollection } from '@/lib/contracts/linear-collection';
import { db } from '@/lib/db/client';
import { changeConnection } from '@/lib/sync/save-connection';
import { allCollections } from './mirror-expected';
import type { Harness } from './sync-harness';

export function change({ connection, access }: Harness, changes: ConnectionChange) {
  return changeConnection(scheduler, connection.id, changes, { access, signal: new AbortController().signal });
}

/** Everything that can be mirrored, unless told. */
export function choose(harness: Harness, collections: ChosenCollection[] = allCollections) {
  return change(harness, { collections });
}

export function countObjectsOf(collection: string): Promise<number> {
  return db().linearObject.count({ where: { collection } });
}

/** Pages of collections, and the looks at them. */
export function countMirrorRequests({ linear }: Harness): { looks: number; pages: number } {
  const count = (name: string) => linear.requests.filter(({ operationName }) => operationName === name).length;
  return { looks: count('LookAtCollections'), pages: count('Objects') + count('RelationsOf') };
}
