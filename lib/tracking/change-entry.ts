import type { PersonActor } from '@/lib/auth/actor';
import type { EntryChange, TimeEntry } from '@/lib/contracts/time-entry';
import { inTransaction, type Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { saveTags } from '@/lib/db/tag';
import { type TimeEntryRow, type TimeEntryUpdate, updateTimeEntry } from '@/lib/db/time-entry';
import { getUser } from '@/lib/db/user';
import { must } from '@/lib/kit/must';
import { askTime } from './ask-time';
import { refuseLocked, refuseOverlap, requireEntry } from './entry-checks';
import { listChanges, writeHistory } from './entry-history';
import type { EntrySpan } from './entry-span';
import { chooseSubject } from './entry-subject';
import { tagColumns } from './entry-tags';
import { getEntry } from './get-entry';
import { nearestRate } from './nearest-rate';
import { planSpan } from './plan-span';

/** Changes an entry, the running one too, and writes what changed into its history. What is as wanted already changes nothing. */
export async function changeEntry(
  actor: PersonActor,
  entryId: string,
  change: EntryChange,
  now: Date,
): Promise<TimeEntry> {
  return inTransaction(async (tx) => {
    await editEntry(actor, entryId, change, now, tx);
    return getEntry(actor, entryId, tx);
  });
}

/** The same inside a transaction that goes on. */
export async function editEntry(
  actor: PersonActor,
  entryId: string,
  change: EntryChange,
  now: Date,
  tx: Tx,
): Promise<void> {
  const before = await requireEntry(actor, entryId, tx);
  const installation = await getInstallation(tx);
  const owner = must(await getUser(before.userId, tx), 'the person of an entry');
  const span = planSpan(before, change, owner.timeZone, now);
  const isStop = isStopAlone(before, change);
  // What has run is never lost to a rule that came later: a timer can always be stopped.
  if (!isStop || countGiven(change) > 1) refuseLocked(actor, before.on, installation);
  if (span !== null && !isStop) {
    refuseLocked(actor, span.on, installation, span.startedAt === null ? 'on' : 'startedAt');
    const { userId } = before;
    if (isMoved(before, span)) await refuseOverlap(span, { userId, exceptId: entryId, installation, now }, tx);
  }
  const update: TimeEntryUpdate = {
    ...(await subjectUpdate(before, change, span, tx)),
    ...span,
    ...(span?.endedAt === null && span.startedAt && { askAt: askTime(span.startedAt, now, owner) }),
    ...(span !== null && (span.endedAt !== null || span.startedAt === null) && { askAt: null }),
    ...(change.description !== undefined && { description: change.description }),
    ...(change.billable !== undefined && { billable: change.billable }),
    ...(change.tags !== undefined && tagColumns(change.tags)),
    // Whoever sets the times right has looked at them.
    ...((change.review === null || (span !== null && before.endedAt !== null)) && { review: null }),
  };
  await saveEdit(actor, before, update, now, tx);
  if (change.tags) await saveTags(change.tags, now, tx);
}

/** Writes what differs, with its line in the history. */
export async function saveEdit(
  actor: PersonActor,
  before: TimeEntryRow,
  update: TimeEntryUpdate,
  now: Date,
  tx: Tx,
): Promise<void> {
  const { tagText: _sameAsTags, ...shown } = update;
  const differs = Object.entries(shown).some(([field, value]) => !isSame(Reflect.get(before, field), value));
  if (!differs) return;
  await updateTimeEntry(before.id, update, now, tx);
  const after = await requireEntry(actor, before.id, tx);
  const changes = listChanges(before, after);
  const kind = isRunning(before) && !isRunning(after) ? 'stopped' : 'edited';
  const line = { entryId: before.id, userId: before.userId, actorId: actor.userId, kind, changes } as const;
  if (changes.length > 0) await writeHistory(line, now, tx);
}

/** Another task or project, or another day, settles the rate anew; only another task or project changes where it was made. */
async function subjectUpdate(before: TimeEntryRow, change: EntryChange, span: EntrySpan | null, tx: Tx) {
  const on = span?.on ?? before.on;
  const given = givenSubject(before, change);
  // What stays is not checked again: its project may have been archived since.
  const stays = given.taskId === before.taskId && (given.taskId !== null || given.projectId === before.projectId);
  const { taskId, projectId } = stays ? before : await chooseSubject(given, tx);
  const isSameSubject = taskId === before.taskId && projectId === before.projectId;
  if (isSameSubject && on === before.on) return {};
  const rate = await nearestRate({ taskId, projectId, userId: before.userId }, on, tx);
  return isSameSubject ? { rate } : { taskId, projectId, madeInProjectId: projectId, rate };
}

/** `projectId` without a task means the project alone; `taskId: null` leaves the task for its project. */
function givenSubject(before: TimeEntryRow, { taskId, projectId }: EntryChange) {
  if (taskId === undefined && projectId === undefined) return before;
  if (taskId) return { taskId };
  return { taskId: null, projectId: projectId ?? before.projectId };
}

/** An end for the running timer, and nothing else that a rule of days could mind. */
function isStopAlone(before: TimeEntryRow, { startedAt, endedAt, taskId, projectId }: EntryChange): boolean {
  const isOnlyEnd = endedAt !== undefined && [startedAt, taskId, projectId].every((field) => field === undefined);
  return isRunning(before) && isOnlyEnd;
}

function countGiven(change: EntryChange): number {
  return Object.values(change).filter((value) => value !== undefined).length;
}

function isRunning({ startedAt, endedAt }: Pick<TimeEntryRow, 'startedAt' | 'endedAt'>): boolean {
  return startedAt !== null && endedAt === null;
}

function isMoved(before: TimeEntryRow, span: EntrySpan): boolean {
  return !isSame(before.startedAt, span.startedAt) || !isSame(before.endedAt, span.endedAt);
}

function isSame(a: unknown, b: unknown): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return a === b;
}
