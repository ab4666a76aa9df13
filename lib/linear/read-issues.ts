import type { LinearClient } from './client';
import { issuesDocument } from './documents';
import { type IssueRange, issueFilter } from './issue-filter';
import { readIssuePage } from './read-page';
import type { IssuePage } from './types';

export const pageSize = 250;

/** One page of a range, newest first, archived and trashed issues included. */
export async function readIssues(client: LinearClient, range: IssueRange, signal: AbortSignal): Promise<IssuePage> {
  const reply = await client.ask(issuesDocument, { orderBy: range.by, filter: issueFilter(range) }, signal);
  return readIssuePage(client, reply, 'issues', signal);
}

/** At most `pageSize` issues by their ids; those that no longer exist, or cannot be seen, are not answered. */
export async function readIssuesById(client: LinearClient, ids: string[], signal: AbortSignal): Promise<IssuePage> {
  const reply = await client.ask(issuesDocument, { orderBy: 'createdAt', filter: { id: { in: ids } } }, signal);
  return readIssuePage(client, reply, 'issues', signal);
}
