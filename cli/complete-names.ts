import type { Connection } from '@/lib/contracts/connection';
import type { TeamOptions } from '@/lib/contracts/linear-write';
import type { QuickTasks } from '@/lib/contracts/timer';
import { askDrafts } from './commands/drafts-days';
import type { Context } from './context';
import { IssueApi } from './issue/issue-api';
import { openIssue } from './issue/open-issue';

export interface Candidate {
  value: string;
  text: string;
}

/** What stands in the line already. */
export interface Given {
  /** The first argument, where that is an issue. */
  issue: string | undefined;
  /** The value of --team. */
  team: string | undefined;
}

type Ask = (context: Context, given: Given) => Promise<Candidate[]>;

/** What only the server knows, by the name of an argument or an option. Nothing, where it does not say. */
export async function completeName(name: string, context: Context, given: Given): Promise<Candidate[]> {
  return (await asks[name]?.(context, given).catch(() => [])) ?? [];
}

const issues: Ask = async (context) => {
  const { pinned, recent } = await (await context.api()).get<QuickTasks>('/api/v1/tasks/quick');
  const tasks = [...recent.flatMap(({ task }) => task ?? []), ...pinned];
  const named = tasks.flatMap(({ identifier, name }) => (identifier === null ? [] : [[identifier, name] as const]));
  return toCandidates(named);
};

/** Of identifiers and the names of tasks, which begin with them. */
function toCandidates(named: readonly (readonly [string, string])[]): Candidate[] {
  return [...new Map(named)].map(([value, name]) => ({ value, text: name.replace(`${value}: `, '') }));
}

const ofTeam =
  (list: (options: TeamOptions) => Candidate[]): Ask =>
  async (context, { issue, team }) => {
    if (issue !== undefined) return (await openIssue(context, issue)).names.choose(list);
    return team === undefined ? [] : list(await new IssueApi(await context.api()).options(team));
  };

const users = ofTeam((team) => [
  { value: 'me', text: 'yourself' },
  ...team.users.map(({ name, email }) => ({ value: name, text: email })),
]);

const asks: Record<string, Ask> = {
  issue: issues,
  other: issues,
  parent: issues,
  draft: async (context) => {
    const { items } = await askDrafts(await context.api(), {}, context.io.now());
    const named = items.map(({ task: { identifier, name } }) => [identifier, name] as const);
    return toCandidates(named);
  },
  connection: async (context) => {
    const all = await (await context.api()).list<Connection>('/api/v1/connections');
    return all.map(({ name, workspace }) => ({ value: name, text: workspace.name }));
  },
  team: async (context) => {
    const targets = await new IssueApi(await context.api()).targets();
    return targets.flatMap(({ teams }) => teams.map(({ key, name }) => ({ value: key, text: name })));
  },
  state: ofTeam(({ states }) => states.map(({ name, type }) => ({ value: name, text: type }))),
  label: ofTeam(({ labels }) =>
    labels.flatMap(({ name, group, isGroup }) => (isGroup ? [] : [{ value: name, text: group ?? '' }])),
  ),
  user: users,
  assignee: users,
  cycle: ofTeam(({ cycles }) => cycles.map(({ number, name }) => ({ value: String(number), text: name ?? '' }))),
};
