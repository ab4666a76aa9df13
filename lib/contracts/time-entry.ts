import { z } from 'zod';
import { day, dayInput, id, instant, instantInput, many, pageQuery } from './common';
import { sourceState, taskStatus } from './task';
import { entryReviews, entrySources, longestDescription, longestEntrySeconds } from './values';

/** timer: stopped by hand or by Trackline. timesheet: typed into a cell of the week. api: made with a token. */
export const entrySource = z.enum(entrySources);
export type EntrySource = z.infer<typeof entrySource>;
/** Why a person should look at an entry that Trackline ended by itself. */
export const entryReview = z.enum(entryReviews);
export type EntryReview = z.infer<typeof entryReview>;

export const durationSeconds = z
  .number('Enter a duration, like 1h 30m.')
  .int('Durations are whole seconds.')
  .min(1, 'Enter more than no time.')
  .max(longestEntrySeconds, 'An entry has at most 24 hours.');
export const entryDescription = z.string().trim().max(longestDescription, 'Use at most 2,000 characters.');
export const tag = z
  .string()
  .trim()
  .min(1, 'Name the tag.')
  .max(50, 'Use at most 50 characters.')
  .regex(/^[^|,]*$/, 'A tag has no comma and no bar.');
export const tags = z.array(tag).max(20, 'Use at most 20 tags.');

const subject = { taskId: id, projectId: id };
const details = { description: entryDescription, billable: z.boolean(), tags };
const span = { startedAt: instantInput, endedAt: instantInput, on: dayInput, durationSeconds };

/**
 * On a task, or on a project alone; from start to end, or on a day for a duration. `userId`: for somebody else, admins
 * only. `billable` left out: as the task, or else the project, says.
 */
export const entryInput = z
  .strictObject({ ...subject, ...span, ...details, userId: id })
  .partial()
  .superRefine((entry, context) => {
    if ((entry.taskId === undefined) === (entry.projectId === undefined))
      context.addIssue({ code: 'custom', path: ['taskId'], message: 'Choose a task, or a project.' });
    if (!refuseMixedSpan(entry, context)) refuseHalfSpan(entry, context);
  });
export type EntryInput = z.infer<typeof entryInput>;

/** What is left out stays. A span changes to the other kind when its two fields are given. `taskId: null`: on the project alone. */
export const entryChange = z
  .strictObject({ ...subject, ...span, ...details, taskId: id.nullable(), review: z.null() })
  .partial()
  .superRefine((change, context) => {
    refuseMixedSpan(change, context);
    if (change.taskId && change.projectId !== undefined)
      context.addIssue({ code: 'custom', path: ['projectId'], message: 'A task has its project. Give one of them.' });
  });
export type EntryChange = z.infer<typeof entryChange>;

type Span = { startedAt?: unknown; endedAt?: unknown; on?: unknown; durationSeconds?: unknown };

/** True when it did. */
function refuseMixedSpan({ startedAt, endedAt, on, durationSeconds }: Span, context: z.RefinementCtx): boolean {
  const isSpan = startedAt !== undefined || endedAt !== undefined;
  const isDuration = on !== undefined || durationSeconds !== undefined;
  if (isSpan && isDuration)
    context.addIssue({ code: 'custom', path: ['on'], message: 'Give start and end, or day and duration, not both.' });
  return isSpan && isDuration;
}

function refuseHalfSpan(span: Span, context: z.RefinementCtx): void {
  const refuse = (field: keyof Span, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  const [hasStart, hasEnd] = [span.startedAt !== undefined, span.endedAt !== undefined];
  const [hasDay, hasDuration] = [span.on !== undefined, span.durationSeconds !== undefined];
  if (!(hasStart || hasEnd || hasDay || hasDuration)) refuse('startedAt', 'Give start and end, or day and duration.');
  if (hasStart && !hasEnd) refuse('endedAt', 'Give an end as well.');
  if (hasEnd && !hasStart) refuse('startedAt', 'Give a start as well.');
  if (hasDay && !hasDuration) refuse('durationSeconds', 'Give a duration as well.');
  if (hasDuration && !hasDay) refuse('on', 'Give a day as well.');
}

/** Exactly one of them: the instant at which the second part begins, or the seconds that the first part keeps. */
export const entrySplitInput = z
  .strictObject({ at: instantInput, seconds: durationSeconds })
  .partial()
  .refine(({ at, seconds }) => (at === undefined) !== (seconds === undefined), {
    path: ['at'],
    message: 'Say where to split.',
  });
export type EntrySplitInput = z.infer<typeof entrySplitInput>;

/** Left out: the same day. A start and end are moved to the same wall time of the other day. */
export const entryDuplicateInput = z.strictObject({ on: dayInput }).partial();
export type EntryDuplicateInput = z.infer<typeof entryDuplicateInput>;

/** `from` and `to` are days, both included. `userId`: default `me`; `all` and others for admins only. The running one is left out unless asked for. */
export const entryQuery = pageQuery.extend({
  from: dayInput.optional(),
  to: dayInput.optional(),
  userId: many(z.string().max(64)).optional(),
  projectId: many(id).optional(),
  taskId: many(id).optional(),
  billable: z.enum(['true', 'false']).optional(),
  tag: many(z.string().max(50)).optional(),
  review: z.enum(['true', 'false']).optional(),
  running: z.enum(['true', 'false', 'all']).default('false'),
});
export type EntryQuery = z.infer<typeof entryQuery>;

const project = z.object({ id, name: z.string(), color: z.string() });

/** What time hangs on, as entries, timers and timesheets show it. */
export const entryTask = z.object({
  id,
  name: z.string(),
  identifier: z.string().nullable(),
  url: z.string().nullable(),
  status: taskStatus,
  sourceState,
});
export type EntryTask = z.infer<typeof entryTask>;
export const entryProject = project;
export type EntryProject = z.infer<typeof entryProject>;

export const timeEntry = z.object({
  id,
  user: z.object({ id, name: z.string() }),
  task: entryTask.nullable(),
  /** Of the task today: a task that moves takes its time along. */
  project,
  /** The project that the time was made in. */
  madeInProject: project,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  on: day,
  /** Where its person was: start and end are shown in this zone. */
  timeZone: z.string(),
  /** 0 while it runs. */
  durationSeconds: z.number().int(),
  description: z.string(),
  billable: z.boolean(),
  tags: z.array(z.string()),
  /** Minor units an hour, as settled when it was written; null without a rate, and for whoever may not see money. */
  rate: z.number().int().nullable(),
  /** Minor units, of the exact duration; null like `rate`, and when it is not billable. */
  amount: z.number().int().nullable(),
  source: entrySource,
  review: entryReview.nullable(),
  /** Before the lock date: only admins change it. */
  isLocked: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
});
export type TimeEntry = z.infer<typeof timeEntry>;

/** Together they are what the entry was; the first keeps its id. */
export const entrySplit = z.object({ first: timeEntry, second: timeEntry });
export type EntrySplit = z.infer<typeof entrySplit>;

export const entryEvent = z.object({
  id,
  kind: z.enum(['created', 'edited', 'deleted', 'restored', 'stopped', 'kept']),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  /** Null: Trackline itself. */
  by: z.string().nullable(),
  at: instant,
});
export type EntryEvent = z.infer<typeof entryEvent>;

export const tagQuery = z.strictObject({ search: z.string().trim().max(50).optional() });
export const tagList = z.object({ items: z.array(z.string()) });
