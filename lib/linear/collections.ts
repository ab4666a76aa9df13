import { z } from 'zod';
import type { LinearClient } from './client';
import { type Definition, definitions, type Filter, organizationSelection } from './collections-fields';
import { parseObject, readObjectPage } from './collections-page';
import type { MirroredCollection, ObjectPage } from './collections-types';
import { linearError } from './linear-errors';

export interface ObjectRange {
  /** Null: all that the key can see. */
  teamIds: string[] | null;
  /** Which of Linear's stamps the page is cut by, newest first. */
  by: 'createdAt' | 'updatedAt';
  /** Of that stamp; not below it. */
  from?: string | null;
  /** Only what is stamped before this instant … */
  before?: string | null;
  /** … and, at its last millisecond, only what was not seen yet. */
  exceptIds?: string[];
  /** A cursor of Linear's: where a collection has no filter there is no other way. */
  after?: string | null;
}

const pageInfo = 'pageInfo { hasNextPage endCursor }';
const nothing: ObjectPage = { objects: [], unreadable: [], rows: [], hasNextPage: false, endCursor: null };

/** Whether pages of it can be asked for by stamp, by id and by team. */
export function hasFilter(collection: MirroredCollection): boolean {
  return collection !== 'organization' && definitions[collection].filterType !== null;
}

/** One page of a collection, newest first, archived objects included. */
export async function readObjects(
  client: LinearClient,
  collection: MirroredCollection,
  range: ObjectRange,
  signal: AbortSignal,
): Promise<ObjectPage> {
  if (collection === 'organization') return readOrganization(client, signal);
  const definition = definitions[collection];
  const variables = {
    first: client.pageSize,
    orderBy: range.by,
    after: range.after ?? null,
    ...(definition.filterType === null ? {} : { filter: objectFilter(definition, range) }),
  };
  const reply = await client.ask(pageDocument(definition), variables, signal);
  return readObjectPage(client, reply, { collection, field: definition.field, teamIds: range.teamIds }, signal);
}

/**
 * At most one page of objects by their ids. What is not answered is deleted, may not be seen, or is of no asked team.
 * Relations are asked for one by one: Linear has no filter for them. Where their issues are known see `readRelationsOf`.
 */
export async function readObjectsById(
  client: LinearClient,
  collection: MirroredCollection,
  ids: string[],
  signal: AbortSignal,
  teamIds: string[] | null = null,
): Promise<ObjectPage> {
  if (ids.length === 0) return nothing;
  if (collection === 'organization') return readOrganization(client, signal);
  const definition = definitions[collection];
  if (definition.filterType === null) return readOneByOne(client, ids, teamIds, signal);
  const filter = { id: { in: ids }, ...(teamIds ? definition.inTeams?.(teamIds) : {}) };
  const variables = { first: client.pageSize, orderBy: 'createdAt', after: null, filter };
  const reply = await client.ask(pageDocument(definition), variables, signal);
  return readObjectPage(client, reply, { collection, field: definition.field, teamIds }, signal);
}

/** Linear's filter for a range. Conditions in one object are AND-ed. */
export function objectFilter({ inTeams }: Definition, range: ObjectRange): Filter {
  const stamps: Filter = {};
  if (range.from) stamps['gte'] = range.from;
  if (range.before) stamps['lt'] = range.before;
  const filter: Filter = { ...(range.teamIds ? inTeams?.(range.teamIds) : {}) };
  if (Object.keys(stamps).length > 0) filter[range.by] = stamps;
  if (range.exceptIds && range.exceptIds.length > 0) filter['id'] = { nin: range.exceptIds };
  return filter;
}

export function pageDocument(definition: Definition): string {
  const { field, selection, args = '', filterType } = definition;
  const declared = filterType === null ? '' : `, $filter: ${filterType}`;
  const filter = filterType === null ? '' : 'filter: $filter';
  return `
    query Objects($first: Int!, $orderBy: PaginationOrderBy!, $after: String${declared}) {
      ${field}(first: $first, orderBy: $orderBy, after: $after, includeArchived: true ${args} ${filter}) { nodes { ${selection} } ${pageInfo} }
    }
  `;
}

async function readOrganization(client: LinearClient, signal: AbortSignal): Promise<ObjectPage> {
  const reply = await client.ask(`query Organization { organization { ${organizationSelection} } }`, {}, signal);
  return organizationPage(reply.data['organization']);
}

export function organizationPage(node: unknown): ObjectPage {
  const parsed = parseObject('organization', node);
  if ('message' in parsed) return { ...nothing, unreadable: [parsed] };
  return { ...nothing, objects: [parsed], rows: [parsed] };
}

/** All relations of these issues, in one request. `cutIssueIds`: issues with more of them than a page holds. */
export async function readRelationsOf(
  client: LinearClient,
  issueIds: string[],
  signal: AbortSignal,
  teamIds: string[] | null = null,
): Promise<ObjectPage & { cutIssueIds: Set<string> }> {
  const { selection } = definitions['issue-relations'];
  const reply = await client.ask(
    `query RelationsOf($ids: IssueFilter!) {
      issues(first: 250, includeArchived: true, filter: $ids) {
        nodes { id relations(first: 250, includeArchived: true) { nodes { ${selection} } ${pageInfo} } }
      }
    }`,
    { ids: { id: { in: issueIds } } },
    signal,
  );
  const shape = z.object({ nodes: z.array(z.object({ id: z.string(), relations: z.unknown() })) });
  const issues = shape.safeParse(reply.data['issues']);
  if (!issues.success || reply.errors.length > 0) throw linearError('linear_bad_answer', 'relations', issues.error);
  const all = {
    ...nothing,
    objects: [...nothing.objects],
    unreadable: [...nothing.unreadable],
    rows: [...nothing.rows],
  };
  const cutIssueIds = new Set<string>();
  for (const { id, relations } of issues.data.nodes) {
    const field = 'relations';
    const inner = { ...reply, data: { [field]: relations } };
    const page = await readObjectPage(client, inner, { collection: 'issue-relations', field, teamIds }, signal);
    all.objects.push(...page.objects);
    all.unreadable.push(...page.unreadable);
    all.rows.push(...page.rows);
    if (page.hasNextPage) cutIssueIds.add(id);
  }
  return { ...all, cutIssueIds };
}

async function readOneByOne(
  client: LinearClient,
  ids: string[],
  teamIds: string[] | null,
  signal: AbortSignal,
): Promise<ObjectPage> {
  const { selection } = definitions['issue-relations'];
  const document = `query Relation($id: String!) { issueRelation(id: $id) { ${selection} } }`;
  const nodes: unknown[] = [];
  for (const id of ids) {
    const reply = await client.ask(document, { id }, signal).catch(orUnknown);
    if (reply) nodes.push(reply.data['issueRelation']);
  }
  const field = 'nodes';
  const data = { [field]: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } };
  const reply = { data, errors: [] };
  return readObjectPage(client, reply, { collection: 'issue-relations', field, teamIds }, signal);
}

/** What Linear does not know it refuses, in so many words. */
function orUnknown(error: unknown): null {
  if (error instanceof Error && /entity not found/i.test(error.message)) return null;
  throw error;
}
