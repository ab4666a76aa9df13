import type { PersonActor } from '@/lib/auth/actor';
import type { EntrySplit, EntrySplitInput } from '@/lib/contracts/time-entry';
import { inTransaction, type Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { createTimeEntry, type TimeEntryRow } from '@/lib/db/time-entry';
import { getUser } from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { must } from '@/lib/kit/must';
import { newId } from '@/lib/kit/new-id';
import { localDay, secondsBetween, toWholeSecond } from '@/lib/time/local-day';
import { askTime } from './ask-time';
import { saveEdit } from './change-entry';
import { refuseLocked, requireEntry } from './entry-checks';
import { writeHistory } from './entry-history';
import { tagColumns } from './entry-tags';
import { getEntry } from './get-entry';
import { nearestRate } from './nearest-rate';
import { wasMade } from './was-made';

/**
 * Makes two entries of one, which together are what it was: the first keeps its id and history, the second is new. Of a
 * running timer the first part ends and the second runs on. Throws `validation_failed` where one part would be empty.
 * `secondId` is the new entry's: the same one again splits nothing again.
 */
export function splitEntry(
  actor: PersonActor,
  entryId: string,
  input: EntrySplitInput,
  now: Date,
  secondId: string = newId(now.getTime()),
): Promise<EntrySplit> {
  const show = async (tx: Tx) => ({
    first: await getEntry(actor, entryId, tx),
    second: await getEntry(actor, secondId, tx),
  });
  return inTransaction(async (tx) => {
    if (await wasMade(secondId, tx)) return show(tx);
    const entry = await requireEntry(actor, entryId, tx);
    const parts = planSplit(entry, input, now);
    const installation = await getInstallation(tx);
    refuseLocked(actor, entry.on, installation, 'at');
    refuseLocked(actor, parts.second.on, installation, 'at');
    await saveEdit(actor, entry, { ...parts.first, askAt: null, review: null }, now, tx);
    await writeSecond(actor, entry, { ...parts.second, id: secondId }, now, tx);
    return show(tx);
  });
}

type Part = Pick<TimeEntryRow, 'startedAt' | 'endedAt' | 'on' | 'durationSeconds'>;

function planSplit(
  entry: TimeEntryRow,
  { at, seconds = 0 }: EntrySplitInput,
  now: Date,
): { first: Part; second: Part } {
  const { startedAt, on, durationSeconds } = entry;
  if (startedAt !== null) {
    const cut = at === undefined ? new Date(startedAt.getTime() + seconds * 1000) : toWholeSecond(new Date(at));
    return splitAt(entry, startedAt, cut, now, at === undefined ? 'seconds' : 'at');
  }
  if (at !== undefined) throw refusal('at', 'This entry has no start and end. Say how long the first part is.');
  if (seconds >= durationSeconds) throw refusal('seconds', 'The first part must be shorter than the whole.');
  const part = { startedAt: null, endedAt: null, on };
  return {
    first: { ...part, durationSeconds: seconds },
    second: { ...part, durationSeconds: durationSeconds - seconds },
  };
}

function splitAt(entry: TimeEntryRow, startedAt: Date, cut: Date, now: Date, path: string) {
  const { endedAt, timeZone, on } = entry;
  if (cut <= startedAt || cut >= (endedAt ?? toWholeSecond(now)))
    throw refusal(path, endedAt === null ? 'Split between the start and now.' : 'Split between the start and the end.');
  const first = { startedAt, endedAt: cut, on, durationSeconds: secondsBetween(startedAt, cut) };
  const rest = endedAt === null ? 0 : secondsBetween(cut, endedAt);
  return { first, second: { startedAt: cut, endedAt, on: localDay(cut, timeZone), durationSeconds: rest } };
}

async function writeSecond(
  actor: PersonActor,
  entry: TimeEntryRow,
  part: Part & { id: string },
  now: Date,
  tx: Tx,
): Promise<void> {
  const { userId, taskId, projectId, madeInProjectId, timeZone, description, billable, source } = entry;
  const owner = must(await getUser(userId, tx), 'the person of an entry');
  const runs = part.startedAt !== null && part.endedAt === null ? part.startedAt : null;
  // The same time keeps its rate, whatever has been settled since; another day has its own.
  const rate = part.on === entry.on ? entry.rate : await nearestRate({ taskId, projectId, userId }, part.on, tx);
  const subject = { userId, taskId, projectId, madeInProjectId };
  const details = { description, billable, ...tagColumns(JSON.parse(entry.tags)), source, rate };
  const askAt = runs === null ? null : askTime(runs, now, owner);
  await createTimeEntry({ ...subject, ...part, timeZone, ...details, askAt }, now, tx);
  await writeHistory({ entryId: part.id, userId, actorId: actor.userId, kind: 'created' }, now, tx);
}

function refusal(path: string, message: string): AppError {
  return new AppError('validation_failed', message, { errors: [{ path, message }] });
}
