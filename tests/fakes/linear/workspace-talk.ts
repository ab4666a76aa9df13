import type { Attachment, Notification, ProjectUpdate } from './activity-model';
import type { Comment, Issue, IssueRelation, Project, Row, User } from './model';
import { WorkspaceCollections } from './workspace-collections';
import type { IssueRef, ProjectRef, UserRef } from './workspace-store';

export type CommentRef = Comment | string;
export type AttachmentRef = Attachment | string;
export type RelationRef = IssueRelation | string;
export type NotificationRef = Notification | string;

export interface CommentInput extends Partial<Row>, Partial<Pick<Comment, 'editedAt' | 'quotedText'>> {
  body: string;
  issue?: IssueRef;
  project?: ProjectRef;
  user?: UserRef | null;
  parent?: CommentRef | null;
}

type AttachmentChanges = Partial<
  Pick<Attachment, 'title' | 'subtitle' | 'metadata' | 'source' | 'sourceType' | 'groupBySource'>
>;

export interface AttachmentInput extends AttachmentChanges, Partial<Row> {
  issue: IssueRef;
  url: string;
  title: string;
  creator?: UserRef | null;
}

export interface NotificationInput
  extends Partial<Row>,
    Partial<Pick<Notification, 'readAt' | 'snoozedUntilAt' | 'category'>> {
  type: string;
  user: UserRef;
  actor?: UserRef | null;
  issue?: IssueRef;
  project?: ProjectRef;
  comment?: CommentRef;
  projectUpdate?: ProjectUpdate;
}

const CATEGORIES: readonly (readonly [RegExp, string])[] = [
  [/Mention/, 'mentions'],
  [/Comment|Thread/, 'commentsAndReplies'],
  [/Assigned/, 'assignments'],
  [/Status|Priority/, 'statusChanges'],
  [/Reaction/, 'reactions'],
  [/Reminder|DueDate/, 'reminders'],
  [/^project/, 'postsAndUpdates'],
];

function categoryOf(type: string): string {
  return CATEGORIES.find(([pattern]) => pattern.test(type))?.[1] ?? 'subscriptions';
}

/** What people say and pin to issues and projects, and what Linear tells them of it. */
export class WorkspaceTalk extends WorkspaceCollections {
  comment(ref: IssueRef, body: string, user: UserRef | null = null, row: Partial<Row> = {}): Comment {
    return this.createComment({ ...row, issue: ref, body, user });
  }

  createComment(input: CommentInput): Comment {
    const { body, editedAt = null, quotedText = null } = input;
    const parent = input.parent ? this.findComment(input.parent) : null;
    const user = input.user ? this.user(input.user) : null;
    const issue = input.issue ? this.issue(input.issue) : (parent?.issue ?? null);
    const project = input.project ? this.project(input.project) : (parent?.project ?? null);
    if ((issue === null) === (project === null)) throw new Error('A comment is on one issue or on one project.');
    const rest = { body, parent, user, issue, project, editedAt, quotedText, resolvedAt: null, resolvingUser: null };
    const comment = this.insert(this.comments, { ...this.newRow(input), ...rest });
    if (issue !== null && this.behaviour.bumpUpdatedAtOnComment) {
      this.issues.change(issue, { updatedAt: this.now() });
    }
    return comment;
  }

  findComment(ref: CommentRef): Comment {
    return this.named(this.comments, ref, 'comment', (each) => each.body);
  }

  updateComment(ref: CommentRef, body: string, isMarkedEdited = true): Comment {
    const editedAt = isMarkedEdited ? { editedAt: this.now() } : {};
    return this.revise(this.comments, this.findComment(ref), { body, ...editedAt });
  }

  resolveComment(ref: CommentRef, by: UserRef | null): Comment {
    const resolvingUser = by === null ? null : this.user(by);
    return this.revise(this.comments, this.findComment(ref), { resolvedAt: this.now(), resolvingUser });
  }

  unresolveComment(ref: CommentRef): Comment {
    return this.revise(this.comments, this.findComment(ref), { resolvedAt: null, resolvingUser: null });
  }

  archiveComment(ref: CommentRef): Comment {
    return this.file(this.comments, this.findComment(ref), true);
  }

  unarchiveComment(ref: CommentRef): Comment {
    return this.file(this.comments, this.findComment(ref), false);
  }

  /** Answers to it stay, as comments of their own. */
  deleteComment(ref: CommentRef): void {
    const comment = this.findComment(ref);
    for (const each of this.threadOf(comment)) {
      if (each.parent === comment) this.comments.change(each, { parent: null });
    }
    this.drop(this.notifications, (each) => each.comment === comment);
    this.comments.delete(comment);
  }

  threadOf(comment: Comment): readonly Comment[] {
    if (comment.issue !== null) return this.commentsOfIssue.of(comment.issue);
    return [...this.comments.values()].filter((each) => each.project === comment.project);
  }

  attachment(ref: AttachmentRef): Attachment {
    return this.named(this.attachments, ref, 'attachment', (each) => each.url);
  }

