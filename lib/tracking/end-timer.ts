import type { EntryReview } from '@/lib/contracts/time-entry';
import { longestEntrySeconds } from '@/lib/contracts/values';
import type { Tx } from '@/lib/db/client';
import { getTimeEntry, type TimeEntryRow, updateTimeEntry } from '@/lib/db/time-entry';
import { must } from '@/lib/kit/must';
import { secondsBetween, toWholeSecond } from '@/lib/time/local-day';
import { listChanges, writeHistory } from './entry-history';

interface TimerEnd {
  at: Date;
  /** Null: Trackline itself. */
  actorId: string | null;
  /** Why a person should look at it. */
  review?: EntryReview;
}

/**
 * Gives a running entry its end; also another one to an entry that Trackline ended by itself. No rule refuses it: what has
 * run is never lost to an overlap or to a lock that came later. What ran for longer than an entry may be ends after that
 * time, and is marked; an entry is never empty.
 */
export async function endTimer(row: TimeEntryRow, { at, actorId, review }: TimerEnd, now: Date, tx: Tx): Promise<void> {
  const startedAt = must(row.startedAt, 'the start of a timer');
  const ranFor = secondsBetween(startedAt, toWholeSecond(at));
  const durationSeconds = Math.min(Math.max(ranFor, 1), longestEntrySeconds);
  const endedAt = new Date(startedAt.getTime() + durationSeconds * 1000);
  const mark = ranFor > longestEntrySeconds ? 'stopped_at_longest' : (review ?? null);
  await updateTimeEntry(row.id, { endedAt, durationSeconds, askAt: null, review: mark }, now, tx);
  const changes = listChanges(row, must(await getTimeEntry(row.id, tx), 'the ended entry'));
  await writeHistory({ entryId: row.id, userId: row.userId, actorId, kind: 'stopped', changes }, now, tx);
}
