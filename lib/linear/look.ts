import type { LinearClient } from './client';
import { lookDocument, statesDocument } from './documents';
import { issueFilter } from './issue-filter';
import { parse, readStates, readTeams, readWorkspace, statePage } from './read-lists';
import { readIssuePage } from './read-page';
import type { IssuePage, RemoteState, RemoteTeam, Workspace } from './types';

export interface LookRequest {
  /** How many of the newest changes to ask for. */
  changedFirst: number;
  updatedFrom: string | null;
  /** Null: no look at archived issues. */
  archivedFrom: string | null;
  /** Null: all teams that the key can see. */
  teamIds: string[] | null;
  /** Asks for changes in the other teams too, to find issues that moved there. */
  withOutside: boolean;
  /** Issues known as archived: answered are those that are live again. */
  restoredIds: string[];
  /** Issues that failed before. */
  retryIds: string[];
  statesFrom: string | null;
}

export interface Look {
  workspace: Workspace;
  teams: RemoteTeam[];
  states: RemoteState[];
  /** Not only those that changed. */
  hasAllStates: boolean;
  changed: IssuePage;
  archived: IssuePage;
  outside: IssuePage;
  restored: IssuePage;
  retried: IssuePage;
  /** Linear's clock when it answered. */
  serverDate: Date | null;
}

const nothing: IssuePage = { issues: [], unreadable: [], hasNextPage: false };

/** What every run begins with, in one request, however large the workspace is. */
export async function look(client: LinearClient, request: LookRequest, signal: AbortSignal): Promise<Look> {
  const { teamIds } = request;
  const withArchived = request.archivedFrom !== null;
  const withOutside = request.withOutside && teamIds !== null;
  const withRestored = request.restoredIds.length > 0;
  const withRetried = request.retryIds.length > 0;
  const reply = await client.ask(
    lookDocument,
    {
      first: client.pageSize,
      changedFirst: request.changedFirst,
      changed: issueFilter({ by: 'updatedAt', teamIds, updatedFrom: request.updatedFrom }),
      archived: issueFilter({ by: 'createdAt', teamIds, archivedFrom: request.archivedFrom }),
      outside: issueFilter({
        by: 'updatedAt',
        teamIds: null,
        notTeamIds: teamIds ?? [],
        updatedFrom: request.updatedFrom,
      }),
      restored: { id: { in: request.restoredIds } },
      retried: { id: { in: request.retryIds } },
      states: request.statesFrom ? { updatedAt: { gte: request.statesFrom } } : {},
      withArchived,
      withOutside,
      withRestored,
      withRetried,
      withDescription: client.descriptions,
    },
    signal,
  );
  const page = (field: string, asked: boolean) => (asked ? readIssuePage(client, reply, field, signal) : nothing);
  // More states changed than ride along: the whole list is short, so it is read from its beginning.
  const allStatesHere = !parse(statePage, reply, 'workflowStates').pageInfo.hasNextPage;
  const states = allStatesHere ? reply : await client.ask(statesDocument, { after: null }, signal);
  return {
    workspace: readWorkspace(reply),
    teams: await readTeams(client, reply, signal),
    states: await readStates(client, states, signal),
    hasAllStates: request.statesFrom === null || !allStatesHere,
    changed: await page('changed', true),
    archived: await page('archived', withArchived),
    outside: await page('outside', withOutside),
    restored: await page('restored', withRestored),
    retried: await page('retried', withRetried),
    serverDate: reply.serverDate,
  };
}
