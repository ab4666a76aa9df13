import { z } from 'zod';
import { day } from '@/lib/contracts/common';
import {
  type EntryChange,
  type EntryInput,
  entryDescription,
  type TimeEntry,
  tags as tagsOf,
} from '@/lib/contracts/time-entry';
import { durationProblem, parseDuration } from '@/lib/time/duration';
import { parseClock } from '@/lib/time/wall-span';
import type { EntryFields } from './entry-fields';
import { type StoredTimes, type TypedSpan, typedDuration, typedSpan } from './typed-span';

type Times = { stored: StoredTimes | null; timeZone: string };

/** The contract, with what a form has: times and durations as they were typed. */
export function entryForm(times: Times) {
  return fieldsSchema.superRefine((fields, context) => {
    for (const [path, message] of problemsOf(fields, times))
      context.addIssue({ code: 'custom', path: [path], message });
  });
}

const fieldsSchema = z.object({
  userId: z.string(),
  taskId: z.string(),
  projectId: z.string(),
  kind: z.enum(['span', 'duration', 'running']),
  on: z.string(),
  startedAt: z.string(),
  endedAt: z.string(),
  durationSeconds: z.string(),
  description: entryDescription,
  billable: z.boolean(),
  tags: tagsOf,
});

type Problem = [path: keyof EntryFields, message: string];

function problemsOf(fields: EntryFields, times: Times): Problem[] {
  const problems: Problem[] = [];
  if (fields.taskId === '' && fields.projectId === '') problems.push(['taskId', 'Choose a task, or a project.']);
  if (!day.safeParse(fields.on).success) problems.push(['on', 'Choose a day.']);
  return [...problems, ...(fields.kind === 'duration' ? durationProblems(fields) : clockProblems(fields, times))];
}

function durationProblems({ durationSeconds }: EntryFields): Problem[] {
  const message = durationProblem(durationSeconds);
  return message ? [['durationSeconds', message]] : [];
}

const longestFold = 2 * 60 * 60;
const noTime = 'Enter a time, like 9:30.';

function clockProblems(fields: EntryFields, { stored, timeZone }: Times): Problem[] {
  const start = parseClock(fields.startedAt);
  const problems: Problem[] = start === null ? [['startedAt', noTime]] : [];
  if (fields.kind === 'running') return problems;
  const end = parseClock(fields.endedAt);
  if (end === null) return [...problems, ['endedAt', noTime]];
  // The same time twice would be a whole day; an hour later only in a night in which it comes twice.
  const seconds = start === end ? (typedDuration(fields, stored, timeZone) ?? 0) : null;
  return seconds !== null && seconds > longestFold ? [['endedAt', 'The end must be after the start.']] : problems;
}

type Context = Times & {
  /** What the person did not touch is left to the server. */
  touched: Partial<Record<keyof EntryFields, unknown>>;
};

export function inputOf(fields: EntryFields, { stored, timeZone, touched }: Context): EntryInput {
  const { userId, taskId, projectId, description, billable, tags } = fields;
  return {
    ...(taskId ? { taskId } : { projectId }),
    ...spanInput(fields, typedSpan(fields, stored, timeZone)),
    ...(userId && { userId }),
    ...(description && { description }),
    ...(touched.billable !== undefined && { billable }),
    ...(tags.length > 0 && { tags }),
  };
}

/** Only what was touched, so that a change of another person in the meantime stays. */
export function changeOf(entry: TimeEntry, fields: EntryFields, context: Context): EntryChange {
  const { touched } = context;
  const { taskId, projectId, description, billable, tags } = fields;
  return {
    ...((touched.taskId ?? touched.projectId) !== undefined && (taskId ? { taskId } : { taskId: null, projectId })),
    ...spanChange(entry, fields, context),
    ...(touched.description !== undefined && { description }),
    ...(touched.billable !== undefined && { billable }),
    ...(touched.tags !== undefined && { tags }),
  };
}

function spanChange(entry: TimeEntry, fields: EntryFields, { stored, timeZone }: Context): EntryChange {
  const span = typedSpan(fields, stored, timeZone);
  const { startedAt, endedAt, on, durationSeconds } = spanInput(fields, span);
  const isSameKind = (entry.startedAt === null) === (fields.kind === 'duration');
  if (!isSameKind) return spanInput(fields, span);
  return {
    ...(startedAt !== undefined && !isSameInstant(startedAt, entry.startedAt) && { startedAt }),
    ...(endedAt !== undefined && !isSameInstant(endedAt, entry.endedAt) && { endedAt }),
    ...(on !== undefined && on !== entry.on && { on }),
    ...(durationSeconds !== undefined && durationSeconds !== entry.durationSeconds && { durationSeconds }),
  };
}

function spanInput(fields: EntryFields, span: TypedSpan | null): Pick<EntryInput, SpanField> {
  if (span === null) return { on: fields.on, durationSeconds: parseDuration(fields.durationSeconds) ?? 0 };
  const startedAt = span.start.toISOString();
  return span.end === null ? { startedAt } : { startedAt, endedAt: span.end.toISOString() };
}

type SpanField = 'startedAt' | 'endedAt' | 'on' | 'durationSeconds';

function isSameInstant(a: string, b: string | null): boolean {
  return b !== null && Date.parse(a) === Date.parse(b);
}
