import { listDocuments } from './content-resolvers';
import { isAfterActive, isCycleActive } from './cycle-time';
import type { Cycle, Issue, Project, ProjectMilestone } from './model';
import { arraySource, collectionSource, groupSource, type PageArguments } from './pagination';
import { progressOf, type ScopeHistory, scopeHistory, scopeOf } from './progress';
import { list, type Resolve, type ResolverContext } from './resolver-context';
import { projectUrl } from './urls';
import { seesIssue } from './visibility';
import { listTeams, listUsers } from './workspace-resolvers';

const WEEK_DAYS = 7;
const PRIORITY_LABELS = ['No priority', 'Urgent', 'High', 'Medium', 'Low'];
const HISTORY_FIELDS: readonly (keyof ScopeHistory)[] = [
  'scopeHistory',
  'completedScopeHistory',
  'inProgressScopeHistory',
  'issueCountHistory',
  'completedIssueCountHistory',
];

function listIssuesOf(rows: readonly Issue[], args: PageArguments, context: ResolverContext) {
  const source = groupSource('Issue', context.workspace.issues, rows);
  return list({ source, filter: 'IssueFilter', only: (issue) => seesIssue(issue, context) }, args, context);
}

function historyFields<Parent>(
  read: (parent: Parent, context: ResolverContext) => ScopeHistory,
): Record<string, Resolve<Parent, PageArguments>> {
  return Object.fromEntries(
    HISTORY_FIELDS.map((field) => [
      field,
      (parent: Parent, _args: PageArguments, context: ResolverContext) => read(parent, context)[field],
    ]),
  );
}

function earlier(left: string, right: string): string {
  return left < right ? left : right;
}

const cycle: Record<string, Resolve<Cycle, PageArguments>> = {
  ...historyFields<Cycle>((own, { workspace, now }) => {
    const endsAt = earlier(own.endsAt, now.toISOString());
    return scopeHistory(workspace.issuesOfCycle.of(own), { startsAt: own.startsAt, endsAt, stepDays: 1 });
  }),
  isActive: (own, _args, { now }) => isCycleActive(own, now),
  isFuture: (own, _args, { now }) => own.startsAt > now.toISOString(),
  isPast: (own, _args, { now }) => own.endsAt <= now.toISOString(),
  isNext: (own, _args, { workspace, now }) => isAfterActive(own, 1, workspace.cycles.values(), now),
  isPrevious: (own, _args, { workspace, now }) => isAfterActive(own, -1, workspace.cycles.values(), now),
  progress: (own, _args, { workspace }) => progressOf(workspace.issuesOfCycle.of(own)),
  issues: (own, args, context) => listIssuesOf(context.workspace.issuesOfCycle.of(own), args, context),
  uncompletedIssuesUponClose: (own, args, context) => {
    const left = context.workspace.issuesOfCycle.of(own).filter((issue) => issue.completedAt === null);
    return listIssuesOf(own.completedAt === null ? [] : left, args, context);
  },
};

const project: Record<string, Resolve<Project, PageArguments>> = {
  ...historyFields<Project>((own, { workspace, now }) => {
    const span = { startsAt: own.createdAt, endsAt: now.toISOString(), stepDays: WEEK_DAYS };
    return scopeHistory(workspace.issuesOfProject.of(own), span);
  }),
  url: (own, _args, { workspace }) => projectUrl(own, workspace.organization.urlKey),
  priorityLabel: (own) => PRIORITY_LABELS[own.priority] ?? 'No priority',
  progress: (own, _args, { workspace }) => progressOf(workspace.issuesOfProject.of(own)),
  scope: (own, _args, { workspace }) => scopeOf(workspace.issuesOfProject.of(own)),
  labelIds: (own) => own.labels.map((label) => label.id),
  labels: (own, args, context) =>
    list({ source: arraySource('ProjectLabel', own.labels), filter: 'ProjectLabelFilter' }, args, context),
  members: (own, args, context) => listUsers(own.members, args, context),
  teams: (own, args, context) => listTeams(args, context, (each) => own.teams.includes(each)),
  issues: (own, args, context) => listIssuesOf(context.workspace.issuesOfProject.of(own), args, context),
  documents: (own, args, context) => listDocuments(args, context, (document) => document.project === own),
  projectMilestones: (own, args, context) => {
    const source = collectionSource('ProjectMilestone', context.workspace.milestones);
    return list({ source, filter: 'ProjectMilestoneFilter', only: (each) => each.project === own }, args, context);
  },
  /** Measured: empty although the project has comments. */
  comments: (_own, args, context) => list({ source: arraySource('Comment', []) }, args, context),
};

const milestone: Record<string, Resolve<ProjectMilestone, PageArguments>> = {
  progress: (own, _args, { workspace }) => progressOf(workspace.issuesOfMilestone.of(own)),
  issues: (own, args, context) => listIssuesOf(context.workspace.issuesOfMilestone.of(own), args, context),
};

export const planResolvers = {
  Cycle: cycle,
  Project: project,
  ProjectMilestone: milestone,
};
