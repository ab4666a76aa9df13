import { z } from 'zod';
import { id, instant, instantInput, many, pageQuery } from './common';
import { linearCollections } from './values';

/** The mirror of Linear: objects in Linear's own shape, ids and words. Instants are Linear's, to the millisecond. */

export const linearCollection = z.enum(linearCollections);
export type LinearCollection = z.infer<typeof linearCollection>;
/** What can be chosen for a connection; issues are always read. */
export const chosenCollection = linearCollection.exclude(['issues']);
export type ChosenCollection = z.infer<typeof chosenCollection>;

const uuid = z.string();
const text = z.string().nullable();
const date = z.string().nullable();
const ref = z.object({ id: uuid, name: z.string() });
const teamRef = ref.extend({ key: z.string() });
const issueRef = z.object({ id: uuid, identifier: z.string().nullable() });
const dated = { createdAt: instant, updatedAt: instant, archivedAt: instant.nullable() };
const someTeam = teamRef.nullable();

export const linearOrganization = z.object({ id: uuid, name: z.string(), urlKey: z.string() });

export const linearTeam = z.object({
  id: uuid,
  name: z.string(),
  key: z.string(),
  description: text,
  color: text,
  icon: text,
  private: z.boolean(),
  /** Null until the first look after an upgrade. */
  createdAt: instant.nullable(),
  updatedAt: instant.nullable(),
  archivedAt: instant.nullable(),
});

export const linearUser = z.object({
  id: uuid,
  name: z.string(),
  displayName: z.string(),
  email: z.string(),
  avatarUrl: text,
  active: z.boolean(),
  admin: z.boolean(),
  guest: z.boolean(),
  ...dated,
});

export const linearIssue = z.object({
  id: uuid,
  identifier: z.string(),
  title: z.string(),
  /** Null too where descriptions are not mirrored. */
  description: text,
  priority: z.number(),
  estimate: z.number().nullable(),
  dueDate: date,
  state: z.object({ id: uuid, name: z.string(), type: z.string() }),
  assignee: ref.nullable(),
  team: teamRef,
  project: ref.nullable(),
  cycle: z.object({ id: uuid, number: z.number() }).nullable(),
  parent: z.object({ id: uuid, identifier: z.string() }).nullable(),
  labels: z.array(z.object({ name: z.string(), color: z.string() })),
  url: text,
  trashed: z.boolean(),
  ...dated,
  completedAt: instant.nullable(),
  /** Of the task that it is here. */
  taskId: id,
});

export const linearProject = z.object({
  id: uuid,
  name: z.string(),
  description: z.string(),
  /** The type of its status: backlog, planned, started, paused, completed, canceled. */
  state: z.string(),
  status: ref.nullable(),
  progress: z.number(),
  scope: z.number(),
  url: z.string(),
  color: text,
  icon: text,
  startDate: date,
  targetDate: date,
  lead: ref.nullable(),
  teams: z.array(teamRef),
  trashed: z.boolean(),
  ...dated,
  completedAt: instant.nullable(),
});

export const linearMilestone = z.object({
  id: uuid,
  name: z.string(),
  description: text,
  targetDate: date,
  sortOrder: z.number(),
  progress: z.number(),
  project: ref,
  ...dated,
});

export const linearDocument = z.object({
  id: uuid,
  title: z.string(),
  slugId: z.string(),
  icon: text,
  color: text,
  content: text,
  url: z.string(),
  creator: ref.nullable(),
  updatedBy: ref.nullable(),
  project: ref.nullable(),
  issue: issueRef.nullable(),
  trashed: z.boolean(),
  ...dated,
});

export const linearCycle = z.object({
  id: uuid,
  number: z.number(),
  name: text,
  description: text,
  startsAt: instant,
  endsAt: instant,
  completedAt: instant.nullable(),
  progress: z.number(),
  /** Scope and completed scope of the last day that Linear has counted, in points. */
  scope: z.number(),
  completedScope: z.number(),
  team: teamRef,
  ...dated,
});

export const linearWorkflowState = z.object({
  id: uuid,
  name: z.string(),
  type: z.string(),
  color: z.string(),
  description: text,
  position: z.number(),
  team: teamRef,
  createdAt: instant.nullable(),
  updatedAt: instant.nullable(),
  archivedAt: instant.nullable(),
});

