import { REMARKS } from './demo-words';
import { IssueTitles } from './issue-titles';
import type { Issue } from './model';
import { Random } from './random';
import type { Workspace } from './workspace';

export interface PersonOptions {
  seed?: number;
  everyMs?: number;
  /** Called after each change, for a log. */
  onChange?: (what: string) => void;
}

export interface Person {
  /** Makes one change now and says what it was. */
  act(): string;
  stop(): void;
}

type Deed = (workspace: Workspace, issue: Issue, random: Random) => string;

const DEEDS: readonly (readonly [number, Deed])[] = [
  [
    0.3,
    (workspace, issue, random) => {
      const state = random.pick(workspace.statesOf(issue.team));
      workspace.updateIssue(issue, { state });
      return `moved ${issue.identifier} to ${state.name}`;
    },
  ],
  [
    0.5,
    (workspace, issue, random) => {
      const assignee = random.chance(0.2) ? null : random.pick([...workspace.users.values()]);
      workspace.updateIssue(issue, { assignee });
      return `assigned ${issue.identifier} to ${assignee?.name ?? 'nobody'}`;
    },
  ],
  [
    0.65,
    (workspace, issue, random) => {
      workspace.updateIssue(issue, { priority: random.below(5), estimate: random.pick([1, 2, 3, 5, 8]) });
      return `re-estimated ${issue.identifier}`;
    },
  ],
  [
    0.75,
    (workspace, issue, random) => {
      workspace.comment(issue, random.pick(REMARKS), random.pick([...workspace.users.values()]));
      return `commented on ${issue.identifier}`;
    },
  ],
  [
    0.8,
    (workspace, issue) => {
      if (issue.archivedAt === null) workspace.archiveIssue(issue);
      else workspace.unarchiveIssue(issue);
      return `${issue.archivedAt === null ? 'unarchived' : 'archived'} ${issue.identifier}`;
    },
  ],
  [
    0.84,
    (workspace, issue, random) => {
      const before = issue.identifier;
      workspace.moveIssue(issue, random.pick([...workspace.teams.values()]));
      return `moved ${before} to ${issue.identifier}`;
    },
  ],
];

/** Somebody at work in the workspace: an edit every few seconds, now and then an archive, a move or a new issue. */
export function startPerson(workspace: Workspace, options: PersonOptions = {}): Person {
  const { seed = 1, everyMs = 3000, onChange } = options;
  const random = new Random(seed);
  const titles = new IssueTitles(random);

  function recentIssue(): Issue | undefined {
    const { rows } = workspace.issues.index('updatedAt');
    return rows[random.below(Math.min(rows.length, 400))];
  }

  function create(): string {
    const people = [...workspace.users.values()];
    const team = random.pick([...workspace.teams.values()]);
    const title = titles.next();
    const issue = workspace.createIssue({ team, title, creator: random.pick(people), state: 'unstarted' });
    return `created ${issue.identifier}`;
  }

  function act(): string {
    const share = random.next();
    const issue = recentIssue();
    const deed = DEEDS.find(([limit]) => share <= limit)?.[1];
    const actor = issue?.assignee ?? null;
    const what = workspace.changes.as(actor, () =>
      deed === undefined || issue === undefined ? create() : deed(workspace, issue, random),
    );
    onChange?.(what);
    return what;
  }

  const timer = setInterval(act, everyMs);
  timer.unref();
  return { act, stop: () => clearInterval(timer) };
}
