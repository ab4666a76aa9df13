import { z } from 'zod';
import type { LinearClient, Reply } from './client';
import { moreLabelsDocument } from './documents';
import { linearError } from './linear-errors';
import { describeUnreadable, labelPage, parseIssue } from './parse-issue';
import type { IssuePage, RemoteIssue } from './types';

const pageShape = z.object({
  nodes: z.array(z.unknown()),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});

/**
 * Reads the issue page that an answer holds under `field`. Errors beside the data spoil just the issues whose path
 * they name: a null there may be a lie, so those are set aside as unreadable; an error without such a path spoils the page.
 */
export async function readIssuePage(
  client: LinearClient,
  reply: Reply,
  field: string,
  signal: AbortSignal,
): Promise<IssuePage> {
  const shape = pageShape.safeParse(reply.data[field]);
  if (!shape.success) throw linearError('linear_bad_answer', `${field} is missing`, shape.error);
  const { nodes, pageInfo } = shape.data;
  // Linear promises a cursor here. One that is missing once meant "the end" to others, who then removed all they had not seen.
  if (pageInfo.hasNextPage && !pageInfo.endCursor)
    throw linearError('linear_bad_answer', 'a page says there is more, but not where');
  if (pageInfo.hasNextPage && nodes.length === 0)
    throw linearError('linear_bad_answer', 'an empty page says there is more');
  const spoiled = spoiledNodes(reply, field);
  const { askedAt } = reply;
  const page: IssuePage = { askedAt, issues: [], unreadable: [], hasNextPage: pageInfo.hasNextPage };
  for (const [index, node] of nodes.entries()) {
    const fault = spoiled.get(index);
    const parsed =
      fault !== undefined ? describeUnreadable(node, `Linear sent it in part: ${fault}`) : parseIssue(node);
    if (!parsed) throw linearError('linear_bad_answer', 'an issue without id');
    if (parsed.kind === 'unreadable') page.unreadable.push(parsed.issue);
    else
      page.issues.push(
        parsed.labelsAfter ? await withAllLabels(client, parsed.issue, parsed.labelsAfter, signal) : parsed.issue,
      );
  }
  return page;
}

function spoiledNodes(reply: Reply, field: string): Map<number, string> {
  const spoiled = new Map<number, string>();
  for (const { path, message } of reply.errors) {
    const [root, nodes, index] = path ?? [];
    if (root === field && nodes === 'nodes' && typeof index === 'number') spoiled.set(index, message.slice(0, 300));
    else if (root === field || root === undefined) throw linearError('linear_bad_answer', message.slice(0, 300));
  }
  return spoiled;
}

export async function withAllLabels(
  client: LinearClient,
  issue: RemoteIssue,
  first: string,
  signal: AbortSignal,
): Promise<RemoteIssue> {
  const labels = new Map(issue.labels.map((label) => [label.id, label]));
  for (let after: string | null = first; after; ) {
    const { data } = await client.ask(moreLabelsDocument, { id: issue.id, after }, signal);
    const more = z.object({ issue: z.object({ labels: labelPage }) }).safeParse(data);
    if (!more.success) throw linearError('linear_bad_answer', 'labels', more.error);
    const { nodes, pageInfo } = more.data.issue.labels;
    const before = labels.size;
    for (const label of nodes) labels.set(label.id, label);
    // A cursor that is ignored would go round for ever.
    after = pageInfo.hasNextPage && labels.size > before ? (pageInfo.endCursor ?? null) : null;
  }
  return { ...issue, labels: [...labels.values()] };
}