export const linearLabel = z.object({
  id: uuid,
  name: z.string(),
  color: z.string(),
  description: text,
  isGroup: z.boolean(),
  parent: ref.nullable(),
  /** Null: of the whole workspace. */
  team: someTeam,
  ...dated,
});

export const linearComment = z.object({
  id: uuid,
  body: z.string(),
  url: z.string(),
  user: ref.nullable(),
  issue: issueRef.nullable(),
  project: z.object({ id: uuid, name: z.string().nullable() }).nullable(),
  parent: z.object({ id: uuid }).nullable(),
  editedAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  ...dated,
});

export const linearAttachment = z.object({
  id: uuid,
  title: z.string(),
  subtitle: text,
  url: z.string(),
  sourceType: text,
  metadata: z.record(z.string(), z.unknown()),
  issue: issueRef,
  creator: ref.nullable(),
  ...dated,
});

export const linearIssueRelation = z.object({
  id: uuid,
  type: z.string(),
  issue: issueRef,
  relatedIssue: issueRef,
  ...dated,
});

export const linearNotification = z.object({
  id: uuid,
  type: z.string(),
  readAt: instant.nullable(),
  snoozedUntilAt: instant.nullable(),
  actor: ref.nullable(),
  issue: issueRef.nullable(),
  project: ref.nullable(),
  comment: z.object({ id: uuid }).nullable(),
  projectUpdate: z.object({ id: uuid }).nullable(),
  ...dated,
});

export const linearObjects = {
  organization: linearOrganization,
  teams: linearTeam,
  users: linearUser,
  issues: linearIssue,
  projects: linearProject,
  milestones: linearMilestone,
  documents: linearDocument,
  cycles: linearCycle,
  'workflow-states': linearWorkflowState,
  labels: linearLabel,
  comments: linearComment,
  attachments: linearAttachment,
  'issue-relations': linearIssueRelation,
  notifications: linearNotification,
} as const satisfies Record<LinearCollection, z.ZodType>;
export type LinearObjectOf<C extends LinearCollection> = z.infer<(typeof linearObjects)[C]>;

export const linearObject = z.union(Object.values(linearObjects));

/** Newest `updatedAt` first. Filters that a collection has no field for are refused. */
export const linearQuery = pageQuery.extend({
  connectionId: id.optional(),
  /** Team keys or UUIDs. */
  team: many(z.string().max(64)).optional(),
  /** Linear project UUIDs. */
  project: many(z.string().max(64)).optional(),
  /** Issue identifier or UUID: its comments, attachments, relations. */
  issue: z.string().max(64).optional(),
  updatedFrom: instantInput.optional(),
  updatedTo: instantInput.optional(),
  includeArchived: z.stringbool().default(true),
  search: z.string().trim().max(200).optional(),
});
export type LinearQuery = z.infer<typeof linearQuery>;

/** How the mirror of one collection stands. */
export const mirrorView = z.object({
  collection: linearCollection,
  chosen: z.boolean(),
  state: z.enum(['off', 'waiting', 'reading', 'done', 'failed']),
  count: z.number().int(),
  /** While the first reading is under way. */
  read: z.number().int(),
  lastReadAt: instant.nullable(),
  lastPassAt: instant.nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type MirrorView = z.infer<typeof mirrorView>;

/** Cycles and Linear projects with hours against scope: what a planner wants to see of the mirror. */
export const linearProgressQuery = z.strictObject({ connectionId: id.optional(), of: z.enum(['cycles', 'projects']) });
export const linearProgress = z.object({
  id: uuid,
  name: z.string(),
  team: someTeam,
  state: z.string(),
  startsOn: date,
  endsOn: date,
  /** 0 to 1, as Linear counts it. */
  progress: z.number(),
  issues: z.number().int(),
  doneIssues: z.number().int(),
  /** Points of its issues' estimates. */
  scope: z.number(),
  doneScope: z.number(),
  trackedSeconds: z.number().int(),
});
export type LinearProgress = z.infer<typeof linearProgress>;
