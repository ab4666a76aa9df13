import { z } from 'zod';
import { activityDocument, moreActivityDocument, remarksDocument } from './activity-documents';
import { type HistoryChange, type IssueActivity, type IssueTurn, type StateStay, turnsOf } from './activity-turns';
import { cleanText } from './clean-text';
import type { LinearClient, Reply } from './client';
import { linearError } from './linear-errors';
import { parse } from './read-lists';

export interface ActivityRequest {
  email: string;
  from: Date;
  to: Date;
  /** Ids of issues to look at besides those that are the person's today; `name` is the person's at Linear. */
  findMore: (name: string) => Promise<string[]>;
}

/** What one person did on one issue. Epoch milliseconds. */
export interface PersonalActivity {
  issueId: string;
  identifier: string;
  turns: IssueTurn[];
  /** Changes that the person made. */
  touches: number[];
  comments: number[];
}

export interface Activity {
  /** Null: nobody in the workspace has the address. */
  user: { id: string; name: string } | null;
  issues: PersonalActivity[];
  /** More happened than `mostRequests` could read. */
  isPartial: boolean;
}

/** For one person and range; a busy month of one person needs about five. */
export const mostRequests = 20;

const instant = z
  .string()
  .transform((text) => Date.parse(text))
  .refine((at) => !Number.isNaN(at), 'is not an instant');
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
const stayPage = z.object({
  nodes: z.array(
    z
      .object({ startedAt: instant, endedAt: instant.nullable(), state: z.object({ type: z.string() }).nullable() })
      .transform(({ startedAt, endedAt, state }): StateStay => {
        return { type: state?.type ?? null, start: startedAt, end: endedAt };
      }),
  ),
  pageInfo,
});
const changePage = z.object({
  nodes: z.array(
    z
      .object({
        createdAt: instant,
        actorId: z.string().nullable(),
        fromAssigneeId: z.string().nullable(),
        toAssigneeId: z.string().nullable(),
      })
      .transform(({ createdAt, ...change }): HistoryChange => ({ at: createdAt, ...change })),
  ),
  pageInfo,
});
const issuePage = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      identifier: z.string(),
      createdAt: instant,
      archivedAt: instant.nullable(),
      assignee: z.object({ id: z.string() }).nullable(),
      stateHistory: stayPage,
      history: changePage,
    }),
  ),
  pageInfo,
});
const userPage = z.object({ nodes: z.array(z.object({ id: z.string(), name: cleanText })) });
const commentPage = z.object({
  nodes: z.array(z.object({ createdAt: instant, issue: z.object({ id: z.string() }).nullable() })),
  pageInfo,
});

type IssueNode = z.infer<typeof issuePage>['nodes'][number];

/** Which issues were in progress and the person's in a range, and what the person did on them and said. Reads only. */
export async function readActivity(
  client: LinearClient,
  request: ActivityRequest,
  signal: AbortSignal,
): Promise<Activity> {
  const { user, comments, isPartial } = await readRemarks(client, request, signal);
  if (user === null) return { user, issues: [], isPartial: false };
  const issueIds = [...new Set([...comments.keys(), ...(await request.findMore(user.name))])].sort();
  const read = await readIssues(client, issueFilter(user.id, issueIds, request), request, signal);
  const issues = read.issues.map((issue) => ({
    issueId: issue.id,
    identifier: issue.identifier,
    turns: turnsOf(issue, user.id),
    touches: issue.changes.filter(({ actorId }) => actorId === user.id).map(({ at }) => at),
    comments: comments.get(issue.id) ?? [],
  }));
  return { user, issues, isPartial: isPartial || read.isPartial };
}

/** An issue of theirs that nobody touched since the range began was in progress in it only if it is today. */
function issueFilter(userId: string, issueIds: readonly string[], { from, to }: ActivityRequest) {
  const theirs = { assignee: { id: { eq: userId } }, createdAt: { lt: to.toISOString() } };
  return {
    or: [
      { ...theirs, updatedAt: { gte: from.toISOString() } },
      { ...theirs, state: { type: { eq: 'started' } } },
      ...(issueIds.length > 0 ? [{ id: { in: issueIds } }] : []),
    ],
  };
}

