import { Collection } from './collection';
import type {
  ApiKey,
  Comment,
  Cycle,
  Instant,
  Issue,
  IssueLabel,
  IssueRelation,
  Organization,
  Project,
  ProjectMilestone,
  ProjectStatus,
  Row,
  Team,
  User,
  WorkflowState,
} from './model';
import { Random } from './random';

/** What Linear does, or may do, with `updatedAt`. Where nobody measured it, the default is the likelier answer. */
export interface Behaviour {
  bumpUpdatedAtOnArchive: boolean;
  bumpUpdatedAtOnUnarchive: boolean;
  bumpUpdatedAtOnTrash: boolean;
  bumpUpdatedAtOnTeamMove: boolean;
  bumpUpdatedAtOnTeamKeyChange: boolean;
  bumpUpdatedAtOnComment: boolean;
  /** Estimate, cycle, parent and milestone: not among the eight fields that were measured. */
  bumpUpdatedAtOnOtherFields: boolean;
  archivedAtOnTrash: boolean;
}

const DEFAULT_BEHAVIOUR: Behaviour = {
  bumpUpdatedAtOnArchive: false,
  bumpUpdatedAtOnUnarchive: false,
  bumpUpdatedAtOnTrash: false,
  bumpUpdatedAtOnTeamMove: true,
  bumpUpdatedAtOnTeamKeyChange: false,
  bumpUpdatedAtOnComment: false,
  bumpUpdatedAtOnOtherFields: true,
  archivedAtOnTrash: true,
};

export interface WorkspaceOptions extends Partial<Behaviour> {
  seed?: number;
  clock?: () => Date;
  name?: string;
  urlKey?: string;
}

export type TeamRef = Team | string;
export type UserRef = User | string;
export type StateRef = WorkflowState | string;
export type LabelRef = IssueLabel | string;
export type ProjectRef = Project | string;
export type CycleRef = Cycle | string;
export type IssueRef = Issue | string;

function found<Item>(item: Item | undefined, kind: string, ref: string): Item {
  if (item === undefined) throw new Error(`The simulated workspace has no ${kind} "${ref}".`);
  return item;
}

/** The tables of one simulated workspace, and how to find a row by what a person would call it. */
export class WorkspaceStore {
  readonly organization: Organization;
  readonly users = new Collection<User>();
  readonly teams = new Collection<Team>();
  readonly states = new Collection<WorkflowState>();
  readonly labels = new Collection<IssueLabel>();
  readonly projects = new Collection<Project>();
  readonly projectStatuses = new Collection<ProjectStatus>();
  readonly milestones = new Collection<ProjectMilestone>();
  readonly cycles = new Collection<Cycle>();
  readonly issues = new Collection<Issue>((issue, step) => this.#countIssue(issue, step));
  readonly comments = new Collection<Comment>();
  readonly relations = new Collection<IssueRelation>();
  readonly keys: ApiKey[] = [];
  readonly behaviour: Behaviour;
  readonly random: Random;
  readonly clock: () => Date;
  protected readonly currentIdentifiers = new Map<string, Issue>();
  protected readonly formerIdentifiers = new Map<string, Issue>();
  readonly #issueCounts = new Map<Team, { all: number; live: number }>();
  #isBulk = false;

  constructor(options: WorkspaceOptions = {}) {
    const {
      seed = 1,
      clock = () => new Date(),
      name = 'Northwind Studio',
      urlKey = 'northwind',
      ...behaviour
    } = options;
    this.random = new Random(seed);
    this.clock = clock;
    this.behaviour = { ...DEFAULT_BEHAVIOUR, ...behaviour };
    this.organization = { ...this.newRow(), name, urlKey, previousUrlKeys: [], logoUrl: null };
  }

  now(): Instant {
    return this.clock().toISOString();
  }

  newRow(overrides: Partial<Row> = {}): Row {
    const createdAt = overrides.createdAt ?? this.now();
    const { id = this.random.uuid(), updatedAt = createdAt, archivedAt = null } = overrides;
    return { id, createdAt, updatedAt, archivedAt };
  }

  /** Kept as a running total: counting 50,000 issues for every request would be most of the request. */
  issueCount(team: Team, withArchived: boolean): number {
    const counts = this.#issueCounts.get(team);
    return (withArchived ? counts?.all : counts?.live) ?? 0;
  }

  #countIssue(issue: Issue, step: 1 | -1): void {
    const { all, live } = this.#issueCounts.get(issue.team) ?? { all: 0, live: 0 };
    const isLive = issue.archivedAt === null && issue.trashed !== true;
    this.#issueCounts.set(issue.team, { all: all + step, live: isLive ? live + step : live });
  }

  /** Adds many rows and sorts once, at the end. */
  bulk<Result>(work: () => Result): Result {
    this.#isBulk = true;
    try {
      return work();
    } finally {
      this.#isBulk = false;
      for (const orderBy of ['createdAt', 'updatedAt'] as const) this.issues.index(orderBy).sort();
    }
  }

  protected insert<Item extends Row>(collection: Collection<Item>, row: Item): Item {
    return collection.add(row, this.#isBulk);
  }

  team(ref: TeamRef): Team {
    if (typeof ref !== 'string') return ref;
    const team = this.teams.get(ref) ?? [...this.teams.values()].find((each) => each.key === ref);
    return found(team, 'team', ref);
  }

  user(ref: UserRef): User {
    if (typeof ref !== 'string') return ref;
    const user =
      this.users.get(ref) ?? [...this.users.values()].find((each) => each.email === ref || each.name === ref);
    return found(user, 'user', ref);
  }

  statesOf(team: TeamRef): WorkflowState[] {
    const owner = this.team(team);
    return [...this.states.values()].filter((state) => state.team === owner && state.archivedAt === null);
  }

  state(team: TeamRef, ref: StateRef): WorkflowState {
    if (typeof ref !== 'string') return ref;
    const states = this.statesOf(team);
    const state =
      states.find((each) => each.id === ref || each.name === ref) ?? states.find((each) => each.type === ref);
    return found(state ?? this.states.get(ref), 'state', ref);
  }

  label(ref: LabelRef): IssueLabel {
    if (typeof ref !== 'string') return ref;
    return found(this.labels.get(ref) ?? [...this.labels.values()].find((each) => each.name === ref), 'label', ref);
  }

  project(ref: ProjectRef): Project {
    if (typeof ref !== 'string') return ref;
    const project = this.projects.get(ref) ?? [...this.projects.values()].find((each) => each.name === ref);
    return found(project, 'project', ref);
  }

  cycle(ref: CycleRef): Cycle {
    if (typeof ref !== 'string') return ref;
    return found(this.cycles.get(ref), 'cycle', ref);
  }

  issue(ref: IssueRef): Issue {
    if (typeof ref !== 'string') return ref;
    return found(this.findIssue(ref), 'issue', ref);
  }

  /** By UUID, by identifier, or by an identifier that the issue had before. */
  findIssue(ref: string): Issue | undefined {
    return this.issues.get(ref) ?? this.currentIdentifiers.get(ref) ?? this.formerIdentifiers.get(ref);
  }
}
