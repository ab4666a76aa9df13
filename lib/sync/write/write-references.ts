import { AppError, type FieldError } from '@/lib/errors/app-error';
import { type ReferenceIds, type References, readReferences } from '@/lib/linear/live-issue-references';
import type { IssueUpdate } from '@/lib/linear/mutations';
import type { WriteAccess } from './write-access';
import { forgetOptions, keptOptions } from './write-options-kept';

interface Team {
  id: string;
  key: string;
}

/**
 * Refuses what the issue cannot be set to: a state, label or cycle of another team, one that does not exist any more, a
 * person who left, a label that is not what it was called when it was looked up.
 */
export async function refuseOddReferences(
  { client, connection, signal }: WriteAccess,
  team: Team,
  update: IssueUpdate,
): Promise<void> {
  const ids = idsOf(update);
  const found = await readReferences(client, ids, signal);
  const errors = [
    ...ofOne('stateId', 'state', ids.states, found.states, (state) => otherTeam(state.team, team)),
    ...ofOne('cycleId', 'cycle', ids.cycles, found.cycles, (cycle) => otherTeam(cycle.team, team)),
    ...ofOne('assigneeId', 'person', ids.users, found.users, (user) =>
      user.active && user.isAssignable ? null : `${user.name} cannot be assigned any more.`,
    ),
    ...ofOne('labelIds', 'label', ids.labels, found.labels, (label) => whatIsOdd(label, connection.id, team)),
  ];
  if (errors.length === 0) return;
  forgetOptions(connection.id, team.id);
  throw new AppError('invalid_reference', errors.map(({ message }) => message).join(' '), {
    hint: 'Nothing was changed. Look up what the team has, and choose again.',
    errors,
  });
}

function idsOf({ stateId, cycleId, assigneeId, labelIds = [], addedLabelIds = [] }: IssueUpdate): ReferenceIds {
  return {
    states: stateId ? [stateId] : [],
    cycles: cycleId ? [cycleId] : [],
    users: assigneeId ? [assigneeId] : [],
    labels: [...new Set([...labelIds, ...addedLabelIds])],
  };
}

function ofOne<T extends { id: string }>(
  path: string,
  what: string,
  ids: string[],
  found: T[],
  oddness: (one: T) => string | null,
): FieldError[] {
  return ids.flatMap((id) => {
    const one = found.find((each) => each.id.toLowerCase() === id.toLowerCase());
    const message = one ? oddness(one) : `Linear has no such ${what} any more.`;
    return message === null ? [] : [{ path, message }];
  });
}

function otherTeam(owner: Team, team: Team): string | null {
  return owner.id === team.id ? null : `This belongs to the team ${owner.key}, and the issue to ${team.key}.`;
}

function whatIsOdd(label: References['labels'][number], connectionId: string, team: Team): string | null {
  if (label.isGroup) return `"${label.name}" is a group of labels: choose one of its labels.`;
  const known = keptOptions(connectionId, team.id)?.labels.find(({ id }) => id === label.id);
  if (known && known.name !== label.name) return `The label "${known.name}" is called "${label.name}" now.`;
  return null;
}