async function readRemarks(client: LinearClient, { email, from, to }: ActivityRequest, signal: AbortSignal) {
  const users = { email: { eqIgnoreCase: email } };
  const filter = { user: users, createdAt: { gte: from.toISOString(), lt: to.toISOString() } };
  const comments = new Map<string, number[]>();
  for (let after: string | null = null; ; ) {
    const reply: Reply = await client.ask(remarksDocument, { users, comments: filter, after }, signal);
    const [user = null] = parse(userPage, reply, 'users').nodes;
    if (user === null) return { user, comments, isPartial: false };
    const page = parse(commentPage, reply, 'comments');
    for (const { createdAt, issue } of page.nodes)
      if (issue !== null) comments.set(issue.id, [...(comments.get(issue.id) ?? []), createdAt]);
    after = nextCursor(page, after, 'comments');
    // Half of what may be asked is left for the issues themselves.
    if (after === null || client.requests >= mostRequests / 2) return { user, comments, isPartial: after !== null };
  }
}

async function readIssues(client: LinearClient, filter: object, request: ActivityRequest, signal: AbortSignal) {
  const issues: IssueActivity[] = [];
  let isPartial = false;
  for (let after: string | null = null; ; ) {
    const reply: Reply = await client.ask(activityDocument, { filter, after }, signal);
    const page = parse(issuePage, reply, 'issues');
    for (const node of page.nodes) {
      const { issue, isWhole } = await withAllHistory(client, node, request, signal);
      issues.push(issue);
      isPartial ||= !isWhole;
    }
    after = nextCursor(page, after, 'issues');
    if (after === null || client.requests >= mostRequests) return { issues, isPartial: isPartial || after !== null };
  }
}

async function withAllHistory(client: LinearClient, node: IssueNode, { from }: ActivityRequest, signal: AbortSignal) {
  const { stateHistory, history, assignee, ...rest } = node;
  const issue: IssueActivity = {
    ...rest,
    assigneeId: assignee?.id ?? null,
    stays: stateHistory.nodes,
    changes: history.nodes,
  };
  let stays = nextCursor(stateHistory, null, 'stateHistory');
  let changes = reachesBack(issue.changes, from) ? null : nextCursor(history, null, 'history');
  while ((stays !== null || changes !== null) && client.requests < mostRequests) {
    const asked = { stays, changes, withStays: stays !== null, withChanges: changes !== null };
    const reply: Reply = await client.ask(moreActivityDocument, { id: issue.id, ...asked }, signal);
    const more = parse(z.object({ stateHistory: stayPage.optional(), history: changePage.optional() }), reply, 'issue');
    issue.stays = [...issue.stays, ...(more.stateHistory?.nodes ?? [])];
    issue.changes = [...issue.changes, ...(more.history?.nodes ?? [])];
    stays = more.stateHistory ? nextCursor(more.stateHistory, stays, 'stateHistory') : null;
    changes = more.history ? nextCursor(more.history, changes, 'history') : null;
  }
  return { issue, isWhole: stays === null && changes === null };
}

/** The newest come first; then a page that reaches back behind the range says all that is asked. */
function reachesBack(changes: readonly HistoryChange[], from: Date): boolean {
  const [first, last] = [changes[0], changes.at(-1)];
  return first !== undefined && last !== undefined && first.at >= last.at && last.at < from.getTime();
}

/** A cursor that is missing or ignored would go round for ever, or pass for the end. */
function nextCursor(page: { pageInfo: z.infer<typeof pageInfo> }, before: string | null, field: string): string | null {
  const { hasNextPage, endCursor } = page.pageInfo;
  if (!hasNextPage) return null;
  if (!endCursor || endCursor === before) throw linearError('linear_bad_answer', `${field} never end`);
  return endCursor;
}
