import type { PersonActor } from '@/lib/auth/actor';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { TimerStopInput } from '@/lib/contracts/timer';
import { inTransaction, type Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { getTimeEntry, type TimeEntryRow } from '@/lib/db/time-entry';
import { AppError } from '@/lib/errors/app-error';
import type { ErrorCode } from '@/lib/errors/codes';
import { must } from '@/lib/kit/must';
import { toWholeSecond } from '@/lib/time/local-day';
import { answerTimeMs } from './ask-time';
import { endTimer } from './end-timer';
import { isLocked } from './entry-checks';
import { clockLeewayMs } from './entry-span';
import { getEntry } from './get-entry';
import { stopForgotten } from './stop-forgotten';
import { requireRunning } from './timer';

/**
 * Ends the running timer, at `endedAt` or now. Throws `no_timer` when nothing runs, `timer_changed` when something else does
 * than the caller saw. One that Trackline has ended meanwhile is answered as it is, or gets the end that its person gave in
 * time: while their network was away, say.
 */
export async function stopTimer(actor: PersonActor, input: TimerStopInput, now: Date): Promise<TimeEntry> {
  const forgottenId = await stopForgotten(actor.userId, now);
  return inTransaction(async (tx) => {
    const row =
      (await getEnded(actor, input.entryId ?? forgottenId, tx)) ?? (await requireRunning(actor, input.entryId, tx));
    if (!isTooLate(row, input.endedAt) && !(await isSettled(actor, row, tx)))
      await endTimer(row, { at: givenEnd(row, input.endedAt, now), actorId: actor.userId }, now, tx);
    return getEntry(actor, row.id, tx);
  });
}

/** An own entry that Trackline has ended, and that nobody has looked at since. */
async function getEnded({ userId }: PersonActor, entryId: string | null, tx: Tx): Promise<TimeEntryRow | null> {
  const entry = entryId === null ? null : await getTimeEntry(entryId, tx);
  const isEnded = entry !== null && entry.userId === userId && entry.endedAt !== null && entry.review !== null;
  return isEnded ? entry : null;
}

/** Given after the hour that there was for an answer: the end that Trackline gave stands, until somebody looks at it. */
function isTooLate({ endedAt }: TimeEntryRow, given: string | undefined): boolean {
  return endedAt !== null && (given === undefined || Date.parse(given) > endedAt.getTime() + answerTimeMs);
}

/** It ended by itself on a day that was locked since: nothing there changes but by an admin. */
async function isSettled({ role }: PersonActor, { on, endedAt }: TimeEntryRow, tx: Tx): Promise<boolean> {
  return endedAt !== null && role !== 'admin' && isLocked(on, await getInstallation(tx));
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
