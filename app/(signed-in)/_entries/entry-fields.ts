import type { TimeEntry } from '@/lib/contracts/time-entry';
import { formatExactDuration } from '@/lib/time/duration';
import { type Day, localDay, localTime } from '@/lib/time/local-day';
import { exactWallTime } from './exact-wall-time';
import type { Subject } from './subject';

/** span: start and end. duration: a day and a duration. running: a start, and no end yet. */
export type EntryKind = 'span' | 'duration' | 'running';

/** Fields are named as the API names them, so that a refusal finds its field; an empty one is an empty string. */
export type EntryFields = {
  /** Empty: one's own. */
  userId: string;
  taskId: string;
  /** Set with a task as well, but then the task alone is sent. */
  projectId: string;
  kind: EntryKind;
  on: Day;
  /** Times of day, as typed. */
  startedAt: string;
  endedAt: string;
  /** As typed. */
  durationSeconds: string;
  description: string;
  billable: boolean;
  tags: string[];
};

/** What a new entry starts with. */
export type EntryDraft = {
  subject?: Subject | undefined;
  on?: Day | undefined;
  /** Epoch milliseconds: a gap that was clicked, for example. */
  start?: number | undefined;
  end?: number | undefined;
  durationSeconds?: number | undefined;
  description?: string | undefined;
  tags?: readonly string[] | undefined;
  billable?: boolean | undefined;
  /** In which its times are read. Default: one's own. */
  timeZone?: string | undefined;
  /** Default: oneself. */
  userId?: string | undefined;
};

export function draftFields(draft: EntryDraft, { timeZone, now }: { timeZone: string; now: number }): EntryFields {
  const { subject, start, end, durationSeconds } = draft;
  const timeOf = (at: number | undefined) => (at === undefined ? '' : exactWallTime(new Date(at), timeZone));
  return {
    userId: draft.userId ?? '',
    ...subjectFields(subject ?? null),
    kind: durationSeconds !== undefined && start === undefined ? 'duration' : 'span',
    on: draft.on ?? localDay(new Date(start ?? now), timeZone),
    startedAt: timeOf(start),
    endedAt: timeOf(end),
    durationSeconds: durationSeconds === undefined ? '' : formatExactDuration(durationSeconds),
    description: draft.description ?? '',
    billable: draft.billable ?? true,
    tags: [...(draft.tags ?? [])],
  };
}

export function fieldsOf(entry: TimeEntry): EntryFields {
  const { startedAt, endedAt, timeZone, durationSeconds } = entry;
  const timeOf = (instant: string | null) => (instant === null ? '' : localTime(new Date(instant), timeZone));
  return {
    userId: entry.user.id,
    ...subjectFields(entry),
    kind: startedAt === null ? 'duration' : endedAt === null ? 'running' : 'span',
    on: entry.on,
    startedAt: timeOf(startedAt),
    endedAt: timeOf(endedAt),
    durationSeconds: durationSeconds > 0 ? formatExactDuration(durationSeconds) : '',
    description: entry.description,
    billable: entry.billable,
    tags: entry.tags,
  };
}

export function subjectFields(subject: Subject | null): Pick<EntryFields, 'taskId' | 'projectId'> {
  return { taskId: subject?.task?.id ?? '', projectId: subject?.project.id ?? '' };
}
