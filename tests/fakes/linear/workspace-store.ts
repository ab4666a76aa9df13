import type { Cycle, Instant, Issue, IssueLabel, Organization, Project, Row, Team, User, WorkflowState } from './model';
import { Random } from './random';
import { WorkspaceTables } from './workspace-tables';

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
  /** Two third parties disagree: trashing is told as an update of `trashed`, or as a remove. */
  removeEventOnTrash: boolean;
  /** Lets `webhookCreate` take an http address on loopback. Linear takes public https only. */
  loopbackWebhooks: boolean;
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
  removeEventOnTrash: false,
  loopbackWebhooks: false,
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

/** One simulated workspace's options and clock, and how to find a row by what a person would call it. */
export class WorkspaceStore extends WorkspaceTables {
  readonly organization: Organization;
  readonly behaviour: Behaviour;
  readonly random: Random;
  readonly clock: () => Date;
  protected readonly currentIdentifiers = new Map<string, Issue>();
  protected readonly formerIdentifiers = new Map<string, Issue>();

  constructor(options: WorkspaceOptions = {}) {
    const {
      seed = 1,
      clock = () => new Date(),
      name = 'Northwind Studio',
      urlKey = 'northwind',
      ...behaviour
    } = options;
    super();
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
