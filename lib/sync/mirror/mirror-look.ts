import { updateConnection } from '@/lib/db/connection';
import { updateMirrors } from '@/lib/db/mirror-state';
import { hours } from '@/lib/kit/sleep';
import { lookAtCollections } from '@/lib/linear/collections-look';
import { nextFloors } from '@/lib/sync/checkpoint';
import { quotaText, type Storing, storing } from '@/lib/sync/store';
import { afterMirrorLook, type Mirror } from './mirror';
import {
  failuresOf,
  mirrorApplied,
  type Progress,
  refusedMirror,
  withMirrors,
  writeMirror,
  writeStep,
} from './mirror-page';
import { afterTurn, nextInTurn } from './mirror-turn';

/** A collection that Linear refused is asked for again after so long; a full pass, a new key or choosing it anew asks at once. */
const refusedFor = hours(1);

/**
 * What changed in every mirrored collection, in one request: like the look at issues it is no page. Answers the mirrors
 * that can be read on; those that Linear refused, or that were left meanwhile, are not among them.
 */
export async function lookAtMirrors(
  at: Storing,
  mirrors: Mirror[],
  { teamIds, isFull, progress }: { teamIds: string[] | null; isFull: boolean; progress: Progress },
): Promise<Mirror[]> {
  const asked = mirrors.filter((mirror) => isFull || !isRefused(mirror, at.now()));
  if (asked.length === 0) return [];
  const askedAt = at.now();
  const asks = await Promise.all(
    asked.map(async (mirror) => ({
      collection: mirror.collection,
      // Before a walk whatever is newest: a small collection is then here as a whole.
      from: mirror.walk === 'pending' ? null : nextFloors(mirror).from,
      inTurn: await nextInTurn(mirror, at.now()),
    })),
  );
  const answer = await lookAtCollections(at.client, asks, teamIds, at.signal);
  const times = { askedAt, answeredAt: at.now(), serverDate: answer.serverDate };
  const steps = asked.map((before, index) => {
    const page = answer.pages.get(before.collection);
    const refusal = answer.refusals.get(before.collection);
    if (page) {
      const step = afterMirrorLook(before, page, nextFloors(before), times);
      return { before, page, step: { ...step, mirror: afterTurn(step.mirror, asks[index]?.inTurn ?? null) } };
    }
    return {
      before,
      page,
      step: { mirror: refusal ? refusedMirror(before, refusal, at.now()) : before, covered: null },
    };
  });
  const failures = steps.flatMap(({ before, page }) => (page ? failuresOf(before.collection, page) : []));
  const applied = mirrorApplied(failures);
  const left = await storing(at.signal, async (tx) => {
    const left = new Set<string>();
    for (const { before, page, step } of steps) {
      if (!page) await writeMirror(before, step.mirror, tx);
      else if (!(await writeStep(before, step, page, at.now(), tx))) left.add(before.collection);
    }
    await updateMirrors(at.connection.id, [...answer.pages.keys()], { lastReadAt: at.now() }, tx);
    await updateConnection(at.connection.id, { quota: quotaText(at.client) }, tx);
    const shown = withMirrors(
      progress,
      steps.map(({ step }) => step.mirror),
      at.client.pageSize,
    );
    await at.held.save(at.held.numbers(at.client, { applied, pages: 0, progress: shown }), tx);
    return left;
  });
  at.held.note(applied, 0);
  return steps.flatMap(({ page, step }) => (page && !left.has(step.mirror.collection) ? [step.mirror] : []));
}

function isRefused({ refusedAt, error }: Mirror, now: Date): boolean {
  return refusedAt !== null && error !== null && now.getTime() - refusedAt < refusedFor;
}
