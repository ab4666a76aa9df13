import { slugOf } from './issue-resolvers';
import type { Cycle, Issue, Organization, Project, ProjectMilestone, Team, User } from './model';
import { arraySource, collectionSource, type PageArguments } from './pagination';
import { canSee, list, listIssues, listOfTeams, type Resolve, type ResolverContext } from './resolver-context';

function countIssues(context: ResolverContext, only: (issue: Issue) => boolean): number {
  let count = 0;
  for (const issue of context.workspace.issues.values()) if (only(issue)) count += 1;
  return count;
}

function listUsers(users: readonly User[], args: PageArguments, context: ResolverContext) {
  const only = (user: User) => user.active || args.includeDisabled === true;
  return list({ source: arraySource('User', users), filter: 'UserFilter', only }, args, context);
}

function listTeams(args: PageArguments, context: ResolverContext, only: (team: Team) => boolean) {
  const source = collectionSource('Team', context.workspace.teams);
  return list({ source, filter: 'TeamFilter', only: (team) => canSee(team, context) && only(team) }, args, context);
}

const LABELS = { entity: 'IssueLabel', filter: 'IssueLabelFilter' };
const STATES = { entity: 'WorkflowState', filter: 'WorkflowStateFilter' };
const CYCLES = { entity: 'Cycle', filter: 'CycleFilter' };

const organization: Record<string, Resolve<Organization, PageArguments>> = {
  createdIssueCount: (_own, _args, { workspace }) => workspace.issues.size,
  userCount: (_own, _args, { workspace }) => workspace.users.size,
  projectStatuses: (_own, _args, { workspace }) => [...workspace.projectStatuses.values()],
  teams: (_own, args, context) => listTeams(args, context, () => true),
  users: (_own, args, context) => listUsers([...context.workspace.users.values()], args, context),
  labels: (_own, args, context) =>
    listOfTeams({ ...LABELS, collection: context.workspace.labels }, args, context, (label) => label.team === null),
};

const user: Record<string, Resolve<User, PageArguments>> = {
  isMe: (own, _args, { key }) => own === key.user,
  initials: (own) =>
    own.name
      .split(' ')
      .map((word) => word.charAt(0))
      .join(''),
  organization: (_own, _args, { workspace }) => workspace.organization,
  createdIssueCount: (own, _args, context) => countIssues(context, (issue) => issue.creator === own),
  url: (own, _args, { workspace }) => `https://linear.app/${workspace.organization.urlKey}/profiles/${own.displayName}`,
  teams: (own, args, context) => listTeams(args, context, (team) => team.members.includes(own)),
  assignedIssues: (own, args, context) => listIssues(args, context, (issue) => issue.assignee === own),
  createdIssues: (own, args, context) => listIssues(args, context, (issue) => issue.creator === own),
};

function isCycleActive(cycle: Cycle, context: ResolverContext): boolean {
  const now = context.now.toISOString();
  return cycle.startsAt <= now && now < cycle.endsAt;
}

function numberedFromActive(cycle: Cycle, step: number, context: ResolverContext): boolean {
  const cycles = [...context.workspace.cycles.values()].filter((each) => each.team === cycle.team);
  const active = cycles.find((each) => isCycleActive(each, context));
  return active !== undefined && cycle.number === active.number + step;
}

const team: Record<string, Resolve<Team, PageArguments>> = {
  displayName: (own) => own.name,
  organization: (_own, _args, { workspace }) => workspace.organization,
  parent: (own, _args, context) => (own.parent !== null && canSee(own.parent, context) ? own.parent : null),
  defaultIssueState: (own, _args, { workspace }) => workspace.state(own, 'backlog'),
  issueCount: (own, args, { workspace }) => workspace.issueCount(own, args.includeArchived === true),
  activeCycle: (own, _args, context) =>
    [...context.workspace.cycles.values()].find((cycle) => cycle.team === own && isCycleActive(cycle, context)) ?? null,
  issues: (own, args, context) => listIssues(args, context, (issue) => issue.team === own),
  members: (own, args, context) => listUsers(own.members, args, context),
  states: (own, args, context) =>
    listOfTeams({ ...STATES, collection: context.workspace.states }, args, context, (state) => state.team === own),
  labels: (own, args, context) =>
    listOfTeams({ ...LABELS, collection: context.workspace.labels }, args, context, (label) => label.team === own),
  cycles: (own, args, context) =>
    listOfTeams({ ...CYCLES, collection: context.workspace.cycles }, args, context, (cycle) => cycle.team === own),
  projects: (own, args, context) => {
    const source = collectionSource('Project', context.workspace.projects);
    return list({ source, filter: 'ProjectFilter', only: (project) => project.teams.includes(own) }, args, context);
  },
};

const cycle: Record<string, Resolve<Cycle, PageArguments>> = {
  isActive: (own, _args, context) => isCycleActive(own, context),
  isFuture: (own, _args, { now }) => own.startsAt > now.toISOString(),
  isPast: (own, _args, { now }) => own.endsAt <= now.toISOString(),
  isNext: (own, _args, context) => numberedFromActive(own, 1, context),
  isPrevious: (own, _args, context) => numberedFromActive(own, -1, context),
  progress: () => 0,
  issues: (own, args, context) => listIssues(args, context, (issue) => issue.cycle === own),
};

const project: Record<string, Resolve<Project, PageArguments>> = {
  url: (own, _args, { workspace }) =>
    `https://linear.app/${workspace.organization.urlKey}/project/${slugOf(own.name)}-${own.slugId}`,
  priorityLabel: (own) => ['No priority', 'Urgent', 'High', 'Medium', 'Low'][own.priority] ?? 'No priority',
  progress: () => 0,
  scope: () => 0,
  labelIds: (own) => own.labels.map((label) => label.id),
  labels: (own, args, context) => list({ source: arraySource('ProjectLabel', own.labels) }, args, context),
  members: (own, args, context) => listUsers(own.members, args, context),
  teams: (own, args, context) => listTeams(args, context, (each) => own.teams.includes(each)),
  issues: (own, args, context) => listIssues(args, context, (issue) => issue.project === own),
  projectMilestones: (own, args, context) => {
    const source = collectionSource('ProjectMilestone', context.workspace.milestones);
    return list({ source, filter: 'ProjectMilestoneFilter', only: (each) => each.project === own }, args, context);
  },
  /** Measured: empty although the project has comments. */
  comments: (_own, args, context) => list({ source: arraySource('Comment', []) }, args, context),
};

const milestone: Record<string, Resolve<ProjectMilestone, PageArguments>> = {
  progress: () => 0,
  issues: (own, args, context) => listIssues(args, context, (issue) => issue.projectMilestone === own),
};

export const workspaceResolvers = {
  Organization: organization,
  User: user,
  Team: team,
  Cycle: cycle,
  Project: project,
  ProjectMilestone: milestone,
};
