import type { Attachment, Document, Notification, ProjectUpdate, Webhook } from './activity-model';
import { ChangeFeed } from './change-feed';
import { Collection } from './collection';
import { Groups } from './groups';
import { IssueLog } from './issue-log';
import type {
  ApiKey,
  Comment,
  Cycle,
  Issue,
  IssueLabel,
  IssueRelation,
  Project,
  ProjectMilestone,
  ProjectStatus,
  Row,
  Team,
  User,
  WorkflowState,
} from './model';

interface Counter<Item> {
  count(row: Item, step: 1 | -1): void;
}

function counted<Item extends Row>(...counters: Counter<Item>[]): Collection<Item> {
  return new Collection<Item>((row, step) => {
    for (const counter of counters) counter.count(row, step);
  });
}

/** Kept as a running total: counting 50,000 issues for every request would be most of the request. */
class TeamTotals {
  readonly #totals = new Map<Team, { all: number; live: number }>();

  of(team: Team, withArchived: boolean): number {
    const totals = this.#totals.get(team);
    return (withArchived ? totals?.all : totals?.live) ?? 0;
  }

  count(issue: Issue, step: 1 | -1): void {
    const { all, live } = this.#totals.get(issue.team) ?? { all: 0, live: 0 };
    const isLive = issue.archivedAt === null && issue.trashed !== true;
    this.#totals.set(issue.team, { all: all + step, live: isLive ? live + step : live });
  }
}

/** The tables of one simulated workspace, and the few indexes that a page of nested rows needs. */
export class WorkspaceTables {
  readonly #totals = new TeamTotals();
  readonly issuesOfCycle = new Groups<Cycle, Issue>((issue) => issue.cycle);
  readonly issuesOfProject = new Groups<Project, Issue>((issue) => issue.project);
  readonly issuesOfMilestone = new Groups<ProjectMilestone, Issue>((issue) => issue.projectMilestone);
  readonly childrenOfIssue = new Groups<Issue, Issue>((issue) => issue.parent);
  readonly commentsOfIssue = new Groups<Issue, Comment>((comment) => comment.issue);
  readonly attachmentsOfIssue = new Groups<Issue, Attachment>((attachment) => attachment.issue);
  readonly relationsOfIssue = new Groups<Issue, IssueRelation>((relation) => relation.issue);
  readonly inverseRelationsOfIssue = new Groups<Issue, IssueRelation>((relation) => relation.relatedIssue);

  readonly users = new Collection<User>();
  readonly teams = new Collection<Team>();
  readonly states = new Collection<WorkflowState>();
  readonly labels = new Collection<IssueLabel>();
  readonly projects = new Collection<Project>();
  readonly projectStatuses = new Collection<ProjectStatus>();
  readonly milestones = new Collection<ProjectMilestone>();
  readonly cycles = new Collection<Cycle>();
  readonly documents = new Collection<Document>();
  readonly issues = counted<Issue>(
    this.#totals,
    this.issuesOfCycle,
    this.issuesOfProject,
    this.issuesOfMilestone,
    this.childrenOfIssue,
  );
  readonly comments = counted<Comment>(this.commentsOfIssue);
  readonly attachments = counted<Attachment>(this.attachmentsOfIssue);
  readonly relations = counted<IssueRelation>(this.relationsOfIssue, this.inverseRelationsOfIssue);
  readonly projectUpdates = new Collection<ProjectUpdate>();
  readonly notifications = new Collection<Notification>();
  readonly webhooks = new Collection<Webhook>();
  readonly log = new IssueLog();
  readonly keys: ApiKey[] = [];
  readonly changes = new ChangeFeed();
  #isBulk = false;

  constructor() {
    this.changes.follow('Issue', this.issues);
    this.changes.follow('Comment', this.comments);
    this.changes.follow('Project', this.projects);
    this.changes.follow('Cycle', this.cycles);
    this.changes.follow('IssueLabel', this.labels);
    this.changes.follow('Attachment', this.attachments);
    this.changes.follow('Document', this.documents);
    this.changes.follow('User', this.users);
  }

  issueCount(team: Team, withArchived: boolean): number {
    return this.#totals.of(team, withArchived);
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
}
