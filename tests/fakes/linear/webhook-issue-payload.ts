import type { Issue, Project, User } from './model';
import { issueUrl, projectUrl } from './urls';

const PRIORITY_LABELS = ['No priority', 'Urgent', 'High', 'Medium', 'Low'];

export function userUrl(user: User, urlKey: string): string {
  return `https://linear.app/${urlKey}/profiles/${user.displayName}`;
}

export function userChild(user: User, urlKey: string) {
  const { id, name, email, avatarUrl } = user;
  return { id, name, email, url: userUrl(user, urlKey), ...(avatarUrl === null ? {} : { avatarUrl }) };
}

export function projectChild(project: Project, urlKey: string) {
  return { id: project.id, name: project.name, url: projectUrl(project, urlKey) };
}

function teamChild({ id, key, name }: Issue['team']) {
  return { id, key, name };
}

export function issueChild(issue: Issue, urlKey: string) {
  const { id, identifier, title, team } = issue;
  return { id, identifier, title, url: issueUrl(issue, urlKey), teamId: team.id, team: teamChild(team) };
}

function ids(issue: Issue) {
  return {
    teamId: issue.team.id,
    stateId: issue.state.id,
    assigneeId: issue.assignee?.id ?? null,
    creatorId: issue.creator?.id ?? null,
    parentId: issue.parent?.id ?? null,
    projectId: issue.project?.id ?? null,
    projectMilestoneId: issue.projectMilestone?.id ?? null,
    cycleId: issue.cycle?.id ?? null,
    labelIds: issue.labels.map((label) => label.id),
    subscriberIds: [issue.creator, issue.assignee].flatMap((user) => (user === null ? [] : [user.id])),
  };
}

/** Trimmed: they carry what a list would show, and never what they point to in their turn. */
function children(issue: Issue, urlKey: string) {
  const { state, assignee, creator, project, projectMilestone, cycle } = issue;
  return {
    team: teamChild(issue.team),
    state: { id: state.id, name: state.name, color: state.color, type: state.type },
    assignee: assignee && userChild(assignee, urlKey),
    creator: creator && userChild(creator, urlKey),
    project: project && projectChild(project, urlKey),
    projectMilestone: projectMilestone && {
      id: projectMilestone.id,
      name: projectMilestone.name,
      targetDate: projectMilestone.targetDate,
    },
    cycle: cycle && {
      id: cycle.id,
      number: cycle.number,
      name: cycle.name,
      startsAt: cycle.startsAt,
      endsAt: cycle.endsAt,
    },
    labels: issue.labels.map(({ id, name, color, parent }) => ({ id, name, color, parentId: parent?.id ?? null })),
  };
}

export function issueData(issue: Issue, urlKey: string): Record<string, unknown> {
  const { number, identifier, previousIdentifiers, title, description, priority, estimate, dueDate, sortOrder } = issue;
  const { trashed, startedAt, completedAt, canceledAt, triagedAt, autoArchivedAt, autoClosedAt } = issue;
  return {
    ...{ number, identifier, previousIdentifiers, title, description, priority, estimate, dueDate, sortOrder },
    ...{ trashed, startedAt, completedAt, canceledAt, triagedAt, autoArchivedAt, autoClosedAt },
    priorityLabel: PRIORITY_LABELS[priority] ?? 'No priority',
    prioritySortOrder: sortOrder,
    reactionData: [],
    ...ids(issue),
    ...children(issue, urlKey),
    url: issueUrl(issue, urlKey),
  };
}
