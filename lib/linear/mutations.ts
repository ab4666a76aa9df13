import { z } from 'zod';
import type { LinearClient } from './client';
import { definitions } from './collections-fields';
import { parseObject } from './collections-page';
import type { RemoteObject } from './collections-types';
import { issueFields } from './documents';
import { linearError } from './linear-errors';
import { commentShape, type RemoteComment } from './live-issue';
import { parseIssue } from './parse-issue';
import type { Answer } from './read-answer';
import { withAllLabels } from './read-page';
import type { RemoteIssue } from './types';

/** Fields that are not given stay as they are; null clears. */
export interface IssueUpdate {
  title?: string;
  description?: string | null;
  stateId?: string;
  assigneeId?: string | null;
  priority?: number;
  estimate?: number | null;
  dueDate?: string | null;
  cycleId?: string | null;
  labelIds?: string[];
  addedLabelIds?: string[];
  removedLabelIds?: string[];
}

export interface IssueCreate extends Omit<IssueUpdate, 'addedLabelIds' | 'removedLabelIds'> {
  teamId: string;
  title: string;
  parentId?: string;
}

/** What can be sent, as plain data: the ledger keeps it, so that a lost answer can be looked up later. Ids of what is made are the caller's. */
export type LinearMutation =
  | { kind: 'create'; id: string; input: IssueCreate }
  | { kind: 'update'; issueId: string; input: IssueUpdate }
  | { kind: 'comment'; id: string; issueId: string; body: string }
  | { kind: 'relate'; id: string; issueId: string; relatedIssueId: string; type: 'blocks' | 'related' | 'duplicate' }
  /** `was` is for the history: "blocks ENG-42". */
  | { kind: 'unrelate'; id: string; issueId: string; was: string }
  | { kind: 'archive'; issueId: string }
  | { kind: 'unarchive'; issueId: string };

/** An issue as an answer has it. */
export interface WrittenIssue {
  issue: RemoteIssue;
  description: string | null;
}

export interface Written {
  issues: WrittenIssue[];
  comment: RemoteComment | null;
  /** What was made, for those who mirror it. */
  objects: WrittenObject[];
}

export interface WrittenObject {
  collection: 'comments' | 'issue-relations';
  object: RemoteObject;
}

const issue = '{ ...IssueFields description }';

const documents: Record<LinearMutation['kind'], { field: string; text: string }> = {
  create: {
    field: 'issueCreate',
    text: `mutation CreateIssue($input: IssueCreateInput!) { issueCreate(input: $input) { success issue ${issue} } } ${issueFields}`,
  },
  update: {
    field: 'issueUpdate',
    text: `mutation UpdateIssue($id: String!, $input: IssueUpdateInput!) { issueUpdate(id: $id, input: $input) { success issue ${issue} } } ${issueFields}`,
  },
  comment: {
    field: 'commentCreate',
    text: `mutation Comment($input: CommentCreateInput!) { commentCreate(input: $input) { success comment { ${definitions.comments.selection} } } }`,
  },
  relate: {
    field: 'issueRelationCreate',
    text: `mutation Relate($input: IssueRelationCreateInput!) {
      issueRelationCreate(input: $input) { success issueRelation { ${definitions['issue-relations'].selection} issue ${issue} relatedIssue ${issue} } }
    } ${issueFields}`,
  },
  unrelate: {
    field: 'issueRelationDelete',
    text: 'mutation Unrelate($id: String!) { issueRelationDelete(id: $id) { success } }',
  },
  archive: {
    field: 'issueArchive',
    text: `mutation Archive($id: String!) { issueArchive(id: $id) { success entity ${issue} } } ${issueFields}`,
  },
  unarchive: {
    field: 'issueUnarchive',
    text: `mutation Unarchive($id: String!) { issueUnarchive(id: $id) { success entity ${issue} } } ${issueFields}`,
  },
};

export function mutationText(mutation: LinearMutation): { document: string; variables: Record<string, unknown> } {
  return { document: documents[mutation.kind].text, variables: variablesOf(mutation) };
}

function variablesOf(mutation: LinearMutation): Record<string, unknown> {
  switch (mutation.kind) {
    case 'create':
      return { input: { id: mutation.id, ...mutation.input } };
    case 'update':
      return { id: mutation.issueId, input: mutation.input };
    case 'comment':
      return { input: { id: mutation.id, issueId: mutation.issueId, body: mutation.body } };
    case 'relate': {
      const { id, issueId, relatedIssueId, type } = mutation;
      return { input: { id, issueId, relatedIssueId, type } };
    }
    case 'unrelate':
      return { id: mutation.id };
    case 'archive':
    case 'unarchive':
      return { id: mutation.issueId };
  }
}

const payloadShape = z.object({
  success: z.boolean(),
  issue: z.unknown().optional(),
  entity: z.unknown().optional(),
  comment: z.unknown().optional(),
  issueRelation: z.looseObject({ issue: z.unknown(), relatedIssue: z.unknown() }).nullish(),
});
type Payload = z.infer<typeof payloadShape>;

/** What an accepted mutation answered. Null: `success` is false. Throws linear_bad_answer when it cannot be understood. */
export async function readPayload(
  client: LinearClient,
  mutation: LinearMutation,
  answer: Answer,
  signal: AbortSignal,
): Promise<Written | null> {
  const { field } = documents[mutation.kind];
  const payload = payloadShape.safeParse(answer.data[field]);
  if (!payload.success) throw linearError('linear_bad_answer', field, payload.error);
  if (!payload.data.success) return null;
  const { issue, entity, issueRelation } = payload.data;
  const nodes = [issue, entity, issueRelation?.issue, issueRelation?.relatedIssue].filter(isNode);
  if (nodes.length === 0 && mutation.kind !== 'comment' && mutation.kind !== 'unrelate')
    throw linearError('linear_bad_answer', `${field} without an issue`);
  return {
    issues: await Promise.all(nodes.map((node) => readWrittenIssue(client, node, signal))),
    comment: mutation.kind === 'comment' ? readMade(commentShape, payload.data.comment) : null,
    objects: readObjects(payload.data),
  };
}

function isNode(node: unknown): boolean {
  return node !== null && node !== undefined;
}

function readMade<T>(shape: z.ZodType<T>, node: unknown): T {
  const parsed = shape.safeParse(node);
  if (!parsed.success) throw linearError('linear_bad_answer', 'what was made', parsed.error);
  return parsed.data;
}

/** What cannot be read here comes with the next sync. */
function readObjects({ comment, issueRelation }: Payload): WrittenObject[] {
  const made = [
    { collection: 'comments' as const, node: comment },
    { collection: 'issue-relations' as const, node: issueRelation },
  ];
  return made.flatMap(({ collection, node }) => {
    const object = isNode(node) ? parseObject(collection, node) : null;
    return object !== null && 'data' in object ? [{ collection, object }] : [];
  });
}

const described = z.object({ description: z.string().nullable() });

async function readWrittenIssue(client: LinearClient, node: unknown, signal: AbortSignal): Promise<WrittenIssue> {
  const parsed = parseIssue(node);
  if (parsed?.kind !== 'issue') throw linearError('linear_bad_answer', parsed?.issue.message);
  const whole = parsed.labelsAfter
    ? await withAllLabels(client, parsed.issue, parsed.labelsAfter, signal)
    : parsed.issue;
  return { issue: whole, description: described.parse(node).description };
}
