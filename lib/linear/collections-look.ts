import { AppError } from '@/lib/errors/app-error';
import type { LinearClient, Reply } from './client';
import { objectFilter, organizationPage } from './collections';
import { definitions, type Filter, organizationSelection } from './collections-fields';
import { readObjectPage } from './collections-page';
import type { MirroredCollection, ObjectPage } from './collections-types';

/** So many of the newest changes of each collection ride along: full rows, whose cost grows with their number. */
export const lookRows = 25;

export interface LookAsk {
  collection: MirroredCollection;
  /** Of `updatedAt`. Null, and wherever there is no filter: the newest whatever their age. */
  from: string | null;
  /** Of what moves without a stamp those that are read again in any case. Null: all of it is asked for, as far as it fits the page. */
  inTurn: string[] | null;
}

/** Besides the newest changes; see `LookAsk`. */
export const mostInTurn = 50;

export interface CollectionsLook {
  pages: Map<MirroredCollection, ObjectPage>;
  /** What Linear would not answer, by collection: the others are not held up by it. */
  refusals: Map<MirroredCollection, AppError>;
  serverDate: Date | null;
}

/** What changed in all of these collections, in one request as long as Linear refuses none of them. */
export async function lookAtCollections(
  client: LinearClient,
  asks: LookAsk[],
  teamIds: string[] | null,
  signal: AbortSignal,
): Promise<CollectionsLook> {
  const found: CollectionsLook = { pages: new Map(), refusals: new Map(), serverDate: null };
  for (let groups = asks.length > 0 ? [asks] : []; groups.length > 0; ) {
    const [group = [], ...others] = groups;
    const reply = await askFor(client, group, teamIds, signal).catch(orRefusal);
    if (reply instanceof AppError) {
      const left = withoutRefused(group, reply, found);
      groups = [...left, ...others];
      continue;
    }
    found.serverDate = reply.serverDate ?? found.serverDate;
    for (const ask of group) await readAnswerOf(client, ask, reply, { teamIds, found, signal });
    groups = others;
  }
  return found;
}

const refusing = ['linear_forbidden', 'linear_scope_missing', 'linear_plan_limit', 'linear_query_refused'];

/** Linear's no to what was asked for, not to the key as a whole. */
export function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && refusing.includes(error.code);
}

function orRefusal(error: unknown): AppError {
  if (isRefusal(error)) return error;
  throw error;
}

/** A refusal names the field it means, or else each is asked for by itself. */
function withoutRefused(group: LookAsk[], refusal: AppError, { refusals }: CollectionsLook): LookAsk[][] {
  const field = refusedField(refusal);
  const named = group.find(({ collection }) => field === fieldOf(collection) || field === turnOf(collection));
  const [only, ...others] = group;
  const refused = named ?? (others.length === 0 ? only : undefined);
  if (!refused) return group.map((ask) => [ask]);
  refusals.set(refused.collection, refusal);
  const left = group.filter((ask) => ask !== refused);
  return left.length > 0 ? [left] : [];
}

function refusedField({ cause }: AppError): unknown {
  const path = typeof cause === 'object' && cause !== null && 'path' in cause ? cause.path : null;
  return Array.isArray(path) ? path[0] : undefined;
}

async function readAnswerOf(
  client: LinearClient,
  { collection, inTurn }: LookAsk,
  reply: Reply,
  { teamIds, found, signal }: { teamIds: string[] | null; found: CollectionsLook; signal: AbortSignal },
): Promise<void> {
  try {
    const page =
      collection === 'organization'
        ? organizationPage(reply.data['organization'])
        : await readObjectPage(client, reply, { collection, field: fieldOf(collection), teamIds }, signal);
    if (inTurn !== null) {
      const field = turnOf(collection);
      const { objects } = await readObjectPage(client, reply, { collection, field, teamIds }, signal);
      const known = new Set(page.objects.map(({ id }) => id));
      // What is broken in it is left to the full pass: it has no place among the changes.
      page.objects.push(...objects.filter(({ id }) => !known.has(id)));
    }
    found.pages.set(collection, page);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'linear_bad_answer') throw error;
    found.refusals.set(collection, error);
  }
}

function askFor(client: LinearClient, asks: LookAsk[], teamIds: string[] | null, signal: AbortSignal): Promise<Reply> {
  const first = Math.min(lookRows, client.pageSize);
  const filters: Record<string, Filter> = {};
  for (const { collection, from, inTurn } of asks) {
    if (collection === 'organization' || definitions[collection].filterType === null) continue;
    const { moving } = definitions[collection];
    const changed = objectFilter(definitions[collection], { by: 'updatedAt', from, teamIds });
    const { updatedAt, ...wanted } = changed;
    const isAllAsked = moving && updatedAt && inTurn === null;
    filters[fieldOf(collection)] = isAllAsked ? { ...wanted, or: [{ updatedAt }, moving] } : changed;
    if (inTurn !== null) filters[turnOf(collection)] = { ...wanted, id: { in: inTurn } };
  }
  const collections = asks.map(({ collection }) => collection);
  const turns = asks.flatMap(({ collection, inTurn }) => (inTurn === null ? [] : [collection]));
  return client.ask(lookAtCollectionsDocument(collections, turns), { first, ...filters }, signal);
}

function turnOf(collection: MirroredCollection): string {
  return `${fieldOf(collection)}InTurn`;
}

export function lookAtCollectionsDocument(collections: MirroredCollection[], turns: MirroredCollection[] = []): string {
  const declared = collections.flatMap((collection) => {
    const filterType = collection === 'organization' ? null : definitions[collection].filterType;
    if (filterType === null) return [];
    const turn = turns.includes(collection) ? [`, $${turnOf(collection)}: ${filterType}`] : [];
    return [`, $${fieldOf(collection)}: ${filterType}`, ...turn];
  });
  const pages = collections.some((collection) => collection !== 'organization');
  const variables = [...(pages ? ['$first: Int!'] : []), ...declared].join('');
  const fields = collections.map((collection) => {
    if (collection === 'organization') return `organization { ${organizationSelection} }`;
    const { field, selection, args = '', filterType } = definitions[collection];
    const filter = filterType === null ? '' : `filter: $${field}`;
    const rest = `{ nodes { ${selection} } pageInfo { hasNextPage endCursor } }`;
    const changed = `${field}(first: $first, orderBy: updatedAt, includeArchived: true ${args} ${filter}) ${rest}`;
    if (!turns.includes(collection)) return changed;
    const turn = turnOf(collection);
    return `${changed}\n${turn}: ${field}(first: ${mostInTurn}, includeArchived: true ${args} filter: $${turn}) ${rest}`;
  });
  return `query LookAtCollections${variables === '' ? '' : `(${variables})`} { ${fields.join('\n')} }`;
}

function fieldOf(collection: MirroredCollection): string {
  return collection === 'organization' ? collection : definitions[collection].field;
}
