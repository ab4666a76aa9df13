import { clearMissingObjects, countMissingObjects, deleteObjects, listMissingObjects } from '@/lib/db/linear-object';
import { isMirrorHere, updateMirrors, updateWalkOfMirror } from '@/lib/db/mirror-state';
import { AppError } from '@/lib/errors/app-error';
import { readObjectsById, readRelationsOf } from '@/lib/linear/collections';
import { isRefusal } from '@/lib/linear/collections-look';
import type { ObjectPage } from '@/lib/linear/collections-types';
import { isLargeRemoval } from '@/lib/sync/mark-gone';
import { type Storing, storing } from '@/lib/sync/store';
import { type Mirror, walkColumns } from './mirror';
import { failuresOf, mirrorApplied, type Progress, refusedMirror, writeMirror } from './mirror-page';
import { storeObjects } from './mirror-store';

interface Settling {
  teamIds: string[] | null;
  budget: number;
  progress: Progress;
  /** A person said yes to whatever is to be removed. */
  allowLargeRemoval: boolean;
}

/**
 * After a collection was walked to its end: what the walk did not meet is asked for by id. What Linear does not know any
 * more, or what is of no synced team, is deleted here: it is a copy. Null: the page budget ended first.
 */
export async function settleMirror(at: Storing, mirror: Mirror, settling: Settling): Promise<number | null> {
  const { connection } = at;
  const { candidates, stored } = await countMissingObjects(connection.id, mirror.collection);
  const needsYes = isLargeRemoval(candidates, stored) && !mirror.isApproved;
  if (needsYes && !settling.allowLargeRemoval) {
    await finish(at, mirror, largeRemoval(candidates, stored));
    return settling.budget;
  }
  const passStartedAt = mirror.passStartedAt ?? at.now();
  const settled: Mirror = needsYes ? { ...mirror, isApproved: true, passStartedAt, error: null } : mirror;
  await save(at, mirror, settled);
  let { budget } = settling;
  for (; ; budget--) {
    const missing = await listMissingObjects(connection.id, mirror.collection, at.client.pageSize);
    if (missing.length === 0) break;
    if (budget <= 0) return null;
    try {
      await settlePage(at, mirror, missing, settling);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await save(at, settled, refusedMirror(settled, error, at.now()));
      return budget - 1;
    }
  }
  await finish(at, settled, null);
  return budget;
}

async function save(at: Storing, before: Mirror, after: Mirror): Promise<void> {
  if (before === after) return;
  await storing(at.signal, async (tx) => {
    await at.held.save({}, tx);
    await writeMirror(before, after, tx);
  });
}

type Missing = { externalId: string; externalIssueId: string | null }[];

async function settlePage(
  at: Storing,
  { collection, createdAt }: Mirror,
  missing: Missing,
  { teamIds, progress }: Settling,
): Promise<void> {
  const { connection, held, client } = at;
  const { page, uncertain } = await lookUp(at, collection, missing, teamIds);
  const found = new Set([...page.objects, ...page.unreadable].map(({ id }) => id));
  const gone = missing.filter(
    ({ externalId, externalIssueId }) => !found.has(externalId) && !uncertain.has(externalIssueId ?? ''),
  );
  const applied = mirrorApplied(failuresOf(collection, page));
  await storing(at.signal, async (tx) => {
    // Left meanwhile: nothing of it may come back.
    const isHere = await isMirrorHere({ connectionId: connection.id, collection, createdAt }, tx);
    if (isHere) await storeObjects(connection.id, collection, page.objects, { now: at.now(), tx });
    await clearMissingObjects(
      connection.id,
      collection,
      missing.map(({ externalId }) => externalId),
      tx,
    );
    await deleteObjects(
      connection.id,
      collection,
      gone.map(({ externalId }) => externalId),
      tx,
    );
    await held.save(held.numbers(client, { applied, pages: 1, progress }), tx);
  });
  held.note(applied, 1);
}

/** Relations have no filter of their own; their issues have them all. */
async function lookUp(
  { client, signal }: Storing,
  collection: Mirror['collection'],
  missing: Missing,
  teamIds: string[] | null,
): Promise<{ page: ObjectPage; uncertain: ReadonlySet<string> }> {
  if (collection === 'issue-relations') {
    const issueIds = [...new Set(missing.flatMap(({ externalIssueId }) => externalIssueId ?? []))];
    const { cutIssueIds, ...page } = await readRelationsOf(client, issueIds, signal, teamIds);
    return { page, uncertain: cutIssueIds };
  }
  const ids = missing.map(({ externalId }) => externalId);
  return { page: await readObjectsById(client, collection, ids, signal, teamIds), uncertain: new Set() };
}

async function finish(at: Storing, mirror: Mirror, refused: AppError | null): Promise<void> {
  const { connection } = at;
  const now = at.now();
  const imported = mirror.isImported ? {} : { importedAt: now };
  await storing(at.signal, async (tx) => {
    await at.held.save({}, tx);
    await updateWalkOfMirror(
      { connectionId: connection.id, collection: mirror.collection, ...walkColumns(mirror) },
      { walkState: 'done', walkPosition: null, passStartedAt: null, lastPassAt: now, ...imported },
      tx,
    );
    const error = { errorCode: refused?.code ?? null, errorMessage: refused?.message ?? null };
    await updateMirrors(connection.id, [mirror.collection], error, tx);
  });
}

function largeRemoval(candidates: number, stored: number): AppError {
  return new AppError(
    'large_removal',
    `Linear no longer shows ${candidates} of ${stored} objects. Their copies were left as they are. To take a fresh copy, leave the collection and choose it again.`,
  );
}
