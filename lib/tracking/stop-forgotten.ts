import type { EntryReview } from '@/lib/contracts/time-entry';
import { inTransaction } from '@/lib/db/client';
import { getRunningEntry, listAskedBefore, type TimeEntryRow } from '@/lib/db/time-entry';
import { getUser } from '@/lib/db/user';
import { must } from '@/lib/kit/must';
import { localDay, startOfDay } from '@/lib/time/local-day';
import { answerTimeMs, longestTimerMs } from './ask-time';
import { endTimer } from './end-timer';

/** Nobody has answered "still working?" in time. */
export function isForgotten({ askAt }: Pick<TimeEntryRow, 'askAt'>, now: Date): boolean {
  return askAt !== null && askAt.getTime() + answerTimeMs <= now.getTime();
}

/** Whose timers are to be stopped now. */
export function listForgotten(now: Date): Promise<string[]> {
  return listAskedBefore(new Date(now.getTime() - answerTimeMs));
}

/**
 * Stops a person's timer at the time it was asked about, if nobody has answered, and marks it for review. Answers the id of
 * what it stopped. The sweep does this, and so does whoever meets the timer first after a long downtime; it happens once.
 */
export async function stopForgotten(userId: string, now: Date): Promise<string | null> {
  const seen = await getRunningEntry(userId);
  if (seen === null || !isForgotten(seen, now)) return null;
  return inTransaction(async (tx) => {
    // It may have been kept, stopped or switched since it was looked at.
    const row = await getRunningEntry(userId, tx);
    if (row === null || row.askAt === null || !isForgotten(row, now)) return null;
    const { timeZone } = must(await getUser(userId, tx), 'the person of a timer');
    await endTimer(row, { at: row.askAt, actorId: null, review: reasonOf(row, row.askAt, timeZone) }, now, tx);
    return row.id;
  });
}

function reasonOf({ startedAt, timeZone }: TimeEntryRow, askAt: Date, timeZoneNow: string): EntryReview {
  if (startedAt !== null && askAt.getTime() >= startedAt.getTime() + longestTimerMs) return 'stopped_at_longest';
  // Of the zone that the person was in at the start, or has moved to meanwhile.
  const isMidnight = [timeZone, timeZoneNow].some((zone) => startOfDay(localDay(askAt, zone), zone) >= askAt);
  return isMidnight ? 'stopped_at_midnight' : 'stopped_at_limit';
}
