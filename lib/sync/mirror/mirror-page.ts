import type { Tx } from '@/lib/db/client';
import { updateConnection } from '@/lib/db/connection';
import { updateMissingObjects } from '@/lib/db/linear-object';
import { isMirrorHere, updateMirrors, updateWalkOfMirror } from '@/lib/db/mirror-state';
import type { AppError } from '@/lib/errors/app-error';
import { isRefusal } from '@/lib/linear/collections-look';
import type { MirroredCollection, ObjectPage } from '@/lib/linear/collections-types';
import { type Applied, emptyCounts, type Failure } from '@/lib/sync/apply-issues';
import { quotaText, type Storing, storing } from '@/lib/sync/store';
import { type Mirror, type MirrorStep, readingColumns, walkColumns } from './mirror';
import { storeObjects } from './mirror-store';

export interface Progress {
  done: number;
  total: number;
}

/** What is known to be left. Linear tells no totals: while a walk goes on there is at least one more page. */
export function withMirrors(issues: Progress, mirrors: Mirror[], pageSize: number): Progress {
  const seen = mirrors.reduce((sum, mirror) => sum + mirror.seen, 0);
  const open = mirrors.filter(({ walk }) => walk !== 'done').length;
  return { done: issues.done + seen, total: issues.total + seen + open * pageSize };
}

export function failuresOf(collection: MirroredCollection, page: ObjectPage): Failure[] {
  return page.unreadable.map(({ id, message }) => ({
    identifier: null,
    externalId: id,
    message: `In ${collection}: ${message}`,
  }));
}

export function mirrorApplied(failures: Failure[]): Applied {
  return { counts: { ...emptyCounts(), failed: failures.length }, failures };
}

/** A page's rows, and where its mirror stands after it. False: the collection was left meanwhile, and nothing is stored. */
export async function writeStep(
  before: Mirror,
  { mirror, covered }: MirrorStep,
  page: ObjectPage,
  now: Date,
  tx: Tx,
): Promise<boolean> {
  const { connectionId, collection, createdAt } = before;
  if (!(await isMirrorHere({ connectionId, collection, createdAt }, tx))) return false;
  await storeObjects(connectionId, collection, page.objects, { now, tx });
  if (covered) await updateMissingObjects({ connectionId, collection, ...covered }, now, tx);
  await writeMirror(before, mirror, tx);
  return true;
}

/** Only what differs: an unchanged collection writes nothing. */
export async function writeMirror(before: Mirror, after: Mirror, tx: Tx): Promise<void> {
  const { connectionId, collection } = before;
  const [was, is] = [readingColumns(before), readingColumns(after)];
  const isSame = was.newest === is.newest && was.windows === is.windows && before.error?.code === after.error?.code;
  if (!isSame)
    await updateMirrors(
      connectionId,
      [collection],
      { ...is, errorCode: after.error?.code ?? null, errorMessage: after.error?.message ?? null },
      tx,
    );
  const [stood, stands] = [walkColumns(before), walkColumns(after)];
  const isMoved = stood.walkState !== stands.walkState || stood.walkPosition !== stands.walkPosition;
  const isBegun = stood.passStartedAt?.getTime() !== stands.passStartedAt?.getTime();
  if (isMoved || isBegun || before.seen !== after.seen)
    await updateWalkOfMirror({ connectionId, collection, ...stood }, { ...stands, walkSeen: after.seen }, tx);
}

/** What Linear would not answer is this collection's error; the others go on. */
export function refusedMirror(mirror: Mirror, error: AppError, now: Date): Mirror {
  const refusedAt = isRefusal(error) ? now.getTime() : null;
  return { ...mirror, refusedAt, error: { code: error.code, message: error.message } };
}

/** One page of one collection, with the run's numbers and its lease. */
export async function storeMirrorPage(
  at: Storing,
  { before, step, page, progress }: { before: Mirror; step: MirrorStep; page: ObjectPage; progress: Progress },
): Promise<boolean> {
  const { connection, held, client } = at;
  const applied = mirrorApplied(failuresOf(before.collection, page));
  const isHere = await storing(at.signal, async (tx) => {
    const written = await writeStep(before, step, page, at.now(), tx);
    if (step.mirror.error === null)
      await updateMirrors(connection.id, [before.collection], { lastReadAt: at.now() }, tx);
    await updateConnection(connection.id, { quota: quotaText(client) }, tx);
    await held.save(held.numbers(client, { applied, pages: 1, progress }), tx);
    return written;
  });
  held.note(applied, 1);
  return isHere;
}
