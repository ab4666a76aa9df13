import { z } from 'zod';
import { id, instant, timeZone } from './common';
import { chosenCollection, mirrorView } from './linear-collection';
import { writeBack } from './linear-write';
import { run } from './run';
import { taskStatus } from './task';

export const apiKey = z.string().trim().min(1, 'Paste the API key.').max(500, 'This is too long to be an API key.');
export const teamKeys = z.array(z.string().trim().min(1).max(50)).max(500);

/** Five fields, as cron has them. Whether they ever fire is for the rules to say: the parser is too large for a browser. */
export const cron = z
  .string()
  .trim()
  .max(100)
  .regex(/^\S+(\s+\S+){4}$/, 'Enter five fields, like */15 * * * *.');

export const scheduleInput = z.strictObject({ enabled: z.boolean(), cron, timeZone: timeZone.optional() });

export const statusMapping = z.strictObject({
  preset: z.enum(['todo_done', 'detailed']),
  /** Linear workflow state UUID -> task status; wins over the preset. */
  states: z.record(z.string(), taskStatus).default({}),
});
export type StatusMapping = z.infer<typeof statusMapping>;

export const maxPagesPerRun = z.number().int().min(1).max(500);

export const testInput = z.strictObject({ apiKey, teamKeys: teamKeys.optional() });
export type TestInput = z.infer<typeof testInput>;

const connectionFields = {
  name: z.string().trim().min(1).max(100).optional(),
  schedule: scheduleInput.optional(),
  statusMapping: statusMapping.optional(),
  maxPagesPerRun: maxPagesPerRun.optional(),
};
export const connectionInput = z.strictObject({ apiKey, teamKeys, ...connectionFields });
export type ConnectionInput = z.infer<typeof connectionInput>;
export const connectionChange = z.strictObject({
  apiKey: apiKey.optional(),
  teamKeys: teamKeys.optional(),
  ...connectionFields,
  /** What is mirrored besides the issues. The copy of what is left out is removed. */
  collections: z.array(chosenCollection).max(20).optional(),
  descriptions: z.boolean().optional(),
  writeBack: writeBack.optional(),
  timeOnIssues: z.boolean().optional(),
  commentOnStop: z.boolean().optional(),
});
export type ConnectionChange = z.infer<typeof connectionChange>;

export const deleteQuery = z.strictObject({
  tasks: z.enum(['keep', 'remove']).default('keep'),
  /** What Trackline put on issues at Linear: removed first, as far as Linear answers in a few seconds. */
  timeOnIssues: z.enum(['keep', 'remove']).default('keep'),
});

const bucket = z.object({ limit: z.number(), remaining: z.number(), resetAt: instant.nullable() });
export const quota = z.object({ requests: bucket.nullable(), complexity: bucket.nullable() });
export type Quota = z.infer<typeof quota>;

export const linearError = z.object({ code: z.string(), message: z.string(), hint: z.string() });
export type LinearError = z.infer<typeof linearError>;

export const workflowState = z.object({
  id,
  name: z.string(),
  type: z.string(),
  color: z.string(),
  teamId: z.string(),
  teamKey: z.string(),
  position: z.number(),
});
export type WorkflowState = z.infer<typeof workflowState>;

export const testSuccess = z.object({
  ok: z.literal(true),
  checkedAt: instant,
  latencyMs: z.number(),
  viewer: z.object({ name: z.string(), email: z.string() }),
  workspace: z.object({ id, name: z.string(), urlKey: z.string() }),
  teams: z.array(
    z.object({ id, key: z.string(), name: z.string(), issueCount: z.number().int(), selected: z.boolean() }),
  ),
  unknownTeamKeys: z.array(z.object({ key: z.string(), nearest: z.string().nullable() })),
  workflowStates: z.array(workflowState),
  quota,
  estimate: z.object({ issues: z.number().int(), pages: z.number().int(), seconds: z.number() }),
  /** Set when this workspace is connected already. */
  connectedAs: z.object({ id, name: z.string() }).nullable(),
});
export const testFailure = z.object({ ok: z.literal(false), checkedAt: instant, error: linearError });
export const testResult = z.discriminatedUnion('ok', [testSuccess, testFailure]);
export type TestResult = z.infer<typeof testResult>;

export const connectionTeam = z.object({
  id,
  key: z.string(),
  name: z.string(),
  selected: z.boolean(),
  visible: z.boolean(),
  projectId: id.nullable(),
  taskCount: z.number().int(),
  backfill: z.object({
    state: z.enum(['pending', 'running', 'done']),
    imported: z.number().int(),
    total: z.number().int(),
  }),
});
export type ConnectionTeam = z.infer<typeof connectionTeam>;

export const connection = z.object({
  id,
  name: z.string(),
  workspace: z.object({ id, name: z.string(), urlKey: z.string() }),
  keyHint: z.string(),
  keyOwner: z.object({ name: z.string(), email: z.string() }),
  /** Linear's own spelling; empty means all teams that the key can see, new ones included. */
  teamKeys: z.array(z.string()),
  teams: z.array(connectionTeam),
  schedule: z.object({ enabled: z.boolean(), cron: z.string(), timeZone: z.string(), nextRunAt: instant.nullable() }),
  statusMapping,
  maxPagesPerRun,
  health: z.enum(['ok', 'attention', 'paused']),
  /** Why the health is not ok, and what to do. */
  healthReason: linearError.nullable(),
  quota: quota.nullable(),
  collections: z.array(chosenCollection),
  descriptions: z.boolean(),
  mirrors: z.array(mirrorView),
  writeBack,
  /** What the key may do; null: not asked yet. */
  keyCan: z.object({ write: z.boolean().nullable(), admin: z.boolean().nullable() }),
  timeOnIssues: z.boolean(),
  commentOnStop: z.boolean(),
  lastRun: run.nullable(),
  activeRun: run.nullable(),
  lastFullPassAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type Connection = z.infer<typeof connection>;

/** Asked before a connection is deleted. */
export const deletePreview = z.object({
  tasks: z.number().int(),
  tasksWithTime: z.number().int(),
  /** Issues at Linear that Trackline has told of their time. */
  issuesWithTime: z.number().int(),
});
export type DeletePreview = z.infer<typeof deletePreview>;

export const schedulePreviewQuery = z.strictObject({ cron, timeZone: timeZone.optional() });
export const schedulePreview = z.object({ nextRunsAt: z.array(instant) });
export type SchedulePreview = z.infer<typeof schedulePreview>;
