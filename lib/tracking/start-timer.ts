import type { PersonActor } from '@/lib/auth/actor';
import type { TimerStarted, TimerStartInput } from '@/lib/contracts/timer';
import { inTransaction, type Tx } from '@/lib/db/client';
import { listTaskIdsByIdentifier } from '@/lib/db/task';
import { getLatestEnd, getRunningEntry, type TimeEntryRow } from '@/lib/db/time-entry';
import { AppError } from '@/lib/errors/app-error';
import { must } from '@/lib/kit/must';
import { newId } from '@/lib/kit/new-id';
import { addDays, localDay, secondsBetween, toWholeSecond } from '@/lib/time/local-day';
import { askTime } from './ask-time';
import { writeEntry } from './create-entry';
import { endTimer } from './end-timer';
import { clockLeewayMs, timedSpan } from './entry-span';
import { findIdentifiers } from './find-identifiers';
import { getEntry } from './get-entry';
import { stopForgotten } from './stop-forgotten';
import { discard, showTimer } from './timer';
import { wasMade } from './was-made';

/**
 * Starts a timer; one that runs on something else ends at the same instant. What runs on the same already goes on:
 * of two tabs that start at once, the second finds what the first began. `entryId` is the new entry's: the same one again
 * starts nothing again.
 */
export async function startTimer(
  actor: PersonActor,
  input: TimerStartInput,
  now: Date,
  entryId: string = newId(now.getTime()),
): Promise<TimerStarted> {
  const forgottenId = await stopForgotten(actor.userId, now);
  return inTransaction(async (tx) => {
    const stoppedId = (await wasMade(entryId, tx)) ? null : await begin(actor, input, { entryId, now }, tx);
    const id = stoppedId ?? forgottenId;
    return { ...(await showTimer(actor, now, tx)), stopped: id === null ? null : await getEntry(actor, id, tx) };
  });
}

/** Answers the id of the entry that ended by it. */
async function begin(
  actor: PersonActor,
  { startedAt: givenStart, ...input }: TimerStartInput,
  { entryId: id, now }: { entryId: string; now: Date },
  tx: Tx,
): Promise<string | null> {
  const subject = await givenSubject(input, tx);
  const running = await getRunningEntry(actor.userId, tx);
  const start = givenStart === undefined ? await earliestStart(actor, now, tx) : new Date(givenStart);
  const span = timedSpan(start, null, actor.timeZone, now);
  if (running !== null && goesOn(running, { ...subject, description: input.description, start })) return null;
  const startedAt = span.startedAt ?? start;
  const stoppedId = running === null ? null : await makeRoom(running, startedAt, now, tx);
  const { userId } = actor;
  const { description, billable, tags } = input;
  // Whoever sends a start that waited for the network is here now.
  const askAt = askTime(startedAt, now, actor);
  const entry = { id, userId, ...subject, span, description, billable, tags, source: 'timer', askAt } as const;
  await writeEntry(actor, entry, now, tx);
  return stoppedId;
}

/** What was started in the same second has no time: it is discarded, and its history says so. Answers the id of what was kept. */
async function makeRoom(running: TimeEntryRow, at: Date, now: Date, tx: Tx): Promise<string | null> {
  const ranFor = secondsBetween(must(running.startedAt, 'the start of a timer'), at);
  if (ranFor < 0) {
    const message = 'This is before the start of the timer that runs now.';
    throw new AppError('ends_before_start', message, { errors: [{ path: 'startedAt', message }] });
  }
  if (ranFor === 0) await discard(running, now, tx);
  else await endTimer(running, { at, actorId: running.userId }, now, tx);
  return ranFor === 0 ? null : running.id;
}

/** Now, or where the last entry ends if that is a moment ahead: its end may have been a second after its start, or given by a clock that is ahead of ours. */
async function earliestStart({ userId, timeZone }: PersonActor, now: Date, tx: Tx): Promise<Date> {
  const start = toWholeSecond(now);
  const since = addDays(localDay(now, timeZone), -2);
  const until = new Date(now.getTime() + clockLeewayMs);
  return (await getLatestEnd({ userId, since, after: start, until }, tx)) ?? start;
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

interface Wanted {
  taskId?: string | undefined;
  projectId?: string | undefined;
  description: string | undefined;
  start: Date;
}

/** The same is wanted that runs already. */
function goesOn(running: TimeEntryRow, { taskId, projectId, description, start }: Wanted): boolean {
  const isOn =
    taskId === undefined ? running.taskId === null && running.projectId === projectId : running.taskId === taskId;
  const isCalled = description === undefined || description === running.description;
  return isOn && isCalled && running.startedAt !== null && start >= running.startedAt;
}
