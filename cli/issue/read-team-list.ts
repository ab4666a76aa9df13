import { CliError } from '@/cli/cli-error';
import { exitCodes } from '@/cli/exit-codes';
import type { TeamOptions } from '@/lib/contracts/linear-write';
import type { IssueApi } from './issue-api';

export type ListName = 'states' | 'labels' | 'users' | 'cycles' | 'milestones';
type Lists = Pick<TeamOptions, ListName>;

/** What a team has. Who may not write may not ask Linear: what was imported has to do then. */
export async function readTeamList<N extends ListName>(issues: IssueApi, team: string, name: N): Promise<Lists[N]> {
  try {
    const options = await issues.options(team);
    return name === 'states' ? (inOrder(options.states) as Lists[N]) : options[name];
  } catch (error) {
    const isForbidden = error instanceof CliError && error.exit === exitCodes.authentication;
    if (!isForbidden || error.code === 'unauthenticated') throw error;
    return imported[name](issues, team).catch((second: unknown) => {
      throw second instanceof CliError && second.code === 'collection_not_chosen' ? error : second;
    });
  }
}

const imported: { [N in ListName]: (issues: IssueApi, team: string) => Promise<Lists[N]> } = {
  states: async (issues, team) => inOrder(await issues.mirrored('workflow-states', { team, includeArchived: false })),
  labels: async (issues, team) =>
    (await issues.mirrored('labels', { team, includeArchived: false })).map(({ parent, ...label }) => ({
      ...label,
      group: parent?.name ?? null,
    })),
  users: async (issues) => (await issues.mirrored('users', { includeArchived: false })).filter(({ active }) => active),
  cycles: (issues, team) => issues.mirrored('cycles', { team, includeArchived: false }),
  milestones: (issues, team) => issues.mirrored('milestones', { team, includeArchived: false }),
};

function inOrder<T extends { position: number }>(states: readonly T[]): T[] {
  return [...states].sort((a, b) => a.position - b.position);
}
