import { z } from 'zod';
import type { LinearClient } from './client';
import { objectShapes, teamPage } from './collections-shapes';
import type { MirroredCollection, ObjectPage, RemoteObject, UnreadableObject } from './collections-types';
import { instant } from './instant';
import { linearError } from './linear-errors';
import type { Answer } from './read-answer';

const pageShape = z.object({
  nodes: z.array(z.unknown()),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});

const moreTeamsDocument = `
  query MoreTeams($id: String!, $after: String!) {
    project(id: $id) { id teams(first: 250, after: $after) { nodes { id key name } pageInfo { hasNextPage endCursor } } }
  }
`;

/** What one object, broken or not, is known by. */
const identity = z.object({
  id: z.string().min(1),
  createdAt: instant.nullish().catch(null),
  updatedAt: instant.nullish().catch(null),
});

/** Reads the page that an answer holds under `field`. What cannot be understood spoils itself alone. */
export async function readObjectPage(
  client: LinearClient,
  reply: Answer,
  { collection, field, teamIds }: { collection: MirroredCollection; field: string; teamIds: string[] | null },
  signal: AbortSignal,
): Promise<ObjectPage> {
  const shape = pageShape.safeParse(reply.data[field]);
  const spoiled = spoiledNodes(reply, field);
  if (!shape.success) throw linearError('linear_bad_answer', `${field} is missing`, shape.error);
  const { nodes, pageInfo } = shape.data;
  if (pageInfo.hasNextPage && (!pageInfo.endCursor || nodes.length === 0))
    throw linearError('linear_bad_answer', 'a page says there is more, but not where');
  const page: ObjectPage = {
    objects: [],
    unreadable: [],
    rows: [],
    hasNextPage: pageInfo.hasNextPage,
    endCursor: pageInfo.endCursor ?? null,
  };
  for (const [index, node] of nodes.entries()) {
    const fault = spoiled.get(index);
    const parsed = fault === undefined ? parseObject(collection, node) : inPart(node, fault);
    if ('message' in parsed) page.unreadable.push(parsed);
    else {
      page.rows.push(parsed);
      const object = collection === 'projects' ? await withAllTeams(client, parsed, node, signal) : parsed;
      if (isWanted(object, teamIds)) page.objects.push(object);
    }
  }
  return page;
}

/** One node by itself. */
export function parseObject(collection: MirroredCollection, node: unknown): RemoteObject | UnreadableObject {
  const parsed = objectShapes[collection].safeParse(node);
  if (parsed.success) return parsed.data;
  const what = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return unreadable(node, `Linear sent it in a form that cannot be read (${what.slice(0, 300)}).`);
}

function inPart(node: unknown, fault: string): UnreadableObject {
  return unreadable(node, `Linear sent it in part: ${fault}`);
}

function unreadable(node: unknown, message: string): UnreadableObject {
  const known = identity.safeParse(node);
  if (!known.success) throw linearError('linear_bad_answer', 'an object without id');
  const { id, createdAt, updatedAt } = known.data;
  return { id, createdAt: createdAt ?? null, updatedAt: updatedAt ?? null, message };
}

function isWanted({ ofTeams }: RemoteObject, teamIds: string[] | null): boolean {
  return teamIds === null || ofTeams === null || ofTeams.some((id) => teamIds.includes(id));
}

/** Errors beside data name the node that they spoil; one that names none spoils the page. */
function spoiledNodes(reply: Answer, field: string): Map<number, string> {
  const spoiled = new Map<number, string>();
  for (const { path, message } of reply.errors) {
    const [root, nodes, index] = path ?? [];
    if (root === field && nodes === 'nodes' && typeof index === 'number') spoiled.set(index, message.slice(0, 300));
    else if (root === field || root === undefined) throw linearError('linear_bad_answer', message.slice(0, 300));
  }
  return spoiled;
}

/** For the rare project in more teams than ride along. */
async function withAllTeams(
  client: LinearClient,
  project: RemoteObject,
  node: unknown,
  signal: AbortSignal,
): Promise<RemoteObject> {
  const { pageInfo, nodes } = z.object({ teams: teamPage }).parse(node).teams;
  const teams = new Map(nodes.map((team) => [team.id, team]));
  for (let after = pageInfo.hasNextPage ? pageInfo.endCursor : null; after; ) {
    const { data } = await client.ask(moreTeamsDocument, { id: project.id, after }, signal);
    const more = z.object({ project: z.object({ teams: teamPage }) }).safeParse(data);
    if (!more.success) throw linearError('linear_bad_answer', 'teams', more.error);
    const before = teams.size;
    for (const team of more.data.project.teams.nodes) teams.set(team.id, team);
    const { hasNextPage, endCursor } = more.data.project.teams.pageInfo;
    // A cursor that is ignored would go round for ever.
    after = hasNextPage && teams.size > before ? endCursor : null;
  }
  return { ...project, data: { ...project.data, teams: [...teams.values()] } };
}
