import type { PersonActor } from '@/lib/auth/actor';
import type { EntryDuplicateInput, TimeEntry } from '@/lib/contracts/time-entry';
import { inTransaction } from '@/lib/db/client';
import type { TimeEntryRow } from '@/lib/db/time-entry';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { writeEntry } from './create-entry';
import { requireEntry } from './entry-checks';
import { daySpan, type EntrySpan } from './entry-span';
import { getEntry } from './get-entry';
import { movedSpan } from './plan-span';
import { wasMade } from './was-made';

/**
 * Adds the same time once more, for the same person, on the same or another day: at the same wall time in the entry's own
 * zone. It is new time: its rate is the one of its day, and all that holds for new time holds for it. The same `id` again
 * adds nothing again.
 */
export function duplicateEntry(
  actor: PersonActor,
  entryId: string,
  input: EntryDuplicateInput,
  now: Date,
  id: string = newId(now.getTime()),
): Promise<TimeEntry> {
  return inTransaction(async (tx) => {
    if (await wasMade(id, tx)) return getEntry(actor, id, tx);
    const entry = await requireEntry(actor, entryId, tx);
    const { userId, taskId, projectId, description, billable } = entry;
    const span = copySpan(entry, input.on ?? entry.on, now);
    const details = { description, billable, tags: JSON.parse(entry.tags) };
    const source = actor.via === 'token' ? 'api' : 'manual';
    await writeEntry(actor, { id, userId, taskId, projectId, span, ...details, source }, now, tx);
    return getEntry(actor, id, tx);
  });
}

function copySpan(entry: TimeEntryRow, on: string, now: Date): EntrySpan {
  const { startedAt, endedAt, durationSeconds, timeZone } = entry;
  if (startedAt === null) return daySpan(on, durationSeconds, timeZone, now);
  if (endedAt !== null) return movedSpan(startedAt, entry, on, now);
  throw new AppError('conflict', 'The timer still runs. Stop it first, then duplicate it.');
}
