import type { PersonActor } from '@/lib/auth/actor';
import { requireAdmin } from '@/lib/auth/actor';
import type { LinearCollection } from '@/lib/contracts/linear-collection';
import { listConnections, type StoredConnection } from '@/lib/db/connection';
import { AppError } from '@/lib/errors/app-error';
import { readCollections } from '@/lib/sync/mirror/mirror-view';

export type MirroredConnection = Pick<
  StoredConnection,
  'id' | 'name' | 'workspaceId' | 'workspaceName' | 'workspaceUrlKey'
>;

/** Notifications are the private letters of the key's owner. All else of the mirror is for everyone who signs in. */
export function refuseReader(actor: PersonActor, collection: LinearCollection): void {
  if (collection === 'notifications') requireAdmin(actor);
}

export function isChosen(
  { collections }: Pick<StoredConnection, 'collections'>,
  collection: LinearCollection,
): boolean {
  return collection === 'issues' || readCollections(collections).some((chosen) => chosen === collection);
}

/** Throws `collection_not_chosen`, and says what to do, when nobody asked for. Issues are always mirrored. */
export async function listMirroredConnections(
  collection: LinearCollection,
  connectionId: string | undefined,
): Promise<MirroredConnection[]> {
  const connections = await listNamedConnections(connectionId);
  const mirrored = connections.filter((connection) => isChosen(connection, collection));
  if (mirrored.length > 0 || collection === 'issues') return mirrored;
  if (connections.length === 0)
    throw new AppError('collection_not_chosen', 'No Linear workspace is connected.', {
      hint: 'An admin connects one under Connections.',
    });
  throw new AppError('collection_not_chosen', `The collection ${collection} is not read from Linear.`, {
    hint: 'An admin chooses it under Connections, in the settings of the connection.',
  });
}

export async function listNamedConnections(connectionId: string | undefined): Promise<StoredConnection[]> {
  const connections = await listConnections();
  if (connectionId === undefined) return connections;
  const named = connections.filter(({ id }) => id === connectionId);
  if (named.length === 0) throw new AppError('not_found', 'This connection does not exist.');
  return named;
}
