import { CliError } from '@/cli/cli-error';
import { exitCodes } from '@/cli/exit-codes';
import type { TeamOptions } from '@/lib/contracts/linear-write';
import type { IssueApi } from './issue-api';

export type ListName = 'states' | 'labels' | 'users' | 'cycles' | 'milestones';
type Lists = Pick<TeamOptions, ListName>;

/** What a team has. Who may not write may not ask Linear: what was imported has to do then. */
export async function readTeamList<N extends ListName>(
  issues: IssueApi,
  team: string,
  name: N,
  now: Date,
): Promise<Lists[N]> {
  const list = await readList(issues, team, name, now);
  return [...list].sort(orders[name]) as Lists[N];
}

async function readList<N extends ListName>(issues: IssueApi, team: string, name: N, now: Date): Promise<Lists[N]> {
  try {
    return (await issues.options(team))[name];
  } catch (error) {
    const isForbidden = error instanceof CliError && error.exit === exitCodes.authentication;
    if (!isForbidden || error.code === 'unauthenticated') throw error;
    return imported[name](issues, team, now).catch((second: unknown) => {
      throw second instanceof CliError && second.code === 'collection_not_chosen' ? orChoose(error, name) : second;
    });
  }
}

/** The names in the settings of a connection. */
const collections: Record<ListName, string> = {
  states: 'workflow states',
  labels: 'labels',
  users: 'users',
  cycles: 'cycles',
  milestones: 'projects and milestones',
};

function orChoose({ message, exit, code, hint, details, cause }: CliError, name: ListName): CliError {
  const orElse = `Without that, the ${name} can be read where the collections of the connection have ${collections[name]}.`;
  return new CliError(message, { exit, code, details, cause, hint: hint === undefined ? orElse : `${hint} ${orElse}` });
}

const live = { includeArchived: false };

const imported: { [N in ListName]: (issues: IssueApi, team: string, now: Date) => Promise<Lists[N]> } = {
  states: (issues, team) => issues.mirrored('workflow-states', { team, ...live }),
  labels: async (issues, key) =>
    (await issues.mirrored('labels', live))
      // Those without a team are the workspace's, for all of them.
      .filter(({ team }) => team === null || [team.id, team.key.toLowerCase()].includes(key.toLowerCase()))
      .map(({ parent, ...label }) => ({ ...label, group: parent?.name ?? null })),
  users: async (issues) => (await issues.mirrored('users', live)).filter(({ active }) => active),
  cycles: async (issues, team, now) =>
    (await issues.mirrored('cycles', { team, ...live })).filter(({ endsAt }) => Date.parse(endsAt) > now.getTime()),
  // A milestone is of a project, and only that is of teams.
  milestones: async (issues, team) => {
    const projects = await issues.mirrored('projects', { team, ...live });
    if (projects.length === 0) return [];
    return issues.mirrored('milestones', { project: projects.map(({ id }) => id), ...live });
  },
};

const stateTypes = ['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled', 'duplicate'];
const { compare } = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** As Linear's own screens have them. */
const orders: { [N in ListName]: (a: Lists[N][number], b: Lists[N][number]) => number } = {
  // A position counts among the states of a type.
  states: (a, b) => stateTypes.indexOf(a.type) - stateTypes.indexOf(b.type) || a.position - b.position,
  labels: (a, b) => compare(a.group ?? '', b.group ?? '') || compare(a.name, b.name),
  users: (a, b) => compare(a.name, b.name),
  cycles: (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
  milestones: (a, b) =>
    compare(a.project.name, b.project.name) ||
    compare(a.targetDate ?? '9999', b.targetDate ?? '9999') ||
    compare(a.name, b.name),
};
