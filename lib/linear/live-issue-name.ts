import { z } from 'zod';
import type { LinearClient } from './client';
import { otherIssue, otherIssueShape, type RemoteRelation } from './live-issue';
import { parse } from './read-lists';

export type NamedIssue = RemoteRelation['issue'];

const namedIssueDocument = `query NamedIssue($id: String!) { issue(id: $id) { ${otherIssue} team { id } } }`;
const shape = otherIssueShape.extend({ team: z.object({ id: z.string() }) });

/** An issue by its UUID or identifier, a former one too. Throws what Linear says when there is none. */
export async function readIssueName(
  client: LinearClient,
  name: string,
  signal: AbortSignal,
): Promise<{ issue: NamedIssue; teamId: string }> {
  const reply = await client.ask(namedIssueDocument, { id: name }, signal);
  const { team, ...issue } = parse(shape, reply, 'issue');
  return { issue, teamId: team.id };
}
