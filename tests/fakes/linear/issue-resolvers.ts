import type { Comment, Issue, IssueLabel, WorkflowState } from './model';
import { arraySource, collectionSource, type PageArguments } from './pagination';
import { canSee, list, listIssues, type Resolve, type ResolverContext } from './resolver-context';

const PRIORITY_LABELS = ['No priority', 'Urgent', 'High', 'Medium', 'Low'];

export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export function issueUrl(issue: Issue, urlKey: string): string {
  return `https://linear.app/${urlKey}/issue/${issue.identifier}/${slugOf(issue.title)}`;
}

function listComments(args: PageArguments, context: ResolverContext, only: (comment: Comment) => boolean) {
  const source = collectionSource('Comment', context.workspace.comments);
  return list({ source, filter: 'CommentFilter', only }, args, context);
}

const issueScalars: Record<string, Resolve<Issue>> = {
  url: (issue, _args, { workspace }) => issueUrl(issue, workspace.organization.urlKey),
  branchName: (issue, _args, { key }) =>
    `${key.user.displayName}/${issue.identifier.toLowerCase()}-${slugOf(issue.title)}`.slice(0, 80),
  priorityLabel: (issue) => PRIORITY_LABELS[issue.priority] ?? 'No priority',
  labelIds: (issue) => issue.labels.map((label) => label.id),
  parent: (issue, _args, context) =>
    issue.parent !== null && canSee(issue.parent.team, context) ? issue.parent : null,
};

const issueLists: Record<string, Resolve<Issue, PageArguments>> = {
  labels: (issue, args, context) =>
    list({ source: arraySource('IssueLabel', issue.labels), filter: 'IssueLabelFilter' }, args, context),
  children: (issue, args, context) => listIssues(args, context, (child) => child.parent === issue),
  comments: (issue, args, context) => listComments(args, context, (comment) => comment.issue === issue),
  relations: (issue, args, context) => {
    const source = collectionSource('IssueRelation', context.workspace.relations);
    return list({ source, only: (relation) => relation.issue === issue }, args, context);
  },
  inverseRelations: (issue, args, context) => {
    const source = collectionSource('IssueRelation', context.workspace.relations);
    return list({ source, only: (relation) => relation.relatedIssue === issue }, args, context);
  },
};

const commentFields: Record<string, Resolve<Comment>> = {
  issueId: (comment) => comment.issue?.id ?? null,
  parentId: (comment) => comment.parent?.id ?? null,
  url: (comment, _args, { workspace }) =>
    comment.issue && `${issueUrl(comment.issue, workspace.organization.urlKey)}#comment-${comment.id.slice(0, 8)}`,
};

const commentLists: Record<string, Resolve<Comment, PageArguments>> = {
  children: (comment, args, context) => listComments(args, context, (child) => child.parent === comment),
};

const labelFields: Record<string, Resolve<IssueLabel>> = {
  organization: (_label, _args, { workspace }) => workspace.organization,
};

const labelLists: Record<string, Resolve<IssueLabel, PageArguments>> = {
  issues: (label, args, context) => listIssues(args, context, (issue) => issue.labels.includes(label)),
  children: (label, args, context) => {
    const source = collectionSource('IssueLabel', context.workspace.labels);
    return list({ source, filter: 'IssueLabelFilter', only: (each) => each.parent === label }, args, context);
  },
};

const stateLists: Record<string, Resolve<WorkflowState, PageArguments>> = {
  issues: (state, args, context) => listIssues(args, context, (issue) => issue.state === state),
};

export const issueResolvers = {
  Issue: { ...issueScalars, ...issueLists },
  Comment: { ...commentFields, ...commentLists },
  IssueLabel: { ...labelFields, ...labelLists },
  WorkflowState: stateLists,
};
