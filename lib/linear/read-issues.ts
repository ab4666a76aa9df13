import { z } from 'zod';
import type { LinearClient } from './client';
import { issuesByIdDocument, issuesDocument } from './documents';
import { type IssueRange, issueFilter } from './issue-filter';
import { parse } from './read-lists';
import { readIssuePage } from './read-page';
import type { IssuePage } from './types';

/** One page of a range, newest first, archived and trashed issues included. */
export async function readIssues(client: LinearClient, range: IssueRange, signal: AbortSignal): Promise<IssuePage> {
  const variables = {
    first: client.pageSize,
    orderBy: range.by,
    filter: issueFilter(range),
    withDescription: client.descriptions,
  };
  return readIssuePage(client, await client.ask(issuesDocument, variables, signal), 'issues', signal);
}

export interface FoundIssues extends IssuePage {
  /** Those of the asked teams that the key can see. */
  visibleTeamIds: Set<string>;
}

const teamIdPage = z.object({ nodes: z.array(z.object({ id: z.string() })) });

/** At most one page of issues by their ids; those that no longer exist, or cannot be seen, are not answered. */
export async function readIssuesById(
  client: LinearClient,
  issues: { id: string; teamId: string | null }[],
  signal: AbortSignal,
): Promise<FoundIssues> {
  const teamIds = new Set(issues.flatMap(({ teamId }) => teamId ?? []));
  const variables = {
    ids: { id: { in: issues.map(({ id }) => id) } },
    teams: { id: { in: [...teamIds] } },
    withDescription: client.descriptions,
  };
  const reply = await client.ask(issuesByIdDocument, variables, signal);
  const visibleTeamIds = new Set(parse(teamIdPage, reply, 'teams').nodes.map(({ id }) => id));
  return { ...(await readIssuePage(client, reply, 'issues', signal)), visibleTeamIds };
}
