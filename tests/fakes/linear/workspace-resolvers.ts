import { isCycleActive } from './cycle-time';
import type { Issue, Organization, Team, User } from './model';
import { arraySource, collectionSource, type PageArguments } from './pagination';
import { canSee, list, listIssues, listOfTeams, type Resolve, type ResolverContext } from './resolver-context';

function countIssues(context: ResolverContext, only: (issue: Issue) => boolean): number {
  let count = 0;
  for (const issue of context.workspace.issues.values()) if (only(issue)) count += 1;
  return count;
}

export function listUsers(users: readonly User[], args: PageArguments, context: ResolverContext) {
  const only = (user: User) => user.active || args.includeDisabled === true;
  return list({ source: arraySource('User', users), filter: 'UserFilter', only }, args, context);
}

export function listTeams(args: PageArguments, context: ResolverContext, only: (team: Team) => boolean) {
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
  isAssignable: (own) => own.active,
  isMentionable: (own) => own.active,
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

const team: Record<string, Resolve<Team, PageArguments>> = {
  displayName: (own) => own.name,
  cycleDuration: () => 2,
  cycleStartDay: () => 1,
  issueEstimationType: () => 'fibonacci',
  issueEstimationAllowZero: () => false,
  organization: (_own, _args, { workspace }) => workspace.organization,
  parent: (own, _args, context) => (own.parent !== null && canSee(own.parent, context) ? own.parent : null),
  defaultIssueState: (own, _args, { workspace }) => workspace.state(own, 'backlog'),
  issueCount: (own, args, { workspace }) => workspace.issueCount(own, args.includeArchived === true),
  activeCycle: (own, _args, context) =>
    [...context.workspace.cycles.values()].find((cycle) => cycle.team === own && isCycleActive(cycle, context.now)) ??
    null,
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

export const workspaceResolvers = {
  Organization: organization,
  User: user,
  Team: team,
};
