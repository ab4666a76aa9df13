import { z } from 'zod';
import { cleanText } from './clean-text';
import type { LinearClient, Reply } from './client';
import { statesDocument, teamsDocument } from './documents';
import { instant } from './instant';
import { linearError } from './linear-errors';
import type { RemoteState, RemoteTeam, Workspace } from './types';

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

const workspaceShape = z.object({ id: z.string(), name: cleanText, urlKey: z.string() });

const dated = { createdAt: instant, updatedAt: instant, archivedAt: instant.nullable() };

const teamShape = z
  .object({
    id: z.string(),
    key: z.string(),
    name: cleanText,
    color: z.string().nullable(),
    description: cleanText.nullable(),
    icon: z.string().nullable(),
    visibility: z.string(),
    issueCount: z.number(),
    ...dated,
  })
  .transform(({ visibility, ...team }) => ({ ...team, private: visibility === 'private' }));

const stateShape = z
  .object({
    id: z.string(),
    name: cleanText,
    type: z.string(),
    color: z.string(),
    position: z.number(),
    description: cleanText.nullable(),
    team: z.object({ id: z.string() }),
    ...dated,
  })
  .transform(({ team, ...state }) => ({ ...state, teamId: team.id }));

/** Just enough to see whether there is more. */
export const statePage = z.object({ pageInfo });

export function readWorkspace(reply: Reply): Workspace {
  return parse(workspaceShape, reply, 'organization');
}

/** All teams that the key can see. The first page rides in `reply`. */
export function readTeams(client: LinearClient, reply: Reply, signal: AbortSignal): Promise<RemoteTeam[]> {
  return readAll(client, reply, 'teams', teamShape, teamsDocument, signal);
}

export function readStates(client: LinearClient, reply: Reply, signal: AbortSignal): Promise<RemoteState[]> {
  return readAll(client, reply, 'workflowStates', stateShape, statesDocument, signal);
}

/** A few rows that seldom move: here a cursor is good enough. */
async function readAll<T extends { id: string }>(
  client: LinearClient,
  first: Reply,
  field: string,
  item: z.ZodType<T>,
  document: string,
  signal: AbortSignal,
): Promise<T[]> {
  const shape = z.object({ nodes: z.array(item), pageInfo });
  const found = new Map<string, T>();
  for (let page = parse(shape, first, field); ; ) {
    const before = found.size;
    for (const node of page.nodes) found.set(node.id, node);
    if (!page.pageInfo.hasNextPage) return [...found.values()];
    if (!page.pageInfo.endCursor || found.size === before) throw linearError('linear_bad_answer', `${field} never end`);
    page = parse(shape, await client.ask(document, { after: page.pageInfo.endCursor }, signal), field);
  }
}

export function parse<T>(shape: z.ZodType<T>, reply: Reply, field: string): T {
  const error = reply.errors.find(({ path }) => path?.[0] === field || !path);
  if (error) throw linearError('linear_bad_answer', error.message.slice(0, 300));
  const parsed = shape.safeParse(reply.data[field]);
  if (!parsed.success) throw linearError('linear_bad_answer', field, parsed.error);
  return parsed.data;
}
