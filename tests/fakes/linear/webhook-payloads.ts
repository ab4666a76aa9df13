import type { Attachment, Document } from './activity-model';
import type { FollowedEntity, FollowedRows } from './change-feed';
import type { Comment, Cycle, IssueLabel, Project, User } from './model';
import { commentUrl, documentUrl, issueUrl, projectUrl } from './urls';
import { issueChild, issueData, projectChild, userChild, userUrl } from './webhook-issue-payload';

export type Json = Record<string, unknown>;

type Builder<Row> = (row: Row, urlKey: string) => Json;

const comment: Builder<Comment> = (row, urlKey) => ({
  body: row.body,
  editedAt: row.editedAt,
  quotedText: row.quotedText,
  resolvedAt: row.resolvedAt,
  resolvingUserId: row.resolvingUser?.id ?? null,
  issueId: row.issue?.id ?? null,
  issue: row.issue && issueChild(row.issue, urlKey),
  projectId: row.project?.id ?? null,
  parentId: row.parent?.id ?? null,
  userId: row.user?.id ?? null,
  user: row.user && userChild(row.user, urlKey),
  reactionData: [],
});

const project: Builder<Project> = (row, urlKey) => ({
  name: row.name,
  description: row.description,
  content: row.content,
  color: row.color,
  icon: row.icon,
  slugId: row.slugId,
  priority: row.priority,
  sortOrder: row.sortOrder,
  startDate: row.startDate,
  targetDate: row.targetDate,
  startedAt: row.startedAt,
  completedAt: row.completedAt,
  canceledAt: row.canceledAt,
  trashed: row.trashed,
  statusId: row.status.id,
  status: { id: row.status.id, name: row.status.name, color: row.status.color, type: row.status.type },
  leadId: row.lead?.id ?? null,
  lead: row.lead && userChild(row.lead, urlKey),
  creatorId: row.creator?.id ?? null,
  teamIds: row.teams.map((team) => team.id),
  memberIds: row.members.map((member) => member.id),
  labelIds: row.labels.map((label) => label.id),
  url: projectUrl(row, urlKey),
});

const cycle: Builder<Cycle> = (row) => ({
  number: row.number,
  name: row.name,
  description: row.description,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  completedAt: row.completedAt,
  teamId: row.team.id,
  uncompletedIssuesUponCloseIds: [],
});

const label: Builder<IssueLabel> = (row) => ({
  name: row.name,
  color: row.color,
  description: row.description,
  isGroup: row.isGroup,
  parentId: row.parent?.id ?? null,
  teamId: row.team?.id ?? null,
  creatorId: row.creator?.id ?? null,
});

const attachment: Builder<Attachment> = (row) => ({
  title: row.title,
  subtitle: row.subtitle,
  url: row.url,
  metadata: row.metadata,
  source: row.source,
  sourceType: row.sourceType,
  groupBySource: row.groupBySource,
  issueId: row.issue.id,
  originalIssueId: row.originalIssue?.id ?? null,
  creatorId: row.creator?.id ?? null,
});

const document: Builder<Document> = (row, urlKey) => ({
  title: row.title,
  content: row.content,
  icon: row.icon,
  color: row.color,
  slugId: row.slugId,
  sortOrder: row.sortOrder,
  hiddenAt: row.hiddenAt,
  trashed: row.trashed,
  creatorId: row.creator?.id ?? null,
  updatedById: row.updatedBy?.id ?? null,
  issueId: row.issue?.id ?? null,
  projectId: row.project?.id ?? null,
  project: row.project && projectChild(row.project, urlKey),
  teamId: row.team?.id ?? null,
});

const user: Builder<User> = (row, urlKey) => ({
  name: row.name,
  displayName: row.displayName,
  email: row.email,
  active: row.active,
  admin: row.admin,
  guest: row.guest,
  app: row.app,
  avatarUrl: row.avatarUrl,
  description: row.description,
  timezone: row.timezone,
  url: userUrl(row, urlKey),
});

const BUILDERS: { [Entity in FollowedEntity]: Builder<FollowedRows[Entity]> } = {
  Issue: issueData,
  Comment: comment,
  Project: project,
  Cycle: cycle,
  IssueLabel: label,
  Attachment: attachment,
  Document: document,
  User: user,
};

/** The `data` of a payload: the row's own fields, ids beside trimmed children, dates as strings. */
export function webhookData<Entity extends FollowedEntity>(
  entity: Entity,
  row: FollowedRows[Entity],
  urlKey: string,
): Json {
  const { id, createdAt, updatedAt, archivedAt } = row;
  const build: Builder<FollowedRows[Entity]> = BUILDERS[entity];
  return { id, createdAt, updatedAt, archivedAt, ...build(row, urlKey) };
}

const URLS: { [Entity in FollowedEntity]?: (row: FollowedRows[Entity], urlKey: string) => string } = {
  Issue: issueUrl,
  Comment: commentUrl,
  Project: projectUrl,
  Document: documentUrl,
  User: userUrl,
};

/** Where a person would see it, for what has a page of its own. */
export function webhookUrl<Entity extends FollowedEntity>(
  entity: Entity,
  row: FollowedRows[Entity],
  urlKey: string,
): string | undefined {
  const urlOf: ((row: FollowedRows[Entity], urlKey: string) => string) | undefined = URLS[entity];
  return urlOf?.(row, urlKey);
}
