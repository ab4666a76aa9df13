import type { PersonActor } from '@/lib/auth/actor';
import type { IssueComment, IssueRelationView, RelationInput } from '@/lib/contracts/linear-write';
import { AppError } from '@/lib/errors/app-error';
import { must } from '@/lib/kit/must';
import type { LiveIssue } from '@/lib/linear/live-issue';
import type { LinearMutation } from '@/lib/linear/mutations';
import type { Calling } from '@/lib/sync/test-key';
import { openTaskWrites } from './write-access';
import { refuseTrashed } from './write-fresh';
import { versionFour } from './write-ids';
import { readToWrite } from './write-issue';
import { findOtherIssue } from './write-other-issue';
import { sendWrite } from './write-send';
import { inTurn } from './write-turns';
import { viewRelations } from './write-view';

type Writing = Calling & { writeId: string };

/** Oldest first. */
export async function listComments(actor: PersonActor, taskId: string, calling: Calling): Promise<IssueComment[]> {
  const { access, task } = await openTaskWrites(actor, taskId, calling);
  return (await readToWrite(access, task)).comments;
}

export async function addComment(
  actor: PersonActor,
  taskId: string,
  body: string,
  { writeId, ...calling }: Writing,
): Promise<IssueComment> {
  const { access, task } = await openTaskWrites(actor, taskId, calling);
  return inTurn(task.externalId, async () => {
    const live = await readToWrite(access, task);
    refuseTrashed(live);
    const mutation: LinearMutation = { kind: 'comment', id: versionFour(writeId), issueId: live.issue.id, body };
    const { comment } = await sendWrite(access, { id: writeId, taskId, mutation, before: beforeOf(live) });
    return must(comment, 'the comment of an accepted write');
  });
}

export async function listRelations(
  actor: PersonActor,
  taskId: string,
  calling: Calling,
): Promise<IssueRelationView[]> {
  const { access, task } = await openTaskWrites(actor, taskId, calling);
  return viewRelations((await readToWrite(access, task)).relations);
}

/** One that is there already is answered as it is. */
export async function addRelation(
  actor: PersonActor,
  taskId: string,
  input: RelationInput,
  { writeId, ...calling }: Writing,
): Promise<IssueRelationView> {
  const { access, task } = await openTaskWrites(actor, taskId, calling);
  return inTurn(task.externalId, async () => {
    const live = await readToWrite(access, task);
    refuseTrashed(live);
    const other = await findOtherIssue(access, input.issue);
    if (other.id === live.issue.id) throw new AppError('validation_failed', 'An issue cannot be linked to itself.');
    const known = live.relations.find(({ type, issue }) => type === input.type && issue.id === other.id);
    if (known) return firstOf(await viewRelations([known]));
    const id = versionFour(writeId);
    const mutation: LinearMutation = { kind: 'relate', id, ...endsOf(input.type, live.issue.id, other.id) };
    const { issues } = await sendWrite(access, { id: writeId, taskId, mutation, before: beforeOf(live) });
    const written = issues.find(({ issue }) => issue.id === other.id)?.issue;
    return firstOf(await viewRelations([{ id, type: input.type, issue: written ?? other }]));
  });
}

export async function removeRelation(
  actor: PersonActor,
  { taskId, relationId }: { taskId: string; relationId: string },
  { writeId, ...calling }: Writing,
): Promise<void> {
  const { access, task } = await openTaskWrites(actor, taskId, calling);
  await inTurn(task.externalId, async () => {
    const live = await readToWrite(access, task);
    const relation = live.relations.find(({ id }) => id === relationId.toLowerCase());
    if (!relation) throw new AppError('not_found', 'This issue has no such link.');
    const was = `${relation.type.replaceAll('_', ' ')} ${relation.issue.identifier}`;
    const mutation: LinearMutation = { kind: 'unrelate', id: relation.id, issueId: live.issue.id, was };
    await sendWrite(access, { id: writeId, taskId, mutation, before: beforeOf(live) });
  });
}

type Ends = Pick<Extract<LinearMutation, { kind: 'relate' }>, 'issueId' | 'relatedIssueId' | 'type'>;

/** Linear knows only the one direction of each. */
function endsOf(type: RelationInput['type'], mine: string, other: string): Ends {
  if (type === 'blocked_by') return { issueId: other, relatedIssueId: mine, type: 'blocks' };
  if (type === 'duplicated_by') return { issueId: other, relatedIssueId: mine, type: 'duplicate' };
  return { issueId: mine, relatedIssueId: other, type };
}

function beforeOf({ issue, description }: LiveIssue) {
  return { teamId: issue.team.id, description };
}

function firstOf<T>([first]: T[]): T {
  return must(first, 'the view of one relation');
}
