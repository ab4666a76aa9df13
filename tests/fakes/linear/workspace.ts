import { blankIssue } from './blank-issue';
import { phasesOf, stampsFor } from './issue-phases';
import type { Issue, IssueLabel, Row, Team, WorkflowState } from './model';
import type { MilestoneRef } from './workspace-collections';
import type { CycleRef, IssueRef, LabelRef, ProjectRef, StateRef, TeamRef, UserRef } from './workspace-store';
import { WorkspaceTalk } from './workspace-talk';

export interface IssueChanges {
  title?: string;
  description?: string | null;
  priority?: number;
  estimate?: number | null;
  dueDate?: string | null;
  sortOrder?: number;
  state?: StateRef;
  assignee?: UserRef | null;
  project?: ProjectRef | null;
  projectMilestone?: MilestoneRef | null;
  cycle?: CycleRef | null;
  parent?: IssueRef | null;
  labels?: LabelRef[];
}

export interface IssueInput extends IssueChanges, Partial<Pick<Issue, (typeof STAMP_FIELDS)[number]>>, Partial<Row> {
  team: TeamRef;
  creator?: UserRef | null;
  /** The number in the identifier. By default the team's next one. */
  number?: number;
}

/** The fields whose change was measured to move `updatedAt`. */
const MEASURED_FIELDS = [
  'title',
  'description',
  'priority',
  'dueDate',
  'state',
  'assignee',
  'labels',
  'project',
] as const;

const PLAIN_FIELDS = ['title', 'description', 'priority', 'estimate', 'dueDate', 'sortOrder'] as const;
const STAMP_FIELDS = ['startedAt', 'completedAt', 'canceledAt', 'triagedAt', 'trashed', 'previousIdentifiers'] as const;

function pickGiven<Source extends object, Key extends keyof Source>(source: Source, keys: readonly Key[]) {
  const given = keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]);
  return Object.fromEntries(given) as Pick<Source, Key>;
}

function plainFields(changes: IssueChanges): Partial<Pick<Issue, (typeof PLAIN_FIELDS)[number]>> {
  return pickGiven(changes, PLAIN_FIELDS);
}

function stampFields(input: IssueInput): Partial<Pick<Issue, (typeof STAMP_FIELDS)[number]>> {
  return pickGiven(input, STAMP_FIELDS);
}

export interface Stay {
  state: StateRef;
  at: string;
  by?: UserRef | null;
}

type ReferenceField = 'state' | 'assignee' | 'project' | 'projectMilestone' | 'cycle' | 'parent' | 'labels';

