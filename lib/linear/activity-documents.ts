/**
 * Sizes by Linear's rule of complexity (a nested connection costs `first` times its selection): a page of comments is about
 * 340 points. The issues of a page are not multiplied today; 25 of them stay under 10,000 points even where they are.
 */
export const remarksPage = 100;
export const activityPage = 25;

const pageInfo = 'pageInfo { hasNextPage endCursor }';
const stays = `nodes { startedAt endedAt state { type } } ${pageInfo}`;
const changes = `nodes { createdAt actorId fromAssigneeId toAssigneeId } ${pageInfo}`;

/** Who it is, and where they said something. A comment does not count as a change of its issue, so they are asked for alone. */
export const remarksDocument = `
  query Remarks($users: UserFilter!, $comments: CommentFilter!, $after: String) {
    users(first: 2, filter: $users) { nodes { id name } }
    comments(first: ${remarksPage}, after: $after, orderBy: createdAt, filter: $comments) {
      nodes { createdAt issue { id } } ${pageInfo}
    }
  }
`;

export const activityDocument = `
  query Activity($filter: IssueFilter!, $after: String) {
    issues(first: ${activityPage}, after: $after, orderBy: createdAt, includeArchived: true, filter: $filter) {
      nodes {
        id identifier createdAt archivedAt
        assignee { id }
        stateHistory(first: 50) { ${stays} }
        history(first: 50, orderBy: createdAt) { ${changes} }
      }
      ${pageInfo}
    }
  }
`;

/** For the rare issue that was moved to and fro more often than a page holds. */
export const moreActivityDocument = `
  query MoreActivity($id: String!, $stays: String, $changes: String, $withStays: Boolean!, $withChanges: Boolean!) {
    issue(id: $id) {
      id
      stateHistory(first: 250, after: $stays) @include(if: $withStays) { ${stays} }
      history(first: 250, after: $changes, orderBy: createdAt) @include(if: $withChanges) { ${changes} }
    }
  }
`;
