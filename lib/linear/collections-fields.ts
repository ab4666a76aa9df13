import type { MirroredCollection } from './collections-types';

export type Filter = Record<string, unknown>;

/** How one collection is asked for. */
export interface Definition {
  /** Of `Query`. */
  field: string;
  /** What is asked of one object. Connections inside multiply with the page, so there is one only where the shape needs it. */
  selection: string;
  /** Arguments besides those that every connection has. */
  args?: string;
  /** Null: it has no filter. */
  filterType: string | null;
  /** Narrows to teams by Linear's filter. Without it what came is looked at one by one, see `ofTeams`. */
  inTeams?: (teamIds: string[]) => Filter;
  /** What rides along in every look: what Linear counts of it (progress, scope) changes without any stamp. */
  moving?: Filter;
}

/** Of a project's teams so many ride along; a project in more is asked for the rest by itself. */
export const teamsOfProject = 10;

const stamps = 'createdAt updatedAt archivedAt';
const issue = 'issue { id identifier team { id } }';
const team = 'team { id key name }';
const byTeam = (teamIds: string[]): Filter => ({ team: { id: { in: teamIds } } });
const byProject = (teamIds: string[]): Filter => ({ accessibleTeams: { some: { id: { in: teamIds } } } });
const ofIssue = (teamIds: string[]): Filter => ({ issue: byTeam(teamIds) });
const ofProject = (teamIds: string[]): Filter => ({ project: byProject(teamIds) });

export const definitions: Record<Exclude<MirroredCollection, 'organization'>, Definition> = {
  users: {
    field: 'users',
    selection: `id name displayName email avatarUrl active admin guest ${stamps}`,
    args: 'includeDisabled: true',
    filterType: 'UserFilter',
    inTeams: () => ({}),
  },
  projects: {
    field: 'projects',
    selection: `id name description status { id name type } progress scope url color icon startDate targetDate trashed completedAt ${stamps}
      lead { id name } teams(first: ${teamsOfProject}) { nodes { id key name } pageInfo { hasNextPage endCursor } }`,
    filterType: 'ProjectFilter',
    inTeams: byProject,
    moving: { status: { type: { eq: 'started' } } },
  },
  milestones: {
    field: 'projectMilestones',
    selection: `id name description targetDate sortOrder progress project { id name } ${stamps}`,
    filterType: 'ProjectMilestoneFilter',
    inTeams: ofProject,
  },
  documents: {
    field: 'documents',
    selection: `id title slugId icon color content url trashed creator { id name } updatedBy { id name } project { id name } ${issue} ${stamps}`,
    filterType: 'DocumentFilter',
    inTeams: (teamIds) => ({ or: [ofProject(teamIds), ofIssue(teamIds), byTeam(teamIds)] }),
  },
  cycles: {
    field: 'cycles',
    selection: `id number name description startsAt endsAt completedAt progress scopeHistory completedScopeHistory ${team} ${stamps}`,
    filterType: 'CycleFilter',
    inTeams: byTeam,
    moving: { isActive: { eq: true } },
  },
  labels: {
    field: 'issueLabels',
    selection: `id name color description isGroup parent { id name } ${team} ${stamps}`,
    filterType: 'IssueLabelFilter',
    inTeams: (teamIds) => ({ or: [byTeam(teamIds), { team: { null: true } }] }),
  },
  comments: {
    field: 'comments',
    selection: `id body url editedAt resolvedAt user { id name } project { id name } parent { id } ${issue} ${stamps}`,
    filterType: 'CommentFilter',
    inTeams: (teamIds) => ({ or: [ofIssue(teamIds), ofProject(teamIds)] }),
  },
  attachments: {
    field: 'attachments',
    selection: `id title subtitle url sourceType metadata creator { id name } ${issue} ${stamps}`,
    filterType: 'AttachmentFilter',
  },
  'issue-relations': {
    field: 'issueRelations',
    selection: `id type ${issue} relatedIssue { id identifier team { id } } ${stamps}`,
    filterType: null,
  },
  notifications: {
    field: 'notifications',
    selection: `id type readAt snoozedUntilAt actor { id name } ${stamps}
      ... on IssueNotification { ${issue} comment { id } }
      ... on ProjectNotification { project { id name } comment { id } projectUpdate { id } }`,
    filterType: 'NotificationFilter',
  },
};

export const organizationSelection = `id name urlKey ${stamps}`;
