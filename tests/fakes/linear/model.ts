/** Instants are ISO strings in UTC with milliseconds, so that comparing the strings compares the instants. */
export type Instant = string;

export interface Row {
  readonly id: string;
  createdAt: Instant;
  updatedAt: Instant;
  archivedAt: Instant | null;
}

export interface Organization extends Row {
  name: string;
  urlKey: string;
  previousUrlKeys: string[];
  logoUrl: string | null;
}

export interface User extends Row {
  name: string;
  displayName: string;
  email: string;
  active: boolean;
  admin: boolean;
  owner: boolean;
  guest: boolean;
  app: boolean;
  avatarUrl: string | null;
  description: string | null;
  lastSeen: Instant | null;
  timezone: string | null;
  title: string | null;
}

export type TeamVisibility = 'public' | 'private' | 'restricted';

export interface Team extends Row {
  key: string;
  name: string;
  description: string | null;
  color: string | null;
  icon: string | null;
  parent: Team | null;
  visibility: TeamVisibility;
  private: boolean;
  cyclesEnabled: boolean;
  triageEnabled: boolean;
  timezone: string;
  retiredAt: Instant | null;
  members: User[];
  /** Linear never gives a number twice, not even after a permanent deletion. */
  lastNumber: number;
}

export interface WorkflowState extends Row {
  name: string;
  type: string;
  color: string;
  description: string | null;
  position: number;
  team: Team;
  inheritedFrom: WorkflowState | null;
}

export interface IssueLabel extends Row {
  name: string;
  color: string;
  description: string | null;
  isGroup: boolean;
  team: Team | null;
  parent: IssueLabel | null;
  creator: User | null;
  lastAppliedAt: Instant | null;
  retiredAt: Instant | null;
}

export type ProjectStatusType = 'backlog' | 'planned' | 'started' | 'paused' | 'completed' | 'canceled';

export interface ProjectStatus extends Row {
  name: string;
  type: ProjectStatusType;
  color: string;
  description: string | null;
  position: number;
  indefinite: boolean;
}

export interface ProjectLabel extends Row {
  name: string;
  color: string;
  description: string | null;
  isGroup: boolean;
}

export interface Project extends Row {
  name: string;
  description: string;
  content: string | null;
  color: string;
  icon: string | null;
  slugId: string;
  priority: number;
  status: ProjectStatus;
  state: string;
  teams: Team[];
  members: User[];
  labels: ProjectLabel[];
  lead: User | null;
  creator: User | null;
  startDate: string | null;
  targetDate: string | null;
  startedAt: Instant | null;
  completedAt: Instant | null;
  canceledAt: Instant | null;
  sortOrder: number;
  trashed: boolean | null;
}

export interface ProjectMilestone extends Row {
  name: string;
  description: string | null;
  project: Project;
  sortOrder: number;
  targetDate: string | null;
  status: 'unstarted' | 'next' | 'overdue' | 'done';
}

export interface Cycle extends Row {
  number: number;
  name: string | null;
  description: string | null;
  team: Team;
  startsAt: Instant;
  endsAt: Instant;
  completedAt: Instant | null;
}

export interface Issue extends Row {
  number: number;
  identifier: string;
  previousIdentifiers: string[];
  title: string;
  description: string | null;
  priority: number;
  estimate: number | null;
  dueDate: string | null;
  sortOrder: number;
  trashed: boolean | null;
  startedAt: Instant | null;
  completedAt: Instant | null;
  canceledAt: Instant | null;
  triagedAt: Instant | null;
  autoArchivedAt: Instant | null;
  autoClosedAt: Instant | null;
  state: WorkflowState;
  team: Team;
  assignee: User | null;
  creator: User | null;
  parent: Issue | null;
  project: Project | null;
  projectMilestone: ProjectMilestone | null;
  cycle: Cycle | null;
  labels: IssueLabel[];
}

/** On an issue or on a project: exactly one of them is set. */
export interface Comment extends Row {
  body: string;
  issue: Issue | null;
  project: Project | null;
  user: User | null;
  parent: Comment | null;
  editedAt: Instant | null;
  quotedText: string | null;
  resolvedAt: Instant | null;
  resolvingUser: User | null;
}

export interface IssueRelation extends Row {
  type: 'blocks' | 'duplicate' | 'related' | 'similar';
  issue: Issue;
  relatedIssue: Issue;
}

export type KeyScope = 'read' | 'write' | 'admin' | 'issues:create' | 'comments:create';

export interface ApiKey {
  readonly value: string;
  readonly user: User;
  scopes: KeyScope[];
  /** Null: every team that the user can see. */
  teams: Team[] | null;
  revoked: boolean;
}
