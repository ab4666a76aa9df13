import type { PersonActor } from '@/lib/auth/actor';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { TimerStopInput } from '@/lib/contracts/timer';
import { inTransaction, type Tx } from '@/lib/db/client';
import { getTimeEntry, type TimeEntryRow } from '@/lib/db/time-entry';
import { AppError } from '@/lib/errors/app-error';
import type { ErrorCode } from '@/lib/errors/codes';
import { must } from '@/lib/kit/must';
import { toWholeSecond } from '@/lib/time/local-day';
import { endTimer } from './end-timer';
import { clockLeewayMs } from './entry-span';
import { getEntry } from './get-entry';
import { stopForgotten } from './stop-forgotten';
import { requireRunning } from './timer';

/**
 * Ends the running timer, at `endedAt` or now. Throws `no_timer` when nothing runs, `timer_changed` when something else does
 * than the caller saw. One that Trackline has ended meanwhile is answered as it is, or gets the end that the caller gives.
 */
export async function stopTimer(actor: PersonActor, input: TimerStopInput, now: Date): Promise<TimeEntry> {
  // An end that waited for the network tells more than the rule for forgotten timers knows.
  const forgottenId = input.endedAt === undefined ? await stopForgotten(actor.userId, now) : null;
  return inTransaction(async (tx) => {
    const row = await rowToStop(actor, { ...input, forgottenId }, tx);
    const isOver = row.endedAt !== null && input.endedAt === undefined;
    if (!isOver) await endTimer(row, { at: givenEnd(row, input.endedAt, now), actorId: actor.userId }, now, tx);
    return getEntry(actor, row.id, tx);
  });
}

async function rowToStop(
  actor: PersonActor,
  { entryId, forgottenId }: TimerStopInput & { forgottenId: string | null },
  tx: Tx,
): Promise<TimeEntryRow> {
  const endedId = entryId ?? forgottenId;
  const ended = endedId === null ? null : await getTimeEntry(endedId, tx);
  // Nobody has looked at it yet since Trackline ended it.
  if (ended !== null && ended.userId === actor.userId && ended.endedAt !== null && ended.review !== null) return ended;
  return requireRunning(actor, entryId, tx);
}

/** A timer stopped within its first second has one second, because an entry is never empty; so has one whose clock was set back. */
function givenEnd({ startedAt }: TimeEntryRow, endedAt: string | undefined, now: Date): Date {
  const start = must(startedAt, 'the start of a timer');
  const end = toWholeSecond(endedAt === undefined ? now : new Date(endedAt));
  if (endedAt !== undefined && end < start) throw refusal('ends_before_start', 'The end must be after the start.');
  const latest = Math.max(now.getTime(), start.getTime()) + clockLeewayMs;
  if (endedAt !== undefined && end.getTime() > latest) throw refusal('ends_in_future', 'The end is in the future.');
  return end > start ? end : new Date(start.getTime() + 1000);
}

function refusal(code: ErrorCode, message: string): AppError {
  return new AppError(code, message, { errors: [{ path: 'endedAt', message }] });
}
