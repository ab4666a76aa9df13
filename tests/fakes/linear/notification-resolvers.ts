import type { Notification } from './activity-model';
import { single } from './content-resolvers';
import { collectionSource, type PageArguments } from './pagination';
import { list, type Resolve } from './resolver-context';
import { commentUrl, issueUrl, projectUrl } from './urls';
import { seesNotification } from './visibility';

const ACTOR_COLOR = '#5e6ad2';
const NEUTRAL_COLOR = '#95a2b3';

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}

function urlOf({ comment, issue, project }: Notification, urlKey: string): string {
  if (comment !== null) return commentUrl(comment, urlKey);
  if (issue !== null) return issueUrl(issue, urlKey);
  if (project !== null) return projectUrl(project, urlKey);
  throw new Error('A notification is of an issue or of a project.');
}

function wordsOf(type: string): string {
  return type
    .replace(/^(issue|project)/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .trim();
}

const shared: Record<string, Resolve<Notification>> = {
  actorAvatarColor: ({ actor }) => (actor === null ? NEUTRAL_COLOR : ACTOR_COLOR),
  actorAvatarUrl: ({ actor }) => actor?.avatarUrl ?? null,
  actorInitials: ({ actor }) => actor && initialsOf(actor.name),
  groupingKey: ({ issue, project }) => (issue ?? project)?.id,
  groupingPriority: () => 0,
  inboxUrl: ({ id }, _args, { workspace }) => `https://linear.app/${workspace.organization.urlKey}/inbox/${id}`,
  isLinearActor: ({ actor }) => actor === null,
  title: ({ issue, project }) => issue?.title ?? project?.name,
  subtitle: ({ actor, type }) => `${actor?.displayName ?? 'Linear'}: ${wordsOf(type)}`,
  url: (own, _args, { workspace }) => urlOf(own, workspace.organization.urlKey),
  commentId: ({ comment }) => comment?.id ?? null,
};

const ofIssue: Record<string, Resolve<Notification>> = {
  ...shared,
  issueId: ({ issue }) => issue?.id,
  team: ({ issue }) => issue?.team,
  parentComment: ({ comment }) => comment?.parent ?? null,
  parentCommentId: ({ comment }) => comment?.parent?.id ?? null,
};

const ofProject: Record<string, Resolve<Notification>> = {
  ...shared,
  projectId: ({ project }) => project?.id,
  projectUpdateId: ({ projectUpdate }) => projectUpdate?.id ?? null,
};

const query: Record<string, Resolve<unknown, never>> = {
  notification: single('Notification', ({ workspace }, id) => workspace.notifications.get(id), seesNotification),
  notifications: (_root, args: PageArguments, context) => {
    const source = collectionSource('Notification', context.workspace.notifications);
    const only = (row: Notification) => seesNotification(row, context);
    return list({ source, filter: 'NotificationFilter', only }, args, context);
  },
};

export function notificationTypeOf({ issue }: Notification): string {
  return issue === null ? 'ProjectNotification' : 'IssueNotification';
}

export const notificationResolvers = {
  Query: query,
  IssueNotification: ofIssue,
  ProjectNotification: ofProject,
};
