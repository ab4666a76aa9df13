import type {
  ApiKey,
  Cycle,
  IssueLabel,
  Project,
  ProjectMilestone,
  ProjectStatus,
  ProjectStatusType,
  Row,
  Team,
  TeamVisibility,
  User,
  WorkflowState,
} from './model';
import type {
  CycleInput,
  KeyInput,
  LabelInput,
  MilestoneInput,
  ProjectInput,
  StateInput,
  TeamInput,
  UserInput,
} from './workspace-inputs';
import { type ProjectRef, type TeamRef, type UserRef, WorkspaceStore } from './workspace-store';

const NEW_TEAM_STATES = [
  ['Backlog', 'backlog', '#bec2c8'],
  ['Todo', 'unstarted', '#e2e2e2'],
  ['In Progress', 'started', '#f2c94c'],
  ['Done', 'completed', '#5e6ad2'],
  ['Canceled', 'canceled', '#95a2b3'],
  ['Duplicate', 'duplicate', '#95a2b3'],
] as const;

const PROJECT_STATUSES: readonly [string, ProjectStatusType][] = [
  ['Backlog', 'backlog'],
  ['Planned', 'planned'],
  ['In Progress', 'started'],
  ['Completed', 'completed'],
  ['Canceled', 'canceled'],
];

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** People, teams and what belongs to a team before there is any issue. */
export class WorkspacePeople extends WorkspaceStore {
  makeUser(input: UserInput): User {
    const { name, email = `${slug(name).replaceAll('-', '.')}@northwind.example` } = input;
    const { displayName = slug(name), active = true, admin = false, owner = false } = input;
    const { guest = false, avatarUrl = null } = input;
    const rest = {
      guest,
      app: false,
      avatarUrl,
      description: null,
      lastSeen: null,
      timezone: null,
      title: null,
    };
    return this.insert(this.users, { ...this.newRow(input), name, email, displayName, active, admin, owner, ...rest });
  }

  updateUser(
    ref: UserRef,
    changes: Partial<Pick<User, 'name' | 'email' | 'displayName' | 'active' | 'admin' | 'guest' | 'avatarUrl'>>,
  ): User {
    return this.users.change(this.user(ref), { ...changes, updatedAt: this.now() });
  }

  createTeam(input: TeamInput): Team {
    const { key, name, description = null, color = null, visibility = 'public' } = input;
    if ([...this.teams.values()].some((each) => each.key === key)) throw new Error(`Team ${key} exists.`);
    const members = (input.members ?? [...this.users.values()]).map((ref) => this.user(ref));
    const flags = { private: visibility === 'private', cyclesEnabled: true, triageEnabled: false };
    const rest = { icon: input.icon ?? null, parent: null, timezone: 'Europe/London', retiredAt: null, lastNumber: 0 };
    const row = { ...this.newRow(input), key, name, description, color, visibility, members, ...flags, ...rest };
    const team = this.insert(this.teams, row);
    for (const [stateName, type, stateColor] of NEW_TEAM_STATES) {
      this.addState(team, { name: stateName, type, color: stateColor }, { createdAt: team.createdAt });
    }
    return team;
  }

  renameTeam(ref: TeamRef, name: string): Team {
    return this.updateTeam(ref, { name });
  }

  updateTeam(ref: TeamRef, changes: Partial<Pick<Team, 'name' | 'description' | 'color' | 'icon'>>): Team {
    return this.teams.change(this.team(ref), { ...changes, updatedAt: this.now() });
  }

  setVisibility(ref: TeamRef, visibility: TeamVisibility): Team {
    const changes = { visibility, private: visibility === 'private', updatedAt: this.now() };
    return this.teams.change(this.team(ref), changes);
  }

  setPrivate(ref: TeamRef, isPrivate: boolean): Team {
    return this.setVisibility(ref, isPrivate ? 'private' : 'public');
  }

  setMembers(ref: TeamRef, members: UserRef[]): Team {
    return this.teams.change(this.team(ref), { members: members.map((member) => this.user(member)) });
  }

  archiveTeam(ref: TeamRef): Team {
    return this.teams.change(this.team(ref), { archivedAt: this.now() });
  }

  unarchiveTeam(ref: TeamRef): Team {
    return this.teams.change(this.team(ref), { archivedAt: null });
  }

  addState(ref: TeamRef, input: StateInput, row: Partial<Row> = {}): WorkflowState {
    const team = this.team(ref);
    const { name, type, color = '#95a2b3', position = this.statesOf(team).length } = input;
    const own = this.newRow({ ...row, ...(input.id === undefined ? {} : { id: input.id }) });
    return this.insert(this.states, {
      ...own,
      name,
      type,
      color,
      position,
      team,
      description: null,
      inheritedFrom: null,
    });
  }

