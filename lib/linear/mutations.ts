import { z } from 'zod';
import type { LinearClient } from './client';
import { issueFields } from './documents';
import { linearError } from './linear-errors';
import { commentFields, commentShape, type RemoteComment } from './live-issue';
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
    text: `mutation Comment($input: CommentCreateInput!) { commentCreate(input: $input) { success comment { ${commentFields} } } }`,
  },
  relate: {
    field: 'issueRelationCreate',
    text: `mutation Relate($input: IssueRelationCreateInput!) {
      issueRelationCreate(input: $input) { success issueRelation { id issue ${issue} relatedIssue ${issue} } }
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
  issue: z.unknown(),
  entity: z.unknown(),
  comment: commentShape.optional(),
  issueRelation: z.object({ issue: z.unknown(), relatedIssue: z.unknown() }).optional(),
});

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
  const { success, issue, entity, comment = null, issueRelation } = payload.data;
  if (!success) return null;
  const nodes = [issue, entity, issueRelation?.issue, issueRelation?.relatedIssue].filter(isNode);
  return { issues: await Promise.all(nodes.map((node) => readWrittenIssue(client, node, signal))), comment };
}

function isNode(node: unknown): boolean {
  return node !== null && node !== undefined;
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