/** One simulated Linear workspace. Every operation is what a person could do in Linear's own app. */
export class Workspace extends WorkspaceTalk {
  createIssue(input: IssueInput): Issue {
    const team = this.team(input.team);
    const row = this.newRow(input);
    if (this.issues.get(row.id) !== undefined) throw new Error(`Entity Issue with id ${row.id} already exists`);
    const number = input.number ?? team.lastNumber + 1;
    this.teams.change(team, { lastNumber: Math.max(team.lastNumber, number) });
    const state = this.state(team, input.state ?? 'backlog');
    const issue = blankIssue({ row, team, state, number, sortOrder: -this.issues.size });
    const creator = input.creator === undefined || input.creator === null ? null : this.user(input.creator);
    const stamps = { ...stampsFor(state, null, row.createdAt), ...stampFields(input) };
    Object.assign(issue, plainFields(input), this.#resolve(team, input), stamps, { creator });
    this.currentIdentifiers.set(issue.identifier, issue);
    return this.insert(this.issues, issue);
  }

  /** `by` is who does it, for the history; without it, whoever is at work now. */
  updateIssue(ref: IssueRef, changes: IssueChanges, by?: UserRef): Issue {
    if (by !== undefined) return this.changes.as(this.user(by), () => this.updateIssue(ref, changes));
    const issue = this.issue(ref);
    const resolved: Partial<Issue> = { ...plainFields(changes), ...this.#resolve(issue.team, changes) };
    if (resolved.state !== undefined) Object.assign(resolved, stampsFor(resolved.state, issue, this.now()));
    const isMeasured = MEASURED_FIELDS.some((field) => field in changes);
    const isBumped = isMeasured || this.behaviour.bumpUpdatedAtOnOtherFields;
    return this.#touch(issue, resolved, isBumped);
  }

  setLabels(ref: IssueRef, labels: LabelRef[]): Issue {
    return this.updateIssue(ref, { labels });
  }

  /** Replaces what is known of the issue's states: the first is that of its creation, the last one holds now. */
  setStateHistory(ref: IssueRef, stays: readonly Stay[]): Issue {
    const issue = this.issue(ref);
    const moves = stays.map(({ state, at, by }) => ({
      state: this.state(issue.team, state),
      at,
      actor: by ? this.user(by) : null,
    }));
    const last = moves.at(-1);
    if (last === undefined) throw new Error('An issue was in one state at least.');
    this.log.rewriteStates(issue, moves);
    return this.issues.change(issue, { state: last.state, ...phasesOf(moves) });
  }

  /** A new identifier in the new team; the old one goes on resolving. What the new team has not is dropped. */
  moveIssue(ref: IssueRef, to: TeamRef): Issue {
    const issue = this.issue(ref);
    const team = this.team(to);
    if (team === issue.team) return issue;
    const number = team.lastNumber + 1;
    this.teams.change(team, { lastNumber: number });
    const labels = issue.labels.filter((label) => label.team === null || label.team === team);
    const moved = { team, number, labels, state: this.#stateLike(issue.state, team), cycle: null };
    const isOfProject = issue.project?.teams.includes(team) ?? true;
    const kept = isOfProject ? {} : { project: null, projectMilestone: null };
    const names = this.#reidentify(issue, `${team.key}-${number}`);
    return this.#touch(issue, { ...moved, ...kept, ...names }, this.behaviour.bumpUpdatedAtOnTeamMove);
  }

  changeTeamKey(ref: TeamRef, key: string): Team {
    const team = this.team(ref);
    if ([...this.teams.values()].some((each) => each !== team && each.key === key))
      throw new Error(`Team ${key} exists.`);
    this.teams.change(team, { key, updatedAt: this.now() });
    for (const issue of [...this.issues.values()]) {
      if (issue.team !== team) continue;
      const names = this.#reidentify(issue, `${key}-${issue.number}`);
      this.#touch(issue, names, this.behaviour.bumpUpdatedAtOnTeamKeyChange);
    }
    return team;
  }

  archiveIssue(ref: IssueRef): Issue {
    return this.#touch(this.issue(ref), { archivedAt: this.now() }, this.behaviour.bumpUpdatedAtOnArchive);
  }

  unarchiveIssue(ref: IssueRef): Issue {
    return this.#touch(this.issue(ref), { archivedAt: null }, this.behaviour.bumpUpdatedAtOnUnarchive);
  }

  trashIssue(ref: IssueRef): Issue {
    const issue = this.issue(ref);
    const archivedAt = this.behaviour.archivedAtOnTrash ? this.now() : issue.archivedAt;
    return this.#touch(issue, { trashed: true, archivedAt }, this.behaviour.bumpUpdatedAtOnTrash);
  }

  restoreIssue(ref: IssueRef): Issue {
    return this.#touch(this.issue(ref), { trashed: null, archivedAt: null }, this.behaviour.bumpUpdatedAtOnTrash);
  }

  /** Leaves no trace: no archived row, no stamp. Sub-issues lose their parent. */
  deletePermanently(ref: IssueRef): void {
    this.#forget(new Set([this.issue(ref)]));
  }

  /** Deletes for good what has this id, of whatever kind, and says whether there was anything. */
  deleteRow(id: string): boolean {
    const kinds: readonly [{ get(id: string): Row | undefined }, (ref: string) => void][] = [
      [this.issues, (ref) => this.deletePermanently(ref)],
      [this.comments, (ref) => this.deleteComment(ref)],
      [this.attachments, (ref) => this.deleteAttachment(ref)],
      [this.relations, (ref) => this.deleteRelation(ref)],
      [this.documents, (ref) => this.deleteDocument(ref)],
      [this.notifications, (ref) => this.deleteNotification(ref)],
      [this.labels, (ref) => this.deleteLabel(ref)],
      [this.cycles, (ref) => this.deleteCycle(ref)],
      [this.projects, (ref) => this.deleteProject(ref)],
      [this.milestones, (ref) => this.deleteMilestone(ref)],
    ];
    const found = kinds.find(([rows]) => rows.get(id) !== undefined);
    found?.[1](id);
    return found !== undefined;
  }

  /** The team and all that is in it disappear from every answer. */
  deleteTeam(ref: TeamRef): void {
    const team = this.team(ref);
    this.#forget(new Set([...this.issues.values()].filter((issue) => issue.team === team)));
    for (const state of this.statesOf(team)) this.states.delete(state);
    for (const label of [...this.labels.values()]) if (label.team === team) this.labels.delete(label);
    for (const cycle of [...this.cycles.values()]) if (cycle.team === team) this.cycles.delete(cycle);
    this.drop(this.documents, (each) => each.team === team);
    for (const project of this.projects.values()) project.teams = project.teams.filter((each) => each !== team);
    this.teams.delete(team);
  }

  #touch(issue: Issue, changes: Partial<Issue>, isBumped: boolean): Issue {
    this.log.record(issue, changes, this.now(), this.changes.actor);
    return this.issues.change(issue, isBumped ? { ...changes, updatedAt: this.now() } : changes);
  }

  #forget(doomed: ReadonlySet<Issue>): void {
    for (const issue of doomed) {
      for (const child of this.childrenOfIssue.of(issue)) this.issues.change(child, { parent: null });
    }
    this.forgetTalk(doomed);
    for (const issue of doomed) {
      this.log.forget(issue);
      this.issues.delete(issue);
      for (const identifiers of [this.currentIdentifiers, this.formerIdentifiers]) {
        for (const name of [issue.identifier, ...issue.previousIdentifiers]) {
          if (identifiers.get(name) === issue) identifiers.delete(name);
        }
      }
    }
  }

  #reidentify(issue: Issue, identifier: string): Partial<Issue> {
    const former = issue.identifier;
    if (former === identifier) return {};
    if (this.currentIdentifiers.get(former) === issue) this.currentIdentifiers.delete(former);
    this.formerIdentifiers.set(former, issue);
    this.currentIdentifiers.set(identifier, issue);
    const names = [...issue.previousIdentifiers, former].filter((name) => name !== identifier);
    return { identifier, previousIdentifiers: [...new Set(names)] };
  }

  #stateLike(state: WorkflowState, team: Team): WorkflowState {
    const states = this.statesOf(team);
    const same = states.find((each) => each.name === state.name && each.type === state.type);
    return same ?? states.find((each) => each.type === state.type) ?? this.state(team, 'backlog');
  }

  #resolve(team: Team, changes: IssueChanges): Partial<Pick<Issue, ReferenceField>> {
    const { state, assignee, project, projectMilestone, cycle, parent, labels } = changes;
    const resolved: Partial<Pick<Issue, ReferenceField>> = {};
    if (state !== undefined) resolved.state = this.state(team, state);
    if (assignee !== undefined) resolved.assignee = assignee === null ? null : this.user(assignee);
    if (project !== undefined) resolved.project = project === null ? null : this.project(project);
    if (projectMilestone !== undefined)
      resolved.projectMilestone = projectMilestone === null ? null : this.milestone(projectMilestone);
    if (cycle !== undefined) resolved.cycle = cycle === null ? null : this.cycle(cycle);
    if (parent !== undefined) resolved.parent = parent === null ? null : this.issue(parent);
    if (labels !== undefined) resolved.labels = labels.map((label: IssueLabel | string) => this.label(label));
    return resolved;
  }
}
