import { z } from 'zod';
import { day, fieldConflict, id, instant } from './common';
import { longestIssueText, relationTypes, writeBackModes } from './values';

export const writeBack = z.enum(writeBackModes);
export type WriteBack = z.infer<typeof writeBack>;

const uuid = z.string().min(1).max(64);
/** Linear writes UUIDs in lower case, and so they are compared. */
const given = z.guid('Give the id that it has in Linear.').toLowerCase();
const shown = uuid.toLowerCase();
const title = z.string().trim().min(1, 'Name the issue.').max(500, 'Use at most 500 characters.');
const markdown = z.string().max(longestIssueText, 'Use at most 100,000 characters.');
const estimate = z.number().int('Linear takes whole points.').min(0).max(1_000).nullable();
const labelIds = z.array(given).max(100);

/** What can be changed of an issue. Linear's UUIDs; null clears. */
export const issueFields = z.strictObject({
  title,
  description: markdown.nullable(),
  stateId: given,
  assigneeId: given.nullable(),
  priority: z.number().int().min(0).max(4),
  estimate,
  dueDate: day.nullable(),
  cycleId: given.nullable(),
  labelIds,
});
export type IssueFields = z.infer<typeof issueFields>;
export type IssueField = keyof IssueFields;

/** As Linear has them: whatever it once took can be shown. */
const shownFields = z.strictObject({
  title: z.string(),
  description: z.string().nullable(),
  stateId: shown,
  assigneeId: shown.nullable(),
  priority: z.number(),
  estimate: z.number().nullable(),
  dueDate: day.nullable(),
  cycleId: shown.nullable(),
  labelIds: z.array(shown),
});

/**
 * `base` is what the person saw in the fields that change. Where Linear has something else by now, nothing is written and
 * the answer is 409 issue_changed with both values; writing again with their values as `base` overwrites them.
 * Labels may also be added and removed one by one, which needs no base.
 */
export const issueChange = z.strictObject({
  set: issueFields.partial().optional(),
  base: shownFields.partial().optional(),
  addLabelIds: labelIds.optional(),
  removeLabelIds: labelIds.optional(),
});
export type IssueChange = z.infer<typeof issueChange>;

/** Stands in a problem answer of code issue_changed, as `conflicts`. */
export const issueConflict = fieldConflict;
export type IssueConflict = z.infer<typeof issueConflict>;

export const issueInput = z.strictObject({
  connectionId: id.optional(),
  /** Key or UUID of a synced team. */
  team: z.string().trim().min(1, 'Choose a team.').max(64),
  title,
  ...issueFields.omit({ title: true }).partial().shape,
  parent: z.string().max(64).optional(),
});
export type IssueInput = z.infer<typeof issueInput>;

/** A hand-made task becomes an issue; its time stays with it. */
export const sendToLinearInput = issueInput.omit({ title: true });
export type SendToLinearInput = z.infer<typeof sendToLinearInput>;

export const commentInput = z.strictObject({ body: markdown.trim().min(1, 'Write a comment.') });
export const issueComment = z.object({
  id: uuid,
  body: z.string(),
  user: z.object({ name: z.string() }).nullable(),
  url: z.string(),
  createdAt: instant,
  updatedAt: instant,
});
export type IssueComment = z.infer<typeof issueComment>;

export const relationType = z.enum(relationTypes);
/** `blocked_by` and `duplicated_by` are said from the other side: Linear knows only `blocks` and `duplicate`. */
export const relationInput = z.strictObject({ type: relationType, issue: z.string().trim().min(1).max(64) });
export type RelationInput = z.infer<typeof relationInput>;
export const issueRelationView = z.object({
  id: uuid,
  type: relationType,
  issue: z.object({
    id: uuid,
    identifier: z.string(),
    /** Title and state are null, and the address is without the title, where the issue is no task here: its team may not be synced. */
    title: z.string().nullable(),
    url: z.string(),
    taskId: id.nullable(),
    state: z.object({ name: z.string(), type: z.string(), color: z.string() }).nullable(),
  }),
});
export type IssueRelationView = z.infer<typeof issueRelationView>;

/** The issue as Linear has it this moment: what an edit begins with. */
export const liveIssue = z.object({
  id: uuid,
  identifier: z.string(),
  updatedAt: instant,
  fields: shownFields,
  comments: z.array(issueComment),
  relations: z.array(issueRelationView),
});
export type LiveIssue = z.infer<typeof liveIssue>;

/** What the issues of a team can be set to: looked up at Linear, kept for some minutes. */
export const teamOptionsQuery = z.strictObject({
  connectionId: id.optional(),
  /** Asks Linear anew, whatever was kept. */
  refresh: z.stringbool().default(false),
});
export const teamOptions = z.object({
  team: z.object({ id: uuid, key: z.string(), name: z.string() }),
  states: z.array(z.object({ id: uuid, name: z.string(), type: z.string(), color: z.string(), position: z.number() })),
  labels: z.array(
    z.object({ id: uuid, name: z.string(), color: z.string(), group: z.string().nullable(), isGroup: z.boolean() }),
  ),
  users: z.array(z.object({ id: uuid, name: z.string(), displayName: z.string(), email: z.string() })),
  cycles: z.array(
    z.object({ id: uuid, number: z.number(), name: z.string().nullable(), startsAt: instant, endsAt: instant }),
  ),
  milestones: z.array(
    z.object({
      id: uuid,
      name: z.string(),
      project: z.object({ id: uuid, name: z.string() }),
      targetDate: z.string().nullable(),
    }),
  ),
  /** Whether points may be 0, and which scale the team has: notUsed, exponential, fibonacci, linear, tShirt. */
  estimation: z.object({ type: z.string(), allowZero: z.boolean() }),
  /** The key's owner, as whom Linear will show what is written. */
  viewer: z.object({ id: uuid, name: z.string() }),
});
export type TeamOptions = z.infer<typeof teamOptions>;

/** Where the signed-in person may write, and whether the key can: asked before anything is offered. */
export const writeTarget = z.object({
  connectionId: id,
  workspace: z.object({ name: z.string(), urlKey: z.string() }),
  teams: z.array(z.object({ id: uuid, key: z.string(), name: z.string() })),
  /** The key's owner: as whom Linear shows what is written. */
  writesAs: z.object({ name: z.string(), email: z.string() }),
  /** What of its issues is mirrored, for whoever may not write. */
  reads: z.object({ descriptions: z.boolean(), comments: z.boolean() }),
  canWrite: z.boolean(),
  /** Why not, in words for the person. */
  reason: z.string().nullable(),
});
export type WriteTarget = z.infer<typeof writeTarget>;

export const linearWrite = z.object({
  id,
  kind: z.enum(['create', 'update', 'comment', 'relation', 'archive', 'unarchive', 'attachment']),
  status: z.enum(['pending', 'done', 'refused', 'unknown']),
  taskId: id.nullable(),
  by: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdAt: instant,
  answeredAt: instant.nullable(),
});
export type LinearWrite = z.infer<typeof linearWrite>;