  /** One attachment for each issue and url, as at Linear: a second one changes the first. */
  attach(input: AttachmentInput): Attachment {
    const issue = this.issue(input.issue);
    const { url, title, subtitle = null, metadata = {}, source = null, sourceType = null } = input;
    const content = { title, subtitle, metadata, source, sourceType, groupBySource: input.groupBySource ?? false };
    const known = this.attachmentsOfIssue.of(issue).find((each) => each.url === url);
    if (known !== undefined) return this.revise(this.attachments, known, content);
    const creator = input.creator ? this.user(input.creator) : null;
    const links = { issue, originalIssue: null, creator };
    return this.insert(this.attachments, { ...this.newRow(input), url, ...content, ...links });
  }

  updateAttachment(ref: AttachmentRef, changes: AttachmentChanges): Attachment {
    return this.revise(this.attachments, this.attachment(ref), changes);
  }

  archiveAttachment(ref: AttachmentRef): Attachment {
    return this.file(this.attachments, this.attachment(ref), true);
  }

  deleteAttachment(ref: AttachmentRef): void {
    this.attachments.delete(this.attachment(ref));
  }

  relate(ref: IssueRef, type: IssueRelation['type'], related: IssueRef, row: Partial<Row> = {}): IssueRelation {
    const ends = { issue: this.issue(ref), relatedIssue: this.issue(related) };
    return this.insert(this.relations, { ...this.newRow(row), type, ...ends });
  }

  relation(ref: RelationRef): IssueRelation {
    return this.named(this.relations, ref, 'relation', (each) => each.id);
  }

  updateRelation(ref: RelationRef, type: IssueRelation['type']): IssueRelation {
    return this.revise(this.relations, this.relation(ref), { type });
  }

  archiveRelation(ref: RelationRef): IssueRelation {
    return this.file(this.relations, this.relation(ref), true);
  }

  deleteRelation(ref: RelationRef): void {
    this.relations.delete(this.relation(ref));
  }

  postUpdate(
    ref: ProjectRef,
    body: string,
    user: UserRef,
    input: Partial<Row> & Partial<Pick<ProjectUpdate, 'health'>> = {},
  ): ProjectUpdate {
    const rest = { body, health: input.health ?? 'onTrack', user: this.user(user), editedAt: null } as const;
    return this.insert(this.projectUpdates, { ...this.newRow(input), project: this.project(ref), ...rest });
  }

  notify(input: NotificationInput): Notification {
    const { type, readAt = null, snoozedUntilAt = null, category = categoryOf(type) } = input;
    const comment = input.comment ? this.findComment(input.comment) : null;
    const issue: Issue | null = input.issue ? this.issue(input.issue) : (comment?.issue ?? null);
    const project: Project | null = input.project ? this.project(input.project) : (comment?.project ?? null);
    if ((issue === null) === (project === null)) throw new Error('A notification is of one issue or of one project.');
    const actor: User | null = input.actor ? this.user(input.actor) : null;
    const stamps = { readAt, snoozedUntilAt, unsnoozedAt: null, emailedAt: null };
    const projectUpdate = input.projectUpdate ?? null;
    const rest = { type, category, user: this.user(input.user), actor, issue, project, comment, projectUpdate };
    return this.insert(this.notifications, { ...this.newRow(input), ...rest, ...stamps });
  }

  notification(ref: NotificationRef): Notification {
    return this.named(this.notifications, ref, 'notification', (each) => each.id);
  }

  readNotification(ref: NotificationRef): Notification {
    return this.revise(this.notifications, this.notification(ref), { readAt: this.now() });
  }

  snoozeNotification(ref: NotificationRef, snoozedUntilAt: string | null): Notification {
    const unsnoozedAt = snoozedUntilAt === null ? this.now() : null;
    return this.revise(this.notifications, this.notification(ref), { snoozedUntilAt, unsnoozedAt });
  }

  archiveNotification(ref: NotificationRef): Notification {
    return this.file(this.notifications, this.notification(ref), true);
  }

  unarchiveNotification(ref: NotificationRef): Notification {
    return this.file(this.notifications, this.notification(ref), false);
  }

  deleteNotification(ref: NotificationRef): void {
    this.notifications.delete(this.notification(ref));
  }

  /** All that hangs on issues that are deleted for good. */
  protected forgetTalk(doomed: ReadonlySet<Issue>): void {
    for (const issue of doomed) {
      for (const each of this.commentsOfIssue.of(issue)) this.comments.delete(each);
      for (const each of this.attachmentsOfIssue.of(issue)) this.attachments.delete(each);
      for (const each of this.relationsOfIssue.of(issue)) this.relations.delete(each);
      for (const each of this.inverseRelationsOfIssue.of(issue)) this.relations.delete(each);
    }
    this.drop(this.documents, (each) => each.issue !== null && doomed.has(each.issue));
    this.drop(this.notifications, (each) => each.issue !== null && doomed.has(each.issue));
  }
}
