import type { Issue } from './model';
import { issueUrl } from './urls';

/** One issue as plain JSON, as an importer should have understood it. */
export function plainIssue(issue: Issue, urlKey: string) {
  const { id, identifier, number, title, description, priority, estimate, dueDate, previousIdentifiers, trashed } =
    issue;
  const { createdAt, updatedAt, archivedAt, startedAt, completedAt, canceledAt, team, state, labels } = issue;
  return {
    ...{ id, identifier, number, title, description, priority, estimate, dueDate, previousIdentifiers, trashed },
    ...{ createdAt, updatedAt, archivedAt, startedAt, completedAt, canceledAt },
    url: issueUrl(issue, urlKey),
    team: { id: team.id, key: team.key, name: team.name },
    state: { id: state.id, name: state.name, type: state.type },
    assignee: issue.assignee && { id: issue.assignee.id, name: issue.assignee.name, email: issue.assignee.email },
    parent: issue.parent && { id: issue.parent.id, identifier: issue.parent.identifier },
    project: issue.project && { id: issue.project.id, name: issue.project.name },
    cycle: issue.cycle && { id: issue.cycle.id, number: issue.cycle.number, name: issue.cycle.name },
    labels: labels.map(({ id: labelId, name, color }) => ({ id: labelId, name, color })),
  };
}
