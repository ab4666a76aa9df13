import type { LinearCollection } from '@/lib/contracts/linear-collection';
import { db, type Tx } from './client';
import { Prisma } from './generated/client';
import { type ListSource, listSource } from './linear-list-source';
import { allOf, anyOf, contains } from './where';

/** Every given condition holds; within a list any value will do. Only what the collection's source can find by. */
export interface LinearFilter {
  ids?: string[] | undefined;
  teamIds?: string[] | undefined;
  projectIds?: string[] | undefined;
  issueIds?: string[] | undefined;
  /** As Linear writes instants. Up to, not including, `updatedTo`. */
  updatedFrom?: string | undefined;
  updatedTo?: string | undefined;
  liveOnly?: boolean | undefined;
  /** All must occur. */
  words?: string[] | undefined;
}

export interface LinearPosition {
  id: string;
  /** Empty where Linear has not said it. */
  updatedAt: string;
}

export interface LinearPage {
  connectionId: string;
  collection: LinearCollection;
  filter: LinearFilter;
  /** Where the page before ended. */
  after: LinearPosition | null;
  limit: number;
}

/**
 * Which objects a page holds, the newest change first; what they are is read by `listLinearObjects`. An index holds this
 * order for each collection, so a page without filters reads as many rows as it shows.
 */
export function listNewest(page: LinearPage, tx: Tx = db()): Promise<LinearPosition[]> {
  const source = listSource(page.collection);
  // What hangs on one issue is little: sorted, it is found by the index of the issues. By itself SQLite takes that of the order.
  const updatedAt = page.filter.issueIds ? Prisma.sql`coalesce(${source.updatedAt}, '')` : source.updatedAt;
  const after = page.after && Prisma.sql`(${updatedAt}, ${source.id}) < (${page.after.updatedAt}, ${page.after.id})`;
  return tx.$queryRaw<LinearPosition[]>`
    SELECT ${source.id} AS id, ${updatedAt} AS "updatedAt" FROM ${source.from}
    WHERE ${allOf([ofConnection(source, page), ...conditions(source, page.filter), after])}
    ORDER BY ${updatedAt} DESC, ${source.id} DESC LIMIT ${page.limit}`;
}

/** All of a collection, page by page, in the order of their ids: nothing that changes meanwhile moves in it. */
export function listById(
  page: Pick<LinearPage, 'connectionId' | 'collection' | 'limit'> & { afterId: string },
  tx: Tx = db(),
): Promise<{ id: string }[]> {
  const source = listSource(page.collection);
  return tx.$queryRaw<{ id: string }[]>`
    SELECT ${source.id} AS id FROM ${source.from}
    WHERE ${allOf([ofConnection(source, page), source.byId, Prisma.sql`${source.id} > ${page.afterId}`])}
    ORDER BY ${source.id} LIMIT ${page.limit}`;
}

/** Those of the ids that are there. */
export async function listPresent(
  { connectionId, collection, ids }: { connectionId: string; collection: LinearCollection; ids: string[] },
  tx: Tx = db(),
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const source = listSource(collection);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT ${source.id} AS id FROM ${source.from}
    WHERE ${allOf([ofConnection(source, { connectionId }), source.byId, Prisma.sql`${source.id} IN (${Prisma.join(ids)})`])}`;
  return new Set(rows.map(({ id }) => id));
}

function ofConnection({ where }: ListSource, { connectionId }: { connectionId: string }): Prisma.Sql {
  return Prisma.sql`connection_id = ${connectionId} AND ${where}`;
}

function conditions(source: ListSource, filter: LinearFilter): (Prisma.Sql | null)[] {
  const { updatedAt } = source;
  const given = <T>(value: T | undefined, make: ((value: T) => Prisma.Sql) | null) =>
    value === undefined || make === null ? null : make(value);
  return [
    given(filter.teamIds, source.isOfTeam),
    given(filter.projectIds, source.isOfProject),
    given(filter.issueIds, source.isOfIssue),
    filter.issueIds ? source.byId : null,
    filter.updatedFrom === undefined ? null : Prisma.sql`${updatedAt} >= ${filter.updatedFrom}`,
    filter.updatedTo === undefined ? null : Prisma.sql`${updatedAt} < ${filter.updatedTo}`,
    filter.liveOnly ? source.isLive : null,
    ...(filter.words ?? []).map((word) => holdsWord(source.text, word)),
  ];
}

/** SQLite's LIKE knows upper and lower case of a to z only. (On PostgreSQL: ILIKE.) */
function holdsWord(text: Prisma.Sql, word: string): Prisma.Sql {
  const isPlain = /^[ -~]*$/.test(word);
  const spellings = new Set(isPlain ? [word] : [word, word.toLowerCase(), word.toUpperCase(), capitalized(word)]);
  return anyOf([...spellings].map((spelling) => Prisma.sql`${text} LIKE ${contains(spelling)} ESCAPE '!'`));
}

function capitalized(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('').toLowerCase();
}
