import { CliError } from '@/cli/cli-error';
import { exitCodes } from '@/cli/exit-codes';
import { nearest } from '@/cli/nearest';
import { orList, quote } from '@/cli/words';
import type { TeamOptions } from '@/lib/contracts/linear-write';

interface Named {
  id: string;
  /** By which it is found; the first is how it is shown. */
  names: readonly string[];
}

type Kind = 'state' | 'label' | 'user' | 'cycle' | 'team';

/** By id or name, whatever the case. A wrong name answers with the nearest ones, and one that two things have with both. */
function choose(kind: Kind, typed: string, all: readonly Named[], where: string): string {
  const wanted = typed.trim();
  const lower = wanted.toLowerCase();
  const exact = all.filter(({ id, names }) => id === lower || names.includes(wanted));
  const loose = all.filter(({ names }) => names.some((name) => name.toLowerCase() === lower));
  const found = exact.length > 0 ? exact : loose;
  const [only, second] = found;
  if (only !== undefined && second === undefined) return only.id;
  const details = { exit: exitCodes.invalid } as const;
  if (only !== undefined) {
    const which = found.map(({ id, names: [name = ''] }) => ({ id, name }));
    throw new CliError(`There are several ${kind}s ${quote(wanted)} ${where}.`, {
      ...details,
      code: `ambiguous_${kind}`,
      hint: `Give one of their ids: ${which.map(({ id, name }) => `${id} (${name})`).join(', ')}`,
      details: { found: which },
    });
  }
  const near = nearest(
    wanted,
    all.flatMap(({ names }) => names.slice(0, 1)),
  );
  throw new CliError(`There is no ${kind} ${quote(wanted)} ${where}.`, {
    ...details,
    code: `unknown_${kind}`,
    hint: near.length === 0 ? undefined : `Did you mean ${orList(near.map(quote))}?`,
    details: { nearest: near },
  });
}

function whereOf({ team }: TeamOptions): string {
  return `in the team ${team.key}`;
}

export function chooseState(options: TeamOptions, typed: string): string {
  return choose(
    'state',
    typed,
    options.states.map(({ id, name }) => ({ id, names: [name] })),
    whereOf(options),
  );
}

/** A label of a group also as "Group/Label"; a group itself cannot be given to an issue. */
export function chooseLabel(options: TeamOptions, typed: string): string {
  const labels = options.labels.filter(({ isGroup }) => !isGroup);
  const named = labels.map(({ id, name, group }) => ({
    id,
    names: group === null ? [name] : [`${group}/${name}`, name],
  }));
  return choose('label', typed, named, whereOf(options));
}

export function chooseUser(options: TeamOptions, typed: string): string {
  const users = options.users.map(({ id, name, displayName, email }) => ({ id, names: [name, displayName, email] }));
  return choose('user', typed.replace(/^@/, ''), users, whereOf(options));
}

/** By number or name; also "current" and "next". */
export function chooseCycle(options: TeamOptions, typed: string, now: Date): string {
  const cycles = [...options.cycles].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const relative = { current: 0, next: 1 }[typed.trim().toLowerCase()];
  if (relative !== undefined) {
    const upcoming = cycles.filter(({ endsAt }) => Date.parse(endsAt) > now.getTime());
    const isRunning = upcoming[0] !== undefined && Date.parse(upcoming[0].startsAt) <= now.getTime();
    const found = upcoming[relative - (isRunning ? 0 : 1)];
    if (found !== undefined) return found.id;
  }
  const named = cycles.map(({ id, number, name }) => ({
    id,
    names: [name ?? `Cycle ${number}`, `Cycle ${number}`, String(number)],
  }));
  return choose('cycle', typed, named, whereOf(options));
}