  /** Moves the state's own `updatedAt`, and that of none of its issues. */
  renameState(team: TeamRef, ref: WorkflowState | string, name: string): WorkflowState {
    return this.states.change(this.state(team, ref), { name, updatedAt: this.now() });
  }

  updateState(
    team: TeamRef,
    ref: WorkflowState | string,
    changes: Partial<Pick<WorkflowState, 'name' | 'type' | 'color' | 'position'>>,
  ): WorkflowState {
    return this.states.change(this.state(team, ref), { ...changes, updatedAt: this.now() });
  }

  archiveState(team: TeamRef, ref: WorkflowState | string): WorkflowState {
    return this.states.change(this.state(team, ref), { archivedAt: this.now() });
  }

  createLabel(input: LabelInput): IssueLabel {
    const { name, color = '#4ea7fc', description = null } = input;
    const team = input.team === undefined || input.team === null ? null : this.team(input.team);
    const parent = input.parent ? this.label(input.parent) : null;
    const creator = input.creator ? this.user(input.creator) : null;
    const rest = { isGroup: input.isGroup ?? false, parent, creator, lastAppliedAt: null, retiredAt: null };
    return this.insert(this.labels, { ...this.newRow(input), name, color, description, team, ...rest });
  }

  renameLabel(ref: IssueLabel | string, name: string): IssueLabel {
    return this.labels.change(this.label(ref), { name, updatedAt: this.now() });
  }

  createProject(input: ProjectInput): Project {
    const { name, description = '', color = '#5e6ad2', priority = 0 } = input;
    const status = this.projectStatus(input.status ?? 'started');
    const lead = input.lead === undefined || input.lead === null ? null : this.user(input.lead);
    const { content = null, icon = null, startDate = null, targetDate = null } = input;
    const dates = { startDate, targetDate, startedAt: null, completedAt: null, canceledAt: null };
    const members = (input.members ?? []).map((member) => this.user(member));
    const rest = { content, icon, sortOrder: this.projects.size, trashed: null, members, labels: [] };
    const teams = input.teams.map((team) => this.team(team));
    const own = { ...this.newRow(input), slugId: this.random.uuid().slice(-12), state: status.type, creator: lead };
    return this.insert(this.projects, {
      ...own,
      name,
      description,
      color,
      priority,
      status,
      lead,
      teams,
      ...dates,
      ...rest,
    });
  }

  renameProject(ref: ProjectRef, name: string): Project {
    return this.projects.change(this.project(ref), { name, updatedAt: this.now() });
  }

  createMilestone(ref: ProjectRef, name: string, input: MilestoneInput = {}): ProjectMilestone {
    const { description = null, sortOrder = this.milestones.size, targetDate = null, status = 'unstarted' } = input;
    const rest = { description, sortOrder, targetDate, status };
    return this.insert(this.milestones, { ...this.newRow(input), name, project: this.project(ref), ...rest });
  }

  createCycle(input: CycleInput): Cycle {
    const { number, startsAt, endsAt, name = null, completedAt = null } = input;
    const own = { ...this.newRow(input), team: this.team(input.team), description: input.description ?? null };
    return this.insert(this.cycles, { ...own, number, name, startsAt, endsAt, completedAt });
  }

  createKey(input: KeyInput = {}): ApiKey {
    const user = input.user === undefined ? [...this.users.values()][0] : this.user(input.user);
    if (user === undefined) throw new Error('A key belongs to a user: make one first.');
    const { scopes = ['read', 'write'], value = this.random.apiKey() } = input;
    const teams = input.teams?.map((team) => this.team(team)) ?? null;
    const key: ApiKey = { value, user, scopes, teams, revoked: false };
    this.keys.push(key);
    return key;
  }

  revokeKey(value: string): void {
    for (const key of this.keys) if (key.value === value) key.revoked = true;
  }

  restoreKey(value: string): void {
    for (const key of this.keys) if (key.value === value) key.revoked = false;
  }

  protected projectStatus(type: ProjectStatusType): ProjectStatus {
    if (this.projectStatuses.size === 0) {
      for (const [name, each] of PROJECT_STATUSES) {
        const look = { color: '#95a2b3', description: null, position: this.projectStatuses.size, indefinite: false };
        this.insert(this.projectStatuses, { ...this.newRow(), name, type: each, ...look });
      }
    }
    const status = [...this.projectStatuses.values()].find((each) => each.type === type);
    if (status === undefined) throw new Error(`The simulated workspace has no project status "${type}".`);
    return status;
  }
}
