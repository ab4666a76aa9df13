import type { LinearClient } from './client';
import { otherIssue, otherIssueShape, type RemoteRelation } from './live-issue';
import { parse } from './read-lists';

const namedIssueDocument = `query NamedIssue($id: String!) { issue(id: $id) { ${otherIssue} } }`;

/** An issue by its UUID or identifier, a former one too. Throws what Linear says when there is none. */
export async function readIssueName(
  client: LinearClient,
  name: string,
  signal: AbortSignal,
): Promise<RemoteRelation['issue']> {
  return parse(otherIssueShape, await client.ask(namedIssueDocument, { id: name }, signal), 'issue');
}
