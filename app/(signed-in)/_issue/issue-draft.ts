import type { IssueInput, WriteTarget } from '@/lib/contracts/linear-write';
import type { TeamOfConnection } from './use-team-options';

/** A new issue as its form holds it. */
export type IssueDraft = {
  /** `connection/team`, as two workspaces may have teams of one key. */
  team: string;
  title: string;
  description: string;
  stateId: string | null;
  assigneeId: string | null;
  priority: number;
  labelIds: string[];
  estimate: number | null;
  dueDate: string;
  cycleId: string | null;
};

export function emptyIssue(given: Partial<IssueDraft>): IssueDraft {
  return { ...ofTeam, team: '', title: '', description: '', priority: 0, dueDate: '', ...given };
}

/** What belongs to a team, and means nothing in another. */
export const ofTeam = { stateId: null, assigneeId: null, labelIds: [], estimate: null, cycleId: null };

export function teamOf({ team }: IssueDraft): TeamOfConnection | null {
  const [connectionId, teamId] = team.split('/');
  return connectionId && teamId ? { connectionId, teamId } : null;
}

export function teamChoices(targets: readonly WriteTarget[]) {
  return targets.flatMap(({ connectionId, workspace, teams }) =>
    teams.map(({ id, key, name }) => ({
      value: `${connectionId}/${id}`,
      label: name,
      hint: targets.length > 1 ? `${key} in ${workspace.name}` : key,
    })),
  );
}

/** Chosen beforehand: the team of the task one is looking at, or the only one there is. */
export function firstTeam(targets: readonly WriteTarget[], teamId: string | null): string {
  const choices = teamChoices(targets);
  const own = choices.find(({ value }) => teamId !== null && value.endsWith(`/${teamId}`));
  return (own ?? (choices.length === 1 ? choices[0] : undefined))?.value ?? '';
}

/** What is left empty is left to Linear. */
export function inputOf(draft: IssueDraft): IssueInput | null {
  const of = teamOf(draft);
  if (!of) return null;
  const { title, description, stateId, assigneeId, priority, labelIds, estimate, dueDate, cycleId } = draft;
  return {
    connectionId: of.connectionId,
    team: of.teamId,
    title: title.trim(),
    ...(description.trim() === '' ? {} : { description }),
    ...(stateId === null ? {} : { stateId }),
    ...(assigneeId === null ? {} : { assigneeId }),
    ...(priority === 0 ? {} : { priority }),
    ...(labelIds.length === 0 ? {} : { labelIds }),
    ...(estimate === null ? {} : { estimate }),
    ...(dueDate === '' ? {} : { dueDate }),
    ...(cycleId === null ? {} : { cycleId }),
  };
}
