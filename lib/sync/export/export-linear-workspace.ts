import { z } from 'zod';
import type { LinearCollection } from '@/lib/contracts/linear-collection';
import { linearCollections } from '@/lib/contracts/values';
import type { StoredConnection } from '@/lib/db/connection';
import { listById, listNewest, listPresent } from '@/lib/db/linear-list';
import { listMirrors } from '@/lib/db/mirror-state';
import { listTeamScopes } from '@/lib/db/team-scope';
import { AppError } from '@/lib/errors/app-error';
import { chunk } from '@/lib/kit/chunk';
import { log } from '@/lib/log/log';
import { readObjects } from '@/lib/sync/reading/linear-reading-objects';
import { isChosen } from '@/lib/sync/reading/linear-reading-scope';
import { asText, type WorkspaceFolder } from './export-linear-folder';

export interface ExportCounts {
  written: number;
  unchanged: number;
  removed: number;
}

interface Work {
  connection: StoredConnection;
  folder: WorkspaceFolder;
  counts: ExportCounts;
  /** Called before every page. */
  keep(): Promise<void>;
}

const stateFile = '.sync-state.json';
const organizationFile = 'organization.json';
const pageSize = 250;
const writtenAtOnce = 16;

/** One workspace to its folder: a page of objects in memory at a time, and a file touched only where it differs. */
export async function exportWorkspace(work: Work, now: Date): Promise<void> {
  const { connection, folder } = work;
  await refuseForeignFolder(work);
  await folder.prepare();
  const { workspaceId: id, workspaceName: name, workspaceUrlKey: urlKey } = connection;
  count(work, (await folder.put(organizationFile, asText({ id, name, urlKey }))) ? 'written' : 'unchanged');
  const collections = linearCollections.filter((each) => each !== 'organization' && isChosen(connection, each));
  const cursors = JSON.stringify(await listCursors(work, collections));
  await folder.putPieces(stateFile, async (add) => {
    await add(`{\n  "lastSyncAt": ${JSON.stringify(now)},\n  "cursors": ${cursors},\n  "syncedIds": {`);
    for (const [place, collection] of collections.entries()) {
      await add(`${place === 0 ? '' : ','}\n    "${collection}": [`);
      await exportCollection(work, collection, add);
      await add(']');
    }
    await add('\n  }\n}\n');
  });
  await folder.finish();
}

/** The url key of a workspace can go to another one. */
async function refuseForeignFolder({ connection, folder }: Work): Promise<void> {
  const text = await folder.read(organizationFile);
  const held = text === null ? null : z.object({ id: z.string() }).safeParse(parseJson(text)).data;
  if (!held || held.id === connection.workspaceId) return;
  throw new AppError('export_failed', `The folder ${folder.path} holds the export of another workspace.`, {
    hint: 'Move it away, or export to another folder.',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The newest change of each collection. */
async function listCursors(
  { connection }: Work,
  collections: LinearCollection[],
): Promise<Record<string, string | null>> {
  const newest = await Promise.all(
    collections.map(async (collection) => {
      const page = { connectionId: connection.id, collection, filter: {}, after: null, limit: 1 };
      const [first] = await listNewest(page);
      return [collection, first?.updatedAt || null];
    }),
  );
  return Object.fromEntries(newest);
}

async function exportCollection(
  work: Work,
  collection: LinearCollection,
  addToState: (text: string) => Promise<void>,
): Promise<void> {
  const { connection, folder } = work;
  const of = { connectionId: connection.id, collection };
  await folder.prepareCollection(collection);
  let isFirst = true;
  for (let afterId = ''; ; ) {
    await work.keep();
    const ids = (await listById({ ...of, afterId, limit: pageSize })).map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) break;
    const exported = await exportObjects(work, collection, await readObjects(connection.id, collection, ids));
    if (exported.length > 0)
      await addToState((isFirst ? '' : ', ') + exported.map((id) => JSON.stringify(id)).join(', '));
    isFirst &&= exported.length === 0;
    afterId = last;
  }
  if (!(await isComplete(connection.id, collection))) return;
  work.counts.removed += await folder.removeUnless(collection, async (ids) => {
    // As long as reading them: a folder of many that vanished must not pass for one that a crash left locked.
    await work.keep();
    return listPresent({ ...of, ids });
  });
}

async function exportObjects(work: Work, collection: LinearCollection, objects: { id: string }[]): Promise<string[]> {
  const exported: string[] = [];
  for (const some of chunk(objects, writtenAtOnce)) {
    const outcomes = await Promise.all(some.map((object) => work.folder.putObject(collection, object)));
    for (const [place, object] of some.entries()) {
      const outcome = outcomes[place];
      if (outcome) {
        count(work, outcome);
        exported.push(object.id);
      } else
        log().warn({ collection, id: object.id.slice(0, 200) }, 'An object has an id that no file can be named after');
    }
  }
  return exported;
}

function count({ counts }: Work, outcome: 'written' | 'unchanged'): void {
  counts[outcome] += 1;
}

/** Before everything was read once, what is not here may be there at Linear. */
async function isComplete(connectionId: string, collection: LinearCollection): Promise<boolean> {
  if (collection === 'issues' || collection === 'teams' || collection === 'workflow-states') {
    const synced = (await listTeamScopes(connectionId)).filter(({ selected, visible }) => selected && visible);
    return synced.length > 0 && synced.every(({ importedAt }) => importedAt !== null);
  }
  const mirrors = await listMirrors([connectionId]);
  return mirrors.some((mirror) => mirror.collection === collection && mirror.importedAt !== null);
}
