import type { PersonActor } from '@/lib/auth/actor';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { longestEntrySeconds } from '@/lib/contracts/values';
import { inTransaction, type Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { getProject } from '@/lib/db/project';
import { getTask } from '@/lib/db/task';
import { createTimeEntry, getRunningEntry, getTimeEntry } from '@/lib/db/time-entry';
import { getDeletedEntry } from '@/lib/db/time-entry-event';
import { getUser } from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { must } from '@/lib/kit/must';
import { secondsBetween, toWholeSecond } from '@/lib/time/local-day';
import { askTime } from './ask-time';
import { noSuchEntry, refuseLocked, refuseOthers, refuseOverlap } from './entry-checks';
import { listChanges, writeHistory } from './entry-history';
import { type EntrySnapshot, readSnapshot } from './entry-snapshot';
import type { EntrySpan } from './entry-span';
import { tagColumns } from './entry-tags';
import { getEntry } from './get-entry';

/**
 * Brings a deleted entry back as it was, with its rate. A discarded timer runs on if nothing else runs, or else ends when
 * it was discarded. An entry that is there is answered as it is. Throws `not_found`, `forbidden`, `day_locked`, and
 * `entry_overlaps` when its time has been taken since.
 */
export function restoreEntry(actor: PersonActor, entryId: string, now: Date): Promise<TimeEntry> {
  return inTransaction(async (tx) => {
    if ((await getTimeEntry(entryId, tx)) === null) await bringBack(actor, entryId, now, tx);
    return getEntry(actor, entryId, tx);
  });
}

async function bringBack(actor: PersonActor, entryId: string, now: Date, tx: Tx): Promise<void> {
  const deleted = await getDeletedEntry(entryId, tx);
  if (deleted === null) throw noSuchEntry();
  refuseOthers(actor, deleted.userId);
  const snapshot = readSnapshot(deleted.snapshot);
  const { userId } = snapshot;
  const installation = await getInstallation(tx);
  refuseLocked(actor, snapshot.on, installation);
  const when = await spanOf(snapshot, deleted.at, now, tx);
  await refuseOverlap(when.span, { userId, installation, now }, tx);
  const { task: _task, project: _project, ...kept } = snapshot;
  const subject = await subjectOf(snapshot, tx);
  const { span, review, askAt } = when;
  const tags = tagColumns(JSON.parse(snapshot.tags));
  await createTimeEntry({ ...kept, ...subject, ...span, ...tags, review, askAt }, now, tx);
  const changes = listChanges(snapshot, must(await getTimeEntry(entryId, tx), 'the restored entry'));
  await writeHistory({ entryId, userId, actorId: actor.userId, kind: 'restored', changes }, now, tx);
}

interface RestoredSpan {
  span: EntrySpan;
  review: string | null;
  askAt: Date | null;
}

async function spanOf(snapshot: EntrySnapshot, deletedAt: Date, now: Date, tx: Tx): Promise<RestoredSpan> {
  const { startedAt, endedAt, on, timeZone, durationSeconds, review, userId } = snapshot;
  const span = { startedAt, endedAt, on, timeZone, durationSeconds };
  if (startedAt === null || endedAt !== null) return { span, review, askAt: null };
  if ((await getRunningEntry(userId, tx)) === null) {
    const owner = must(await getUser(userId, tx), 'the person of an entry');
    return { span, review, askAt: askTime(startedAt, now, owner) };
  }
  // An entry is never empty, and never longer than a day.
  const ranFor = Math.max(1, secondsBetween(startedAt, toWholeSecond(deletedAt)));
  const seconds = Math.min(ranFor, longestEntrySeconds);
  const end = new Date(startedAt.getTime() + seconds * 1000);
  const isCut = seconds < ranFor;
  return {
    span: { ...span, endedAt: end, durationSeconds: seconds },
    review: isCut ? 'stopped_at_longest' : review,
    askAt: null,
  };
}

interface RestoredSubject {
  taskId: string | null;
  projectId: string;
  madeInProjectId: string;
}

/** The task where it is today; without it the project alone, so that the time is not lost. */
async function subjectOf(snapshot: EntrySnapshot, tx: Tx): Promise<RestoredSubject> {
  const task = snapshot.taskId === null ? null : await getTask(snapshot.taskId, tx);
  const project = await getProject(task?.project.id ?? snapshot.projectId, tx);
  if (project === null)
    throw new AppError('conflict', 'The project of this time is no longer there.', {
      hint: 'Add the time again, on another project.',
    });
  const madeIn = await getProject(snapshot.madeInProjectId, tx);
  return { taskId: task?.id ?? null, projectId: project.id, madeInProjectId: madeIn?.id ?? project.id };
}
