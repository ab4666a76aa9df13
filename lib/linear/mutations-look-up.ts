import type { LinearClient } from './client';
import { type FoundIssue, type LiveIssue, readComment, readLiveIssue } from './live-issue';
import type { IssueUpdate, LinearMutation, Written } from './mutations';

export interface LookedUp extends Written {
  /** Whether Linear has what was sent. */
  isDone: boolean;
}

/** What the comparison of an update needs besides the update. */
export interface Before {
  teamId: string | null;
  description: string | null;
}

/** Looks whether a mutation whose answer was lost was done: what was made by its id, an update by comparing field by field. */
export async function lookUpMutation(
  client: LinearClient,
  mutation: LinearMutation,
  before: Before,
  signal: AbortSignal,
): Promise<LookedUp> {
  if (mutation.kind === 'comment') {
    const comment = await readComment(client, mutation.id, signal);
    return { isDone: comment !== null, issues: [], comment, objects: [] };
  }
  const id = mutation.kind === 'create' ? mutation.id : mutation.issueId;
  const { live } = await readLiveIssue(client, { id, teamId: before.teamId }, signal);
  return { isDone: isDone(mutation, live, before), issues: live === null ? [] : [live], comment: null, objects: [] };
}

function isDone(mutation: LinearMutation, live: FoundIssue['live'], before: Before): boolean {
  if (live === null) return false;
  switch (mutation.kind) {
    case 'create':
      return true;
    case 'update':
      return isAsWanted(live, mutation.input, before);
    case 'relate':
      return live.relations.some(({ id }) => id === mutation.id);
    case 'unrelate':
      return live.relations.every(({ id }) => id !== mutation.id);
    case 'archive':
      return live.issue.archivedAt !== null;
    case 'unarchive':
      return live.issue.archivedAt === null && !live.issue.trashed;
    case 'comment':
      return false;
  }
}

function isAsWanted({ issue, description }: LiveIssue, wanted: IssueUpdate, before: Before): boolean {
  const labels = issue.labels.map(({ id }) => id);
  const now = {
    title: issue.title,
    stateId: issue.state.id,
    assigneeId: issue.assignee?.id ?? null,
    priority: Math.round(issue.priority),
    estimate: issue.estimate,
    dueDate: issue.dueDate,
    cycleId: issue.cycle?.id ?? null,
  };
  const isSame = (Object.keys(now) as (keyof typeof now)[]).every(
    (field) => wanted[field] === undefined || wanted[field] === now[field],
  );
  return (
    isSame &&
    (wanted.labelIds === undefined || sameSet(wanted.labelIds, labels)) &&
    (wanted.addedLabelIds ?? []).every((id) => labels.includes(id)) &&
    (wanted.removedLabelIds ?? []).every((id) => !labels.includes(id)) &&
    (wanted.description === undefined || hasText(description, wanted.description, before.description))
  );
}

/** Linear may write Markdown in its own way: a text that is not what it was is taken for the one that was sent. */
function hasText(now: string | null, wanted: string | null, before: string | null): boolean {
  return sameText(now, wanted) || !sameText(now, before);
}

export function sameText(a: string | null | undefined, b: string | null | undefined): boolean {
  return plain(a) === plain(b);
}

function plain(text: string | null | undefined): string {
  return (text ?? '').replaceAll('\r\n', '\n').trim();
}

export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((each) => right.has(each));
}
