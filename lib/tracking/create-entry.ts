import type { PersonActor } from '@/lib/auth/actor';
import type { EntryInput, EntrySource, TimeEntry } from '@/lib/contracts/time-entry';
import { inTransaction, type Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { saveTags } from '@/lib/db/tag';
import { createTimeEntry } from '@/lib/db/time-entry';
import { must } from '@/lib/kit/must';
import { newId } from '@/lib/kit/new-id';
import { chooseOwner, refuseLocked, refuseOverlap } from './entry-checks';
import { writeHistory } from './entry-history';
import { daySpan, type EntrySpan, timedSpan } from './entry-span';
import { chooseSubject } from './entry-subject';
import { tagColumns } from './entry-tags';
import { getEntry } from './get-entry';
import { nearestRate } from './nearest-rate';
import { wasMade } from './was-made';

/** Adds finished time; the same `id` again adds nothing again. Throws at the field that is wrong; `day_locked` and `entry_overlaps` as the installation has it. */
export async function createEntry(
  actor: PersonActor,
  input: EntryInput,
  now: Date,
  id: string = newId(now.getTime()),
): Promise<TimeEntry> {
  const source = actor.via === 'token' ? 'api' : 'manual';
  return inTransaction(async (tx) => {
    if (!(await wasMade(id, tx))) await addEntry(actor, input, { id, source, now }, tx);
    return getEntry(actor, id, tx);
  });
}

/** The same inside a transaction that goes on. Answers the id. */
export async function addEntry(
  actor: PersonActor,
  input: EntryInput,
  { id, source, now }: { id?: string; source: EntrySource; now: Date },
  tx: Tx,
): Promise<string> {
  const owner = await chooseOwner(actor, input.userId, tx);
  return writeEntry(actor, { ...input, ...owner, id, source, span: spanOf(input, owner.timeZone, now) }, now, tx);
}

function spanOf({ startedAt, endedAt, on, durationSeconds }: EntryInput, timeZone: string, now: Date): EntrySpan {
  if (startedAt !== undefined) return timedSpan(new Date(startedAt), new Date(must(endedAt, 'an end')), timeZone, now);
  return daySpan(must(on, 'a day'), must(durationSeconds, 'a duration'), timeZone, now);
}

export interface EntryToWrite {
  /** Left out: a new one. */
  id?: string | undefined;
  userId: string;
  taskId?: string | null | undefined;
  projectId?: string | undefined;
  span: EntrySpan;
  description?: string | undefined;
  billable?: boolean | undefined;
  tags?: string[] | undefined;
  source: EntrySource;
  askAt?: Date | undefined;
}

/** Checks a new entry against all that holds for time, and writes it with its history. */
export async function writeEntry(actor: PersonActor, entry: EntryToWrite, now: Date, tx: Tx): Promise<string> {
  const { id = newId(now.getTime()), userId, span, description = '', tags = [], source, askAt = null } = entry;
  const installation = await getInstallation(tx);
  refuseLocked(actor, span.on, installation, span.startedAt === null ? 'on' : 'startedAt');
  const { taskId, projectId, billable } = await chooseSubject(entry, tx);
  await refuseOverlap(span, { userId, installation, now }, tx);
  const rate = await nearestRate({ taskId, projectId, userId }, span.on, tx);
  await createTimeEntry(
    {
      id,
      userId,
      taskId,
      projectId,
      madeInProjectId: projectId,
      ...span,
      description,
      billable: entry.billable ?? billable,
      ...tagColumns(tags),
      rate,
      source,
      askAt,
    },
    now,
    tx,
  );
  await saveTags(tags, now, tx);
  await writeHistory({ entryId: id, userId, actorId: actor.userId, kind: 'created' }, now, tx);
  return id;
}
