import type { ConnectionChange } from '@/lib/contracts/connection';
import type { ChosenCollection } from '@/lib/contracts/linear-collection';
import type { Tx } from '@/lib/db/client';
import type { ConnectionUpdate, StoredConnection } from '@/lib/db/connection';
import { clearAllMissingObjects, deleteCollections, deleteObjectsOfTeams } from '@/lib/db/linear-object';
import { createMirrors, deleteMirrors, restartMirrors } from '@/lib/db/mirror-state';
import { deleteDescriptions } from '@/lib/db/task-description';
import { restartWalks } from '@/lib/db/team-scope';
import { approvedBeginning } from './mirror';
import { readCollections } from './mirror-view';

type Choosable = Pick<StoredConnection, 'id' | 'collections' | 'descriptions'>;

/** What is chosen anew is read from its beginning by a run that comes at once; of what is left, nothing stays here. */
export async function chooseMirrored(
  connection: Choosable,
  { collections, descriptions, apiKey }: ConnectionChange,
  now: Date,
  tx: Tx,
): Promise<ConnectionUpdate> {
  // Another key may see more, less, or another person's notifications.
  if (apiKey !== undefined) await walkMirrorsAnew(connection.id, now, tx);
  const hasNewOwner = apiKey !== undefined && (await leaveNotifications(connection, now, tx));
  const isNew = await chooseCollections(connection, collections, now, tx);
  const hasMoreToRead = (await chooseDescriptions(connection, descriptions, tx)) || isNew || hasNewOwner;
  return {
    ...(collections === undefined ? {} : { collections: JSON.stringify([...new Set(collections)]) }),
    ...(descriptions === undefined ? {} : { descriptions }),
    ...(hasMoreToRead ? { resumeAt: now, resumeMode: 'incremental' } : {}),
  };
}

/** Those of the old key's owner are nobody else's: they neither wait for a pass nor for a yes. Answers whether others are to be read. */
async function leaveNotifications({ id, collections }: Choosable, now: Date, tx: Tx): Promise<boolean> {
  const letters = readCollections(collections).filter((collection) => collection === 'notifications');
  await deleteMirrors(id, letters, tx);
  await deleteCollections(id, letters, tx);
  await createMirrors(id, letters, now, tx);
  return letters.length > 0;
}

async function chooseCollections(
  { id, collections }: Choosable,
  chosen: ChosenCollection[] | undefined,
  now: Date,
  tx: Tx,
): Promise<boolean> {
  if (chosen === undefined) return false;
  const before = readCollections(collections);
  const left = before.filter((collection) => !chosen.includes(collection));
  const added = chosen.filter((collection) => !before.includes(collection));
  await deleteMirrors(id, left, tx);
  await deleteCollections(id, left, tx);
  await createMirrors(id, added, now, tx);
  return added.length > 0;
}

/** Linear stamps no issue for it: all teams are walked, and each issue that has a text is written once more. */
async function chooseDescriptions(connection: Choosable, wanted: boolean | undefined, tx: Tx): Promise<boolean> {
  if (wanted === undefined || wanted === connection.descriptions) return false;
  if (wanted) await restartWalks(connection.id, tx);
  else await deleteDescriptions(connection.id, tx);
  return wanted;
}

/** What no stamp tells is found by meeting everything: after a day, a renamed team, a team that came or went. */
export async function walkMirrorsAnew(connectionId: string, now: Date, tx: Tx): Promise<void> {
  await clearAllMissingObjects(connectionId, tx);
  await restartMirrors(connectionId, { now, walkPosition: null }, tx);
}

/** Teams that are not synced any more take what is theirs along; however much it is, a person has just said so. */
export async function leaveTeams(connectionId: string, teamIds: string[], now: Date, tx: Tx): Promise<void> {
  await deleteObjectsOfTeams(connectionId, teamIds, tx);
  await clearAllMissingObjects(connectionId, tx);
  await restartMirrors(connectionId, { now, walkPosition: approvedBeginning }, tx);
}
