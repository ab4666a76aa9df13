import { CliError } from '@/cli/cli-error';
import { exitCodes } from '@/cli/exit-codes';
import { nearest } from '@/cli/nearest';
import { orList, quote } from '@/cli/words';
import type { TaskFacets } from '@/lib/contracts/task';
import type { IssueApi } from './issue-api';
import { type ListName, readTeamList } from './read-team-list';

export interface ListFilters {
  state?: string[] | undefined;
  label?: string[] | undefined;
  assignee?: string[] | undefined;
}

/** What a filter can be named by, and what the API takes. */
interface Choice {
  names: readonly string[];
  value: string;
}

interface Filter {
  kind: 'state' | 'label' | 'user';
  of: ListName;
  /** Of the issues that are here. */
  inUse(facets: TaskFacets): Choice[];
}

const byName = ({ name }: { name: string }): Choice => ({ names: [name], value: name });
const byPerson = ({
  name,
  email,
  displayName = name,
}: {
  name: string;
  email: string;
  displayName?: string;
}): Choice => ({
  names: [name, displayName, email],
  value: email,
});

const filters: Record<keyof ListFilters, Filter> = {
  state: { kind: 'state', of: 'states', inUse: ({ states }) => states.map(byName) },
  label: { kind: 'label', of: 'labels', inUse: ({ labels }) => labels.map(byName) },
  assignee: {
    kind: 'user',
    of: 'users',
    inUse: ({ assignees }) => [
      { names: ['me'], value: 'me' },
      { names: ['none'], value: 'none' },
      ...assignees.map(byPerson),
    ],
  },
};

/** Names in any case as the API takes them. `teams`: where to look; without any, all of them. */
export async function readFilters(
  issues: IssueApi,
  given: ListFilters,
  { teams, now }: { teams: readonly string[] | undefined; now: Date },
): Promise<Record<string, string[]>> {
  const asked = (Object.keys(filters) as (keyof ListFilters)[]).filter((name) => given[name] !== undefined);
  if (asked.length === 0) return {};
  const facets = await issues.facets();
  const read = asked.map(async (name) => {
    const { kind, of, inUse } = filters[name];
    const here = inUse(facets);
    const values = (given[name] ?? []).map(async (typed) => {
      const found = findAll(here, typed);
      if (found.length > 0) return found;
      const known = await listKnown(issues, of, teams, now);
      if (known === null) return [typed];
      const later = findAll(known, typed);
      if (later.length > 0) return later;
      throw unknown(kind, typed, [...here, ...known]);
    });
    return [name, [...new Set((await Promise.all(values)).flat())]];
  });
  return Object.fromEntries(await Promise.all(read));
}

function findAll(choices: readonly Choice[], typed: string): string[] {
  const wanted = typed.trim().toLowerCase();
  return choices.filter(({ names }) => names.some((name) => name.toLowerCase() === wanted)).map(({ value }) => value);
}

/** What no issue has may exist all the same. Null where that cannot be asked. */
async function listKnown(
  issues: IssueApi,
  of: ListName,
  teams: readonly string[] | undefined,
  now: Date,
): Promise<Choice[] | null> {
  try {
    const all = teams ?? (await issues.targets()).flatMap((target) => target.teams.map(({ key }) => key));
    const lists = await Promise.all(all.map((team) => readTeamList(issues, team, of, now)));
    return lists.flat().map((item) => ('email' in item ? byPerson(item) : byName({ name: item.name ?? '' })));
  } catch (error) {
    if (error instanceof CliError && error.code !== 'unauthenticated') return null;
    throw error;
  }
}

function unknown(kind: Filter['kind'], typed: string, choices: readonly Choice[]): CliError {
  const near = nearest(
    typed,
    choices.flatMap(({ names }) => names.slice(0, 1)),
  );
  return new CliError(`There is no ${kind} ${quote(typed)}.`, {
    exit: exitCodes.invalid,
    code: `unknown_${kind}`,
    hint: near.length === 0 ? undefined : `Did you mean ${orList(near.map(quote))}?`,
    details: { nearest: near },
  });
}
