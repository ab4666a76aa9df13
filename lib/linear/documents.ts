/**
 * Our own documents: Linear's SDK asks for 59 leaves and 21 objects an issue, most of which nobody needs.
 * `issues` and `Issue.labels` are the two connections whose cost does not grow with `first`, so no other connection
 * is asked for inside an issue.
 */
export const issueFields = `
  fragment IssueFields on Issue {
    id identifier previousIdentifiers title url priority estimate dueDate
    createdAt updatedAt archivedAt completedAt trashed
    team { id key name }
    state { id name type color }
    assignee { id name email }
    labels(first: 250) { nodes { id name color } pageInfo { hasNextPage endCursor } }
    project { id name }
    cycle { id number name }
    parent { id identifier }
  }
`;

/** Texts are asked for only where they are mirrored: they are most of an answer's size. */
const page = 'nodes { ...IssueFields description @include(if: $withDescription) } pageInfo { hasNextPage endCursor }';
const teamPage = `
  nodes { id key name color description icon visibility createdAt updatedAt archivedAt issueCount(includeArchived: true) }
  pageInfo { hasNextPage endCursor }`;
const statePage = `
  nodes { id name type color position description createdAt updatedAt archivedAt team { id } }
  pageInfo { hasNextPage endCursor }`;

/**
 * What a run begins with, in one request: the head of what changed, the head of what was archived, issues that came
 * back or failed before, states that changed, and the teams.
 */
export const lookDocument = `
  query Look(
    $first: Int!, $changedFirst: Int!, $changed: IssueFilter!, $archived: IssueFilter!, $outside: IssueFilter!, $restored: IssueFilter!, $retried: IssueFilter!,
    $states: WorkflowStateFilter!, $withArchived: Boolean!, $withOutside: Boolean!, $withRestored: Boolean!, $withRetried: Boolean!, $withDescription: Boolean!
  ) {
    organization { id name urlKey }
    teams(first: 250) { ${teamPage} }
    workflowStates(first: 50, orderBy: updatedAt, includeArchived: true, filter: $states) { ${statePage} }
    changed: issues(first: $changedFirst, orderBy: updatedAt, includeArchived: true, filter: $changed) { ${page} }
    archived: issues(first: $first, includeArchived: true, filter: $archived) @include(if: $withArchived) { ${page} }
    outside: issues(first: $first, orderBy: updatedAt, includeArchived: true, filter: $outside) @include(if: $withOutside) { ${page} }
    restored: issues(first: 250, filter: $restored) @include(if: $withRestored) { ${page} }
    retried: issues(first: 250, includeArchived: true, filter: $retried) @include(if: $withRetried) { ${page} }
  }
  ${issueFields}
`;

export const issuesDocument = `
  query Issues($first: Int!, $orderBy: PaginationOrderBy!, $filter: IssueFilter!, $withDescription: Boolean!) {
    issues(first: $first, orderBy: $orderBy, includeArchived: true, filter: $filter) { ${page} }
  }
  ${issueFields}
`;

/** The teams ride along: an issue that is not answered may be deleted, or may be of a team that the key lost meanwhile. */
export const issuesByIdDocument = `
  query IssuesById($ids: IssueFilter!, $teams: TeamFilter!, $withDescription: Boolean!) {
    teams(first: 250, filter: $teams) { nodes { id } }
    issues(first: 250, includeArchived: true, filter: $ids) { ${page} }
  }
  ${issueFields}
`;

/** For the rare issue with more labels than one page of them holds. */
export const moreLabelsDocument = `
  query MoreLabels($id: String!, $after: String!) {
    issue(id: $id) { id labels(first: 250, after: $after) { nodes { id name color } pageInfo { hasNextPage endCursor } } }
  }
`;

export const teamsDocument = `
  query Teams($after: String) { teams(first: 250, after: $after) { ${teamPage} } }
`;

export const statesDocument = `
  query States($after: String) { workflowStates(first: 250, after: $after, includeArchived: true) { ${statePage} } }
`;

export const probeDocument = `
  query Probe {
    viewer { name email }
    organization { id name urlKey }
    teams(first: 250) { ${teamPage} }
    workflowStates(first: 250, includeArchived: true) { ${statePage} }
  }
`;
