import { inTransaction } from '@/lib/db/client';
import { listStoredTasks } from '@/lib/db/synced-task';
import { deleteHints, hasDueHints, listHints, type StoredHint } from '@/lib/db/webhook-hint';
import { AppError } from '@/lib/errors/app-error';
import { chunk } from '@/lib/kit/chunk';
import { mirroredCollections } from '@/lib/linear/collections-types';
import { readIssuesById } from '@/lib/linear/read-issues';
import { log } from '@/lib/log/log';
import { listGone } from '@/lib/sync/settle-missing';
import type { Storing } from '@/lib/sync/store';
import { backOff } from './hints-backoff';
import { readLabelled } from './hints-labels';
import { mostHintsBetweenPages } from './hints-limits';
import { readHintedObjects } from './hints-objects';
import { storeHinted } from './hints-store';

/**
 * Reads again what deliveries named, in pages by id, and applies it as any page. Answers what was read: a page that was asked for
 * before is older.
 */
export async function drainHints(at: Storing, most: number): Promise<Set<string>> {
  const hints = await listHints(at.connection.id, most);
  const read = new Set<string>();
  const ofKind = (wanted: string) => hints.filter(({ kind }) => kind === wanted);
  for (const some of chunk(ofKind('issues'), at.client.pageSize)) {
    await readHintedIssues(at, some);
    for (const { externalId } of some) read.add(externalId);
  }
  for (const some of chunk(ofKind('labels'), at.client.pageSize)) {
    for (const id of await readLabelled(at, some)) read.add(id);
  }
  for (const collection of mirroredCollections) {
    for (const some of chunk(ofKind(collection), at.client.pageSize)) {
      await readHintedObjects(at, collection, some);
      for (const { externalId } of some) read.add(externalId);
    }
  }
  await dropUnknown(at, hints);
  return read;
}

/** Of a kind that this version does not know, because another has noted it: nobody would ever read them. */
async function dropUnknown({ connection }: Storing, hints: StoredHint[]): Promise<void> {
  const known: readonly string[] = ['issues', ...mirroredCollections];
  const unknown = hints.filter(({ kind }) => !known.includes(kind));
  if (unknown.length > 0) await inTransaction((tx) => deleteHints(connection.id, unknown, tx));
}

/** For a run that does more: between its pages, and only what is due. A question that Linear refuses must not keep it from its work. */
export async function drainDueHints(at: Storing): Promise<Set<string>> {
  if (!(await hasDueHints(at.connection.id, at.now()))) return new Set();
  try {
    return await drainHints(at, mostHintsBetweenPages);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'linear_query_refused')) throw error;
    log().warn({ err: error, connectionId: at.connection.id }, 'Linear refused to answer what deliveries had named');
    await backOff(at.connection.id, error, at.now());
    return new Set();
  }
}

async function readHintedIssues(at: Storing, hints: StoredHint[]): Promise<void> {
  const ids = hints.map(({ externalId }) => externalId);
  const stored = await listStoredTasks(ids);
  const asked = ids.map((id) => ({ id, teamId: stored.get(id)?.externalTeamId ?? null }));
  const page = await readIssuesById(at.client, asked, at.signal);
  const missing = [...stored].flatMap(([externalId, { id, externalTeamId, connectionId, sourceState }]) =>
    connectionId === at.connection.id && sourceState !== 'gone' ? [{ id, externalId, teamId: externalTeamId }] : [],
  );
  await storeHinted(at, page, { hints, gone: listGone(missing, page) });
}
