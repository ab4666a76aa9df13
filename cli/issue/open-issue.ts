import { CliError } from '@/cli/cli-error';
import type { Context } from '@/cli/context';
import { exitCodes } from '@/cli/exit-codes';
import { plain } from '@/cli/plain';
import { formatDay, plural } from '@/cli/words';
import type { Task } from '@/lib/contracts/task';
import { IssueApi, type Written } from './issue-api';
import { priorities } from './priorities';
import { TeamNames } from './team-names';

export interface OpenIssue {
  issues: IssueApi;
  task: Task;
  teamKey: string;
  names: TeamNames;
}

/** The issue that a command is about. */
export async function openIssue(context: Context, given: string): Promise<OpenIssue> {
  const issues = new IssueApi(await context.api());
  const task = await issues.find(given);
  const team = teamOf(task);
  // By its id: two workspaces may have teams of the same key.
  return { issues, task, teamKey: team.key, names: new TeamNames(issues, team.id) };
}

function teamOf({ name, customFields }: Task): { id: string; key: string } {
  const { integration } = customFields as { integration?: { team?: { id?: unknown; key?: unknown } } };
  const { id, key } = integration?.team ?? {};
  if (typeof id === 'string' && typeof key === 'string') return { id, key };
  throw new CliError(`"${plain(name)}" is no issue of Linear.`, {
    exit: exitCodes.issueNotFound,
    code: 'not_an_issue',
  });
}

/** Null where there is none: Linear's 0 means that nobody set one. */
export function priorityOf({ priority }: Task): string | null {
  return priority === null || priority === 0 ? null : (priorities[priority] ?? null);
}

export function cycleOf({ customFields }: Task): string | undefined {
  const { integration } = customFields as {
    integration?: { cycle?: { name?: string | null; number?: number | null } | null };
  };
  const { name, number } = integration?.cycle ?? {};
  return name ?? (number ? `Cycle ${number}` : undefined);
}

/** "ENG-42: Login  In Progress, Ada, high, 3 points, due 24 Dec 2026, Cycle 7, Bug" */
export function summarize(task: Task): string {
  const { name, state, assignee, estimate, dueDate, labels, sourceState } = task;
  const facts = [
    sourceState === 'live' ? null : sourceState,
    state?.name,
    assignee?.name,
    priorityOf(task),
    estimate === null ? null : plural(estimate, 'point'),
    dueDate === null ? null : `due ${formatDay(dueDate)}`,
    cycleOf(task),
    ...labels.map((label) => label.name),
  ];
  return `${plain(name)}  ${plain(facts.filter((fact) => fact !== null && fact !== undefined).join(', '))}`.trimEnd();
}

export function showWritten<T>(context: Context, { answer, settled }: Written<T>, text: (answer: T) => string): void {
  if (settled === null) context.show(answer, () => text(answer));
  else context.show({ write: settled }, () => "Linear's answer was lost, but Linear has it: it is done.");
}
