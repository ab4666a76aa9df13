import { z } from 'zod';
import { id, instant, many, pageQuery } from './common';
import { activeStatuses } from './values';

export const runStatus = z.enum([...activeStatuses, 'succeeded', 'partial', 'failed', 'canceled', 'interrupted']);
export type RunStatus = z.infer<typeof runStatus>;
export const runTrigger = z.enum(['manual', 'schedule', 'api', 'webhook']);
export type RunTrigger = z.infer<typeof runTrigger>;
export const runMode = z.enum(['incremental', 'full']);
export type RunMode = z.infer<typeof runMode>;

/** Runs that read what webhooks named are many; a list may leave them out. */
export const runsQuery = pageQuery.extend({ trigger: many(runTrigger).optional() });
export type RunsQuery = z.infer<typeof runsQuery>;

export const syncInput = z.strictObject({
  mode: runMode.default('incremental'),
  dryRun: z.boolean().default(false),
  allowLargeRemoval: z.boolean().default(false),
});
export type SyncInput = z.infer<typeof syncInput>;

const count = z.number().int();
export const runCounts = z.object({
  fetched: count,
  created: count,
  updated: count,
  unchanged: count,
  moved: count,
  archived: count,
  restored: count,
  gone: count,
  failed: count,
});
export type RunCounts = z.infer<typeof runCounts>;

/** One thing that a dry run would do. */
export const plannedAction = z.object({
  kind: z.enum(['create', 'update', 'move', 'archive', 'trash', 'restore', 'gone']),
  identifier: z.string().nullable(),
  title: z.string(),
  detail: z.string(),
});
export type PlannedAction = z.infer<typeof plannedAction>;

export const issueError = z.object({ identifier: z.string().nullable(), externalId: z.string(), message: z.string() });
export type IssueError = z.infer<typeof issueError>;

export const run = z.object({
  id,
  connectionId: id,
  trigger: runTrigger,
  mode: runMode,
  dryRun: z.boolean(),
  status: runStatus,
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  waitingUntil: instant.nullable(),
  pages: count,
  requests: count,
  complexity: count,
  counts: runCounts,
  progress: z.object({ done: count, total: count }),
  issueErrors: z.array(issueError),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
  /** When unfinished work goes on by itself. */
  resumesAt: instant.nullable(),
  preview: z.array(plannedAction).nullable(),
});
export type Run = z.infer<typeof run>;
