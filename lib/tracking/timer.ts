import type { PersonActor } from '@/lib/auth/actor';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Timer, TimerStarted, TimerStartInput, TimerStopInput } from '@/lib/contracts/timer';
import { inTransaction, type Tx } from '@/lib/db/client';
import { listTaskIdsByIdentifier } from '@/lib/db/task';
import { deleteTimeEntry, getRunningEntry, type TimeEntryRow } from '@/lib/db/time-entry';
import { AppError } from '@/lib/errors/app-error';
import { secondsBetween, toWholeSecond } from '@/lib/time/local-day';
import { answerTimeMs, askTime } from './ask-time';
import { editEntry } from './change-entry';
import { writeEntry } from './create-entry';
import { writeHistory } from './entry-history';
import { timedSpan } from './entry-span';
import { findIdentifiers } from './find-identifiers';
import { getEntry } from './get-entry';
import { toTimeEntries } from './to-time-entry';

export async function getTimer(actor: PersonActor, now: Date): Promise<Timer> {
  const row = await getRunningEntry(actor.userId);
  const [entry = null] = row === null ? [] : await toTimeEntries(actor, [row]);
  const askAt = row?.askAt ?? null;
  return {
    entry,
    now: now.toISOString(),
    askAt: askAt?.toISOString() ?? null,
    stopsAt: askAt === null ? null : new Date(askAt.getTime() + answerTimeMs).toISOString(),
  };
}

/**
 * Starts a timer; one that runs on something else ends at the same instant. What runs on the same already goes on:
 * of two tabs that start at once, the second finds what the first began.
 */
export async function startTimer(actor: PersonActor, input: TimerStartInput, now: Date): Promise<TimerStarted> {
  const stoppedId = await inTransaction(async (tx) => {
    const subject = await givenSubject(input, tx);
    const running = await getRunningEntry(actor.userId, tx);
    if (running !== null && isOn(running, subject) && input.startedAt === undefined) return null;
    const span = timedSpan(input.startedAt === undefined ? now : new Date(input.startedAt), null, actor.timeZone, now);
    const startedAt = span.startedAt ?? now;
    const stopped = running === null ? null : await endAt(actor, running, startedAt, now, tx);
    const { userId } = actor;
    const { description, billable, tags } = input;
    const askAt = askTime(startedAt, startedAt, actor);
    await writeEntry(actor, { userId, ...subject, span, description, billable, tags, source: 'timer', askAt }, now, tx);
    return stopped;
  });
  const stopped = stoppedId === null ? null : await getEntry(actor, stoppedId);
  return { ...(await getTimer(actor, now)), stopped };
}

/** Throws `no_timer` when nothing runs, `timer_changed` when something else does than the caller saw. */
export async function stopTimer(actor: PersonActor, input: TimerStopInput, now: Date): Promise<TimeEntry> {
  const entryId = await inTransaction(async (tx) => {
    const running = await requireRunning(actor, input.entryId, tx);
    const endedAt = input.endedAt === undefined ? latestEnd(running, now) : new Date(input.endedAt);
    await editEntry(actor, running.id, { endedAt: endedAt.toISOString() }, now, tx);
    return running.id;
  });
  return getEntry(actor, entryId);
}

/** Ends the running one without keeping its time; its history keeps it, so that it can come back. */
export async function discardTimer(actor: PersonActor, entryId: string | undefined, now: Date): Promise<TimeEntry> {
  const { row, shown } = await inTransaction(async (tx) => {
    const row = await requireRunning(actor, entryId, tx);
    const [shown] = await toTimeEntries(actor, [row]);
    await discard(actor, row, now, tx);
    return { row, shown };
  });
  if (shown === undefined) throw new Error(`The entry ${row.id} cannot be shown`);
  return shown;
}

async function discard(actor: PersonActor, row: TimeEntryRow, now: Date, tx: Tx): Promise<void> {
  await deleteTimeEntry(row.id, tx);
  const { id: entryId, userId } = row;
  await writeHistory({ entryId, userId, actorId: actor.userId, kind: 'deleted', snapshot: row }, now, tx);
}

async function requireRunning(actor: PersonActor, entryId: string | undefined, tx: Tx): Promise<TimeEntryRow> {
  const running = await getRunningEntry(actor.userId, tx);
  if (running === null) throw new AppError('no_timer', 'No timer is running.');
  if (entryId !== undefined && entryId !== running.id)
    throw new AppError('timer_changed', 'Another timer runs now: it was switched in another tab or on another device.');
  return running;
}

/** What was started in the same second has no time: it is discarded, and its history says so. Answers the id of what was kept. */
async function endAt(actor: PersonActor, running: TimeEntryRow, at: Date, now: Date, tx: Tx): Promise<string | null> {
  const { startedAt } = running;
  if (startedAt !== null && secondsBetween(startedAt, toWholeSecond(at)) === 0) {
    await discard(actor, running, now, tx);
    return null;
  }
  if (startedAt !== null && at < startedAt) {
    const message = 'This is before the start of the timer that runs now.';
    throw new AppError('ends_before_start', message, { errors: [{ path: 'startedAt', message }] });
  }
  await editEntry(actor, running.id, { endedAt: at.toISOString() }, now, tx);
  return running.id;
}

/** A timer stopped within its first second has one second, because an entry is never empty. */
function latestEnd({ startedAt }: TimeEntryRow, now: Date): Date {
  const end = toWholeSecond(now);
  return startedAt !== null && end <= startedAt ? new Date(startedAt.getTime() + 1000) : end;
}

async function givenSubject({ taskId, projectId, identifier }: TimerStartInput, tx: Tx) {
  if (identifier === undefined) return { taskId, projectId };
  const [found] = await listTaskIdsByIdentifier(
    findIdentifiers(identifier).map((found) => found.identifier),
    tx,
  );
  if (found !== undefined) return { taskId: found };
  const message = 'No task has or had this identifier.';
  throw new AppError('not_found', message, { errors: [{ path: 'identifier', message }] });
}

function isOn(
  running: TimeEntryRow,
  { taskId, projectId }: { taskId?: string | undefined; projectId?: string | undefined },
) {
  return taskId === undefined ? running.taskId === null && running.projectId === projectId : running.taskId === taskId;
}
