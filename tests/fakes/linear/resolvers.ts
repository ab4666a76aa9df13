import { contentResolvers, single } from './content-resolvers';
import { entityNotFound } from './errors';
import { historyResolvers } from './history-resolvers';
import { issueResolvers } from './issue-resolvers';
import type { Issue, Organization, Project, Row, Team } from './model';
import { notificationResolvers } from './notification-resolvers';
import { collectionSource, type PageArguments } from './pagination';
import { planResolvers } from './plan-resolvers';
import { list, listIssues, listOfTeams, type Resolve, type ResolverContext } from './resolver-context';
import { seesComment, seesProject } from './visibility';
import { webhookResolvers } from './webhook-resolvers';
import { workspaceResolvers } from './workspace-resolvers';

interface ById {
  id: string;
}

function required<Item>(entity: string, item: Item | undefined, isVisible: boolean): Item {
  if (item === undefined || !isVisible) throw entityNotFound(entity);
  return item;
}

function ofTeam<Item extends { team: Team | null }>(
  entity: string,
  item: Item | undefined,
  context: ResolverContext,
): Item {
  const team = item?.team ?? null;
  return required(entity, item, team === null || context.visibleTeams.has(team));
}

const PRIORITIES = ['No priority', 'Urgent', 'High', 'Medium', 'Low'];

type Root = Organization | undefined;

const singles: Record<string, Resolve<Root, ById>> = {
  issue: (_root, { id }, context) => ofTeam('Issue', context.workspace.findIssue(id), context),
  team: (_root, { id }, context) => {
    const team = [...context.visibleTeams].find((each) => each.id === id || each.key === id);
    return required('Team', team, true);
  },
  user: (_root, { id }, { workspace, key }) =>
    id === 'me' ? key.user : required('User', workspace.users.get(id), true),
  workflowState: (_root, { id }, context) => ofTeam('WorkflowState', context.workspace.states.get(id), context),
  issueLabel: (_root, { id }, context) => ofTeam('IssueLabel', context.workspace.labels.get(id), context),
  cycle: (_root, { id }, context) => ofTeam('Cycle', context.workspace.cycles.get(id), context),
  project: (_root, { id }, context) => {
    const project = [...context.workspace.projects.values()].find((each) => each.id === id || each.slugId === id);
    return required('Project', project, project !== undefined && seesProject(project, context));
  },
  comment: single('Comment', ({ workspace }, id) => workspace.comments.get(id), seesComment),
};

const lists: Record<string, Resolve<Root, PageArguments>> = {
  issues: (_root, args, context) => listIssues(args, context),
  teams: (_root, args, context) => {
    const { workspace, visibleTeams } = context;
    const source = collectionSource('Team', workspace.teams);
    return list({ source, filter: 'TeamFilter', only: (team) => visibleTeams.has(team) }, args, context);
  },
  users: (_root, args, context) => {
    const source = collectionSource('User', context.workspace.users);
    const only = (user: { active: boolean }) => user.active || args.includeDisabled === true;
    return list({ source, filter: 'UserFilter', only }, args, context);
  },
  workflowStates: (_root, args, context) => {
    const { states: collection } = context.workspace;
    return listOfTeams({ entity: 'WorkflowState', filter: 'WorkflowStateFilter', collection }, args, context);
  },
  issueLabels: (_root, args, context) => {
    const { labels: collection } = context.workspace;
    return listOfTeams({ entity: 'IssueLabel', filter: 'IssueLabelFilter', collection }, args, context);
  },
  cycles: (_root, args, context) => {
    const { cycles: collection } = context.workspace;
    return listOfTeams({ entity: 'Cycle', filter: 'CycleFilter', collection }, args, context);
  },
  projects: (_root, args, context) => {
    const source = collectionSource('Project', context.workspace.projects);
    const only = (project: Project) => seesProject(project, context);
    return list({ source, filter: 'ProjectFilter', only }, args, context);
  },
  projectStatuses: (_root, args, context) =>
    list<Row>({ source: collectionSource('ProjectStatus', context.workspace.projectStatuses) }, args, context),
  comments: (_root, args, context) => {
    const source = collectionSource('Comment', context.workspace.comments);
    return list({ source, filter: 'CommentFilter', only: (row) => seesComment(row, context) }, args, context);
  },
};

/** The first identifier in the branch's name that is an issue the key can see. */
function issueOfBranch(branchName: string, context: ResolverContext): Issue | null {
  for (const [identifier] of branchName.matchAll(/[a-z][a-z0-9]*-\d+/gi)) {
    const issue = context.workspace.findIssue(identifier.toUpperCase());
    if (issue !== undefined && context.visibleTeams.has(issue.team)) return issue;
  }
  return null;
}

const plain: Record<string, Resolve<Root, { branchName: string }>> = {
  viewer: (_root, _args, { key }) => key.user,
  organization: (_root, _args, { workspace }) => workspace.organization,
  issueVcsBranchSearch: (_root, { branchName }, context) => issueOfBranch(branchName, context),
  issuePriorityValues: () => PRIORITIES.map((label, priority) => ({ label, priority })),
  rateLimitStatus: (_root, _args, { limiter, key }) => ({
    identifier: key.user.id,
    kind: 'user',
    limits: limiter.states(key.user.id).map(({ unit, limit, periodMs, remaining, resetMs }) => ({
      type: unit,
      requestedAmount: 0,
      allowedAmount: limit,
      period: periodMs,
      remainingAmount: remaining,
      reset: resetMs,
    })),
  }),
};

export const resolvers = {
  ...issueResolvers,
  ...workspaceResolvers,
  ...planResolvers,
  ...contentResolvers,
  ...historyResolvers,
  ...notificationResolvers,
  ...webhookResolvers,
  Query: {
    ...plain,
    ...singles,
    ...lists,
    ...contentResolvers.Query,
    ...notificationResolvers.Query,
    ...webhookResolvers.Query,
  },
};
