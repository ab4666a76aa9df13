import type {
  Comment,
  Cycle,
  Instant,
  Issue,
  IssueLabel,
  Project,
  ProjectMilestone,
  Row,
  Team,
  User,
  WorkflowState,
} from './model';

export interface Document extends Row {
  title: string;
  content: string | null;
  icon: string | null;
  color: string | null;
  slugId: string;
  sortOrder: number;
  creator: User | null;
  updatedBy: User | null;
  project: Project | null;
  issue: Issue | null;
  team: Team | null;
  hiddenAt: Instant | null;
  trashed: boolean | null;
}

export interface Attachment extends Row {
  title: string;
  subtitle: string | null;
  url: string;
  metadata: Record<string, unknown>;
  source: Record<string, unknown> | null;
  sourceType: string | null;
  groupBySource: boolean;
  issue: Issue;
  originalIssue: Issue | null;
  creator: User | null;
}

export interface ProjectUpdate extends Row {
  body: string;
  health: 'onTrack' | 'atRisk' | 'offTrack';
  project: Project;
  user: User;
  editedAt: Instant | null;
}

/** One table for the concrete kinds: an issue makes it an IssueNotification, a project a ProjectNotification. */
export interface Notification extends Row {
  type: string;
  category: string;
  /** Whose inbox it is in. */
  user: User;
  actor: User | null;
  issue: Issue | null;
  project: Project | null;
  comment: Comment | null;
  projectUpdate: ProjectUpdate | null;
  readAt: Instant | null;
  snoozedUntilAt: Instant | null;
  unsnoozedAt: Instant | null;
  emailedAt: Instant | null;
}

/** A stay in one state. The last one of an issue has no end. */
export interface IssueStateSpan extends Row {
  state: WorkflowState;
  startedAt: Instant;
  endedAt: Instant | null;
}

export interface IssueHistoryChange {
  fromState?: WorkflowState;
  toState?: WorkflowState;
  fromAssignee?: User | null;
  toAssignee?: User | null;
  fromCycle?: Cycle | null;
  toCycle?: Cycle | null;
  fromProject?: Project | null;
  toProject?: Project | null;
  fromProjectMilestone?: ProjectMilestone | null;
  toProjectMilestone?: ProjectMilestone | null;
  fromParent?: Issue | null;
  toParent?: Issue | null;
  fromTeam?: Team;
  toTeam?: Team;
  fromTitle?: string;
  toTitle?: string;
  fromPriority?: number;
  toPriority?: number;
  fromEstimate?: number | null;
  toEstimate?: number | null;
  fromDueDate?: string | null;
  toDueDate?: string | null;
  addedLabels?: IssueLabel[];
  removedLabels?: IssueLabel[];
  updatedDescription?: boolean;
  archived?: boolean;
  trashed?: boolean;
}

export interface IssueHistory extends Row, IssueHistoryChange {
  issue: Issue;
  actor: User | null;
}

export interface WebhookFailure {
  id: string;
  createdAt: Instant;
  executionId: string;
  httpStatus: number | null;
  responseOrError: string | null;
  url: string;
}

export interface Webhook extends Row {
  url: string;
  label: string | null;
  enabled: boolean;
  secret: string;
  resourceTypes: string[];
  allPublicTeams: boolean;
  /** The one team of a webhook for one team; null for all public teams. */
  team: Team | null;
  creator: User | null;
  failures: WebhookFailure[];
}
