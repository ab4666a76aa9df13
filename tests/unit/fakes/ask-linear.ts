import type { WireError } from '@/tests/fakes/linear/errors';
import type { LinearSimulator } from '@/tests/fakes/linear/linear-simulator';
import type { SimulatorOptions } from '@/tests/fakes/linear/simulator-options';
import { startLinearSimulator } from '@/tests/fakes/linear/start-linear-simulator';

export interface Answer {
  status: number;
  headers: Headers;
  body: { data?: Record<string, unknown> | null; errors?: WireError[] };
}

export interface IssueNode {
  id: string;
  identifier: string;
  title: string;
  [field: string]: unknown;
}

export interface IssuePage {
  nodes: IssueNode[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface Rig {
  simulator: LinearSimulator;
  apiKey: string;
  ask(query: string, variables?: Record<string, unknown>, authorization?: string | null): Promise<Answer>;
  page(variables?: Record<string, unknown>): Promise<IssuePage>;
  tick(ms?: number): void;
}

const PAGE = `query Page($first: Int, $after: String, $filter: IssueFilter, $orderBy: PaginationOrderBy, $includeArchived: Boolean) {
  issues(first: $first, after: $after, filter: $filter, orderBy: $orderBy, includeArchived: $includeArchived) {
    nodes { id identifier title createdAt updatedAt archivedAt trashed previousIdentifiers state { name type } assignee { name } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const START = Date.parse('2026-03-01T00:00:00.000Z');

/** A simulator with one user and one team, whose clock moves only when told. */
export async function startRig(options: SimulatorOptions = {}): Promise<Rig> {
  let now = START;
  const simulator = await startLinearSimulator({ clock: () => new Date(now), ...options });
  const { workspace } = simulator;
  workspace.makeUser({ name: 'Ada Whitfield' });
  workspace.createTeam({ key: 'ENG', name: 'Engineering' });
  const apiKey = workspace.createKey().value;

  async function ask(query: string, variables = {}, authorization: string | null = apiKey): Promise<Answer> {
    const headers = { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) };
    const body = JSON.stringify({ query, variables });
    const response = await fetch(simulator.url, { method: 'POST', headers, body });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
  }

  async function page(variables = {}): Promise<IssuePage> {
    const { body } = await ask(PAGE, variables);
    if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
    return body.data?.issues as IssuePage;
  }

  return {
    simulator,
    apiKey,
    ask,
    page,
    tick(ms = 1000) {
      now += ms;
    },
  };
}

/** Makes issues ENG-1, ENG-2 …, one second apart, so that the last is the newest. */
export function makeIssues(rig: Rig, count: number): void {
  for (let number = 1; number <= count; number += 1) {
    rig.tick();
    rig.simulator.workspace.createIssue({ team: 'ENG', title: `Issue ${number}` });
  }
}

export function identifiers(page: IssuePage): string[] {
  return page.nodes.map((node) => node.identifier);
}
