import type { Attachment, Document, Notification } from './activity-model';
import type { Comment, Issue, IssueRelation, Project, ProjectMilestone } from './model';
import type { ResolverContext } from './resolver-context';

/** A row is there for a key when a team that it belongs to is: through its issue, its project or on its own. */
type Sees<Item> = (row: Item, context: ResolverContext) => boolean;

export const seesIssue: Sees<Issue> = (issue, { visibleTeams }) => visibleTeams.has(issue.team);

export const seesProject: Sees<Project> = (project, { visibleTeams }) =>
  project.teams.some((team) => visibleTeams.has(team));

export const seesMilestone: Sees<ProjectMilestone> = (milestone, context) => seesProject(milestone.project, context);

export const seesComment: Sees<Comment> = ({ issue, project }, context) =>
  (issue === null || seesIssue(issue, context)) && (project === null || seesProject(project, context));

export const seesAttachment: Sees<Attachment> = (attachment, context) => seesIssue(attachment.issue, context);

/** Both ends: a relation that named a hidden issue would tell of it. */
export const seesRelation: Sees<IssueRelation> = (relation, context) =>
  seesIssue(relation.issue, context) && seesIssue(relation.relatedIssue, context);

export const seesDocument: Sees<Document> = ({ project, issue, team }, context) =>
  (project === null || seesProject(project, context)) &&
  (issue === null || seesIssue(issue, context)) &&
  (team === null || context.visibleTeams.has(team));

/** An inbox is its owner's, and of nobody else. */
export const seesNotification: Sees<Notification> = ({ user, issue, project }, context) =>
  user === context.key.user &&
  (issue === null || seesIssue(issue, context)) &&
  (project === null || seesProject(project, context));
