import { z } from 'zod';
import { day, id, instant, many, pageQuery } from './common';
import { source } from './project';
import { longestNotes, sourceStates, taskSorts, taskStatuses } from './values';

export const taskStatus = z.enum(taskStatuses);
export type TaskStatus = z.infer<typeof taskStatus>;
/** live: as it should be. archived, trashed: so at Linear. gone: deleted at Linear, moved out of reach, or left behind by its team. */
export const sourceState = z.enum(sourceStates);
export type SourceState = z.infer<typeof sourceState>;

const title = z.string().trim().min(1, 'Name the task.').max(500, 'Use at most 500 characters.');
const notes = z.string().max(longestNotes, 'Use at most 20,000 characters.');

export const taskInput = z.strictObject({
  projectId: id,
  title,
  status: taskStatus.optional(),
  priority: z.number().int().min(0).max(4).optional(),
  estimate: z.number().min(0).max(10_000).nullable().optional(),
  dueDate: day.nullable().optional(),
  notes: notes.optional(),
  billable: z.boolean().nullable().optional(),
});
export type TaskInput = z.infer<typeof taskInput>;
/** On an imported task only notes and billable can change here: the rest belongs to Linear. */
export const taskChange = z
  .strictObject({
    projectId: id,
    title,
    status: taskStatus,
    priority: z.number().int().min(0).max(4),
    estimate: z.number().min(0).max(10_000).nullable(),
    dueDate: day.nullable(),
    notes: notes.nullable(),
    billable: z.boolean().nullable(),
    archived: z.boolean(),
  })
  .partial();
export type TaskChange = z.infer<typeof taskChange>;

export const taskSort = z.enum(taskSorts);
export type TaskSort = z.infer<typeof taskSort>;

export const taskQuery = pageQuery.extend({
  search: z.string().trim().max(300).optional(),
  projectId: many(id).optional(),
  status: many(taskStatus).optional(),
  source: source.optional(),
  /** Default: live only. `all` for every state. */
  sourceState: z.enum([...sourceStates, 'all']).default('live'),
  /** Workflow state names. */
  state: many(z.string().max(100)).optional(),
  /** E-mail of the assignee, `none`, or `me`. */
  assignee: many(z.string().max(320)).optional(),
  label: many(z.string().max(200)).optional(),
  identifier: z.string().trim().max(50).optional(),
  sort: taskSort.default('updated'),
  direction: z.enum(['asc', 'desc']).optional(),
});
export type TaskQuery = z.infer<typeof taskQuery>;

export const task = z.object({
  id,
  name: z.string(),
  status: taskStatus,
  project: z.object({ id, name: z.string(), color: z.string() }),
  source,
  externalId: z.string().nullable(),
  identifier: z.string().nullable(),
  title: z.string(),
  url: z.string().nullable(),
  description: z.string().nullable(),
  state: z.object({ id: z.string(), name: z.string(), type: z.string(), color: z.string() }).nullable(),
  sourceState,
  priority: z.number().int().nullable(),
  estimate: z.number().nullable(),
  dueDate: day.nullable(),
  assignee: z.object({ name: z.string(), email: z.string() }).nullable(),
  labels: z.array(z.object({ name: z.string(), color: z.string() })),
  notes: z.string().nullable(),
  billable: z.boolean().nullable(),
  customFields: z.record(z.string(), z.unknown()),
  trackedSeconds: z.number().int(),
  createdAt: instant,
  updatedAt: instant,
});
export type Task = z.infer<typeof task>;

export const taskEvent = z.object({
  id,
  kind: z.enum(['updated', 'moved', 'archived', 'trashed', 'gone', 'restored', 'edited']),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  runId: id.nullable(),
  by: z.string().nullable(),
  at: instant,
});
export type TaskEvent = z.infer<typeof taskEvent>;

export const taskFacetsQuery = z.strictObject({ projectId: many(id).optional() });
/** What the filters of the task list can offer. */
export const taskFacets = z.object({
  states: z.array(z.object({ name: z.string(), type: z.string(), color: z.string() })),
  assignees: z.array(z.object({ name: z.string(), email: z.string() })),
  labels: z.array(z.object({ name: z.string(), color: z.string() })),
});
export type TaskFacets = z.infer<typeof taskFacets>;
