import { createHash } from 'node:crypto';
import type { PersonActor } from '@/lib/auth/actor';
import type { DraftAcceptInput } from '@/lib/contracts/draft';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { inTransaction, type Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { listTimeEntries } from '@/lib/db/time-entry';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { writeEntry } from './create-entry';
import { refuseOverlap } from './entry-checks';
import { timedSpan } from './entry-span';
import { toTimeEntries } from './to-time-entry';
import { wasMade } from './was-made';

/**
 * Makes entries of drafts, all or none; the same `firstId` again adds nothing again. What was logged since the draft was made
 * is in its way even where entries may overlap: a draft is what nothing was logged for.
 */
export function acceptDrafts(
  actor: PersonActor,
  { items }: DraftAcceptInput,
  now: Date,
  firstId: string = newId(now.getTime()),
): Promise<TimeEntry[]> {
  const ids = items.map((_, place) => idAt(firstId, place));
  return inTransaction(async (tx) => {
    if (!(await wasMade(firstId, tx)))
      for (const [place, item] of items.entries())
        await named(place, () => acceptDraft(actor, item, { id: ids[place] ?? firstId, now }, tx));
    return toTimeEntries(actor, await listTimeEntries(ids, tx), tx);
  });
}

async function acceptDraft(
  actor: PersonActor,
  { taskId, startedAt, endedAt, description }: DraftAcceptInput['items'][number],
  { id, now }: { id: string; now: Date },
  tx: Tx,
): Promise<void> {
  const { userId, timeZone } = actor;
  const span = timedSpan(new Date(startedAt), new Date(endedAt), timeZone, now);
  const installation = { ...(await getInstallation(tx)), overlaps: 'refuse' };
  await refuseOverlap(span, { userId, installation, now }, tx);
  const source = actor.via === 'token' ? 'api' : 'manual';
  await writeEntry(actor, { id, userId, taskId, span, description, source }, now, tx);
}

/** A field is wrong in one of many. */
async function named(place: number, accept: () => Promise<void>): Promise<void> {
  try {
    await accept();
  } catch (error) {
    if (!(error instanceof AppError) || error.errors === undefined) throw error;
    const { code, message, hint, errors } = error;
    throw new AppError(code, message, {
      ...(hint === undefined ? {} : { hint }),
      errors: errors.map(({ path, message }) => ({ path: `items.${place}.${path}`, message })),
    });
  }
}

/** The first entry has the id that the call stands for, the others one that follows from it. */
function idAt(firstId: string, place: number): string {
  if (place === 0) return firstId;
  const bytes = createHash('sha256').update(`${firstId} ${place}`).digest().subarray(0, 16);
  // A UUID version 8 (RFC 9562).
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
