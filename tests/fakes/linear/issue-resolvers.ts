import type { Attachment } from './activity-model';
import { listDocuments } from './content-resolvers';
import { historyLists } from './history-resolvers';
import type { Comment, Issue, IssueLabel, IssueRelation, WorkflowState } from './model';
import { arraySource, collectionSource, groupSource, type PageArguments } from './pagination';
import { canSee, list, listIssues, type Resolve, type ResolverContext } from './resolver-context';
import { commentUrl, issueUrl, slugOf } from './urls';
import { seesAttachment, seesComment, seesIssue, seesRelation } from './visibility';

const PRIORITY_LABELS = ['No priority', 'Urgent', 'High', 'Medium', 'Low'];

function listComments(rows: readonly Comment[], args: PageArguments, context: ResolverContext) {
  const source = groupSource('Comment', context.workspace.comments, rows);
  return list({ source, filter: 'CommentFilter', only: (row) => seesComment(row, context) }, args, context);
}

function listRelations(rows: readonly IssueRelation[], args: PageArguments, context: ResolverContext) {
  const source = groupSource('IssueRelation', context.workspace.relations, rows);
  return list({ source, only: (row) => seesRelation(row, context) }, args, context);
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
  children: (issue, args, context) => {
    const { issues, childrenOfIssue } = context.workspace;
    const source = groupSource('Issue', issues, childrenOfIssue.of(issue));
    return list({ source, filter: 'IssueFilter', only: (row) => seesIssue(row, context) }, args, context);
  },
  comments: (issue, args, context) => listComments(context.workspace.commentsOfIssue.of(issue), args, context),
  relations: (issue, args, context) => listRelations(context.workspace.relationsOfIssue.of(issue), args, context),
  inverseRelations: (issue, args, context) =>
    listRelations(context.workspace.inverseRelationsOfIssue.of(issue), args, context),
  attachments: (issue, args, context) => {
    const { attachments, attachmentsOfIssue } = context.workspace;
    const source = groupSource('Attachment', attachments, attachmentsOfIssue.of(issue));
    const only = (row: Attachment) => seesAttachment(row, context);
    return list({ source, filter: 'AttachmentFilter', only }, args, context);
  },
  documents: (issue, args, context) => listDocuments(args, context, (document) => document.issue === issue),
  ...historyLists,
};

const commentFields: Record<string, Resolve<Comment>> = {
  issueId: (comment) => comment.issue?.id ?? null,
  parentId: (comment) => comment.parent?.id ?? null,
  projectId: (comment) => comment.project?.id ?? null,
  url: (comment, _args, { workspace }) => commentUrl(comment, workspace.organization.urlKey),
};

const commentLists: Record<string, Resolve<Comment, PageArguments>> = {
  children: (comment, args, context) => {
    const thread = context.workspace.threadOf(comment);
    return listComments(
      thread.filter((each) => each.parent === comment),
      args,
      context,
    );
  },
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
