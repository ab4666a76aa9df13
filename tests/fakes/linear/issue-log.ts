import { createHash } from 'node:crypto';
import type { IssueHistory, IssueHistoryChange, IssueStateSpan } from './activity-model';
import type { Instant, Issue, IssueLabel, User, WorkflowState } from './model';

/** An id that depends on nothing but what it names, so that a log never moves the ids of the rows made after it. */
export function derivedId(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha1').update(parts.join(':')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const TRACKED = [
  ['state', 'State'],
  ['assignee', 'Assignee'],
  ['cycle', 'Cycle'],
  ['project', 'Project'],
  ['projectMilestone', 'ProjectMilestone'],
  ['parent', 'Parent'],
  ['team', 'Team'],
  ['title', 'Title'],
  ['priority', 'Priority'],
  ['estimate', 'Estimate'],
  ['dueDate', 'DueDate'],
] as const satisfies readonly (readonly [keyof Issue, string])[];

function labelChanges(before: readonly IssueLabel[], after: readonly IssueLabel[]): IssueHistoryChange {
  const addedLabels = after.filter((label) => !before.includes(label));
  const removedLabels = before.filter((label) => !after.includes(label));
  return {
    ...(addedLabels.length > 0 ? { addedLabels } : {}),
    ...(removedLabels.length > 0 ? { removedLabels } : {}),
  };
}

/** What a history entry says of a change, before the change is made. */
function historyOf(issue: Issue, changes: Partial<Issue>): IssueHistoryChange {
  const pairs = TRACKED.flatMap(([field, name]) => {
    const value = changes[field];
    return value === undefined || value === issue[field]
      ? []
      : [
          [`from${name}`, issue[field]],
          [`to${name}`, value],
        ];
  });
  const { description, labels, archivedAt, trashed } = changes;
  const isRewritten = description !== undefined && description !== issue.description;
  const isFiled = archivedAt !== undefined && (archivedAt === null) !== (issue.archivedAt === null);
  const isTrashed = trashed !== undefined && trashed !== issue.trashed;
  return {
    ...(Object.fromEntries(pairs) as IssueHistoryChange),
    ...(labels === undefined ? {} : labelChanges(issue.labels, labels)),
    ...(isRewritten ? { updatedDescription: true } : {}),
    ...(isFiled ? { archived: archivedAt !== null } : {}),
    ...(isTrashed ? { trashed: trashed === true } : {}),
  };
}

export interface Move {
  state: WorkflowState;
  at: Instant;
  actor?: User | null;
}

/** Each issue's stays in states and its history. An issue that never changed costs nothing here. */
export class IssueLog {
  readonly #moves = new Map<Issue, Move[]>();
  readonly #entries = new Map<Issue, IssueHistory[]>();

  /** To be called before the change is made. */
  record(issue: Issue, changes: Partial<Issue>, at: Instant, actor: User | null): void {
    const change = historyOf(issue, changes);
    if (Object.keys(change).length === 0) return;
    if (change.toState !== undefined) this.#movesOf(issue).push({ state: change.toState, at, actor });
    this.#write(issue, change, at, actor);
  }

  /** Replaces what is known of the states the issue was in: the first move is its creation. */
  rewriteStates(issue: Issue, moves: readonly Move[]): void {
    this.#moves.set(issue, [...moves]);
    const others = this.historyOf(issue).filter((entry) => entry.toState === undefined);
    this.#entries.set(issue, others);
    for (const [place, move] of moves.entries()) {
      const before = moves[place - 1];
      if (before === undefined) continue;
      this.#write(issue, { fromState: before.state, toState: move.state }, move.at, move.actor ?? null);
    }
  }

  note(issue: Issue, change: IssueHistoryChange, at: Instant, actor: User | null): void {
    this.#write(issue, change, at, actor);
  }

  historyOf(issue: Issue): readonly IssueHistory[] {
    return this.#entries.get(issue) ?? [];
  }

  spansOf(issue: Issue): IssueStateSpan[] {
    const moves = this.#moves.get(issue) ?? [{ state: issue.state, at: issue.createdAt }];
    return moves.map(({ state, at }, place) => {
      const endedAt = moves[place + 1]?.at ?? null;
      const row = { id: derivedId(issue.id, 'span', place), createdAt: at, updatedAt: endedAt ?? at, archivedAt: null };
      return { ...row, state, startedAt: at, endedAt };
    });
  }

  forget(issue: Issue): void {
    this.#moves.delete(issue);
    this.#entries.delete(issue);
  }

  #movesOf(issue: Issue): Move[] {
    const moves = this.#moves.get(issue) ?? [{ state: issue.state, at: issue.createdAt }];
    this.#moves.set(issue, moves);
    return moves;
  }

  #write(issue: Issue, change: IssueHistoryChange, at: Instant, actor: User | null): void {
    const entries = this.#entries.get(issue) ?? [];
    const id = derivedId(issue.id, 'history', entries.length, at);
    entries.push({ id, createdAt: at, updatedAt: at, archivedAt: null, issue, actor, ...change });
    this.#entries.set(issue, entries);
  }
}
