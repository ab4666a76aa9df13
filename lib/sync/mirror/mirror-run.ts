import { getConnection } from '@/lib/db/connection';
import { createMirrors, listMirrors, type StoredMirror, updateMirrors } from '@/lib/db/mirror-state';
import type { StoredRun } from '@/lib/db/sync-run';
import { RunStop } from '@/lib/sync/run-stop';
import { type Storing, storing } from '@/lib/sync/store';
import { type Mirror, readMirror } from './mirror';
import { lookAtMirrors } from './mirror-look';
import { type Progress, withMirrors } from './mirror-page';
import { nextMirrorWork, readOnMirrors } from './mirror-read';
import { settleMirror } from './mirror-settle';
import { readCollections } from './mirror-view';

/**
 * Everything that is mirrored besides the issues, once they are complete, with the pages that they have left. False: the
 * pages ended first.
 */
export async function readMirrors(
  at: Storing,
  run: Pick<StoredRun, 'mode' | 'allowLargeRemoval'>,
  { teamIds, budget, progress }: { teamIds: string[] | null; budget: number; progress: Progress },
): Promise<boolean> {
  const chosen = await loadMirrors(at);
  if (chosen.length === 0) return true;
  const looked = await lookAtMirrors(at, chosen, { teamIds, isFull: run.mode === 'full', progress });
  const read = await readOnMirrors(at, { mirrors: looked, budget }, { teamIds, progress });
  let isComplete = nextMirrorWork(read.mirrors) === null;
  let left = read.budget;
  const shown = withMirrors(progress, read.mirrors, at.client.pageSize);
  for (const mirror of read.mirrors) {
    const { allowLargeRemoval } = run;
    if (mirror.walk !== 'done' || !(mirror.passStartedAt !== null || (allowLargeRemoval && isBlocked(mirror))))
      continue;
    const after = await settleMirror(at, mirror, { teamIds, budget: left, progress: shown, allowLargeRemoval });
    if (after === null) isComplete = false;
    left = after ?? 0;
  }
  return isComplete;
}

/** As they are chosen now: a person may have changed that since the run began. */
function loadMirrors(at: Storing): Promise<Mirror[]> {
  const { id } = at.connection;
  const now = at.now();
  return storing(at.signal, async (tx) => {
    const connection = await getConnection(id, tx);
    // Deleted meanwhile, and the run's row with it.
    if (!connection) throw new RunStop('lease_lost');
    const chosen = readCollections(connection.collections);
    if (chosen.length === 0) return [];
    await at.held.save({}, tx);
    await createMirrors(id, chosen, now, tx);
    const rows = (await listMirrors([id], tx)).filter(({ collection }) => chosen.some((each) => each === collection));
    // Teams and workflow states have come with the look at issues.
    const withIssues = rows.filter((row) => readMirror(row) === null);
    await settleWithIssues(id, withIssues, now, tx);
    const mirrors = rows.flatMap((row) => readMirror(row) ?? []);
    const order = new Map(chosen.map((collection, index) => [collection as string, index]));
    mirrors.sort((a, b) => (order.get(a.collection) ?? 0) - (order.get(b.collection) ?? 0));
    return mirrors;
  });
}

async function settleWithIssues(
  connectionId: string,
  rows: StoredMirror[],
  now: Date,
  tx: Parameters<typeof updateMirrors>[3],
): Promise<void> {
  const names = (some: StoredMirror[]) => some.map(({ collection }) => collection);
  await updateMirrors(connectionId, names(rows), { lastReadAt: now }, tx);
  const passing = rows.filter(({ passStartedAt }) => passStartedAt !== null);
  const done = { walkState: 'done', passStartedAt: null, lastPassAt: now };
  await updateMirrors(connectionId, names(passing), done, tx);
  const fresh = passing.filter(({ importedAt }) => importedAt === null);
  await updateMirrors(connectionId, names(fresh), { importedAt: now }, tx);
}

/** It waits for a person's yes. */
function isBlocked({ error }: Mirror): boolean {
  return error?.code === 'large_removal';
}
