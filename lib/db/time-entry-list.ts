import { db, type Tx } from './client';
import { Prisma } from './generated/client';
import { allOf, anyOf, contains, isIn } from './where';

/** Every given condition holds; within a list any value will do. */
export interface EntryFilter {
  /** Days, both included. */
  from?: string | undefined;
  to?: string | undefined;
  userIds?: string[] | undefined;
  projectIds?: string[] | undefined;
  taskIds?: string[] | undefined;
  billable?: boolean | undefined;
  /** As lib/tracking/entry-tags.ts writes them. */
  tagKeys?: string[] | undefined;
  needsReview?: boolean | undefined;
  running?: boolean | undefined;
}

export interface EntryPosition {
  on: string;
  /** The beginning of time for an entry without a start, which so comes last on its day. */
  startedAt: Date;
  id: string;
}

const never = new Date(0);
const start = Prisma.sql`coalesce(started_at, ${never})`;

/**
 * Newest first: by day, then by start. There is always a bound on the day, because without one SQLite reads the whole
 * table where no person, project or task is asked for: 500 ms instead of 2 at 1,000,000 entries.
 */
export async function listEntryPositions(
  { filter, after, limit }: { filter: EntryFilter; after: EntryPosition | null; limit: number },
  tx: Tx = db(),
): Promise<EntryPosition[]> {
  // One a person: found by their own index, then by id. Left to choose, SQLite walks through all entries in the order of days.
  const ids = filter.running === true ? await listRunningIds(tx) : undefined;
  const older =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND ("on", ${start}, id) < (${after.on}, ${after.startedAt}, ${after.id})`;
  const rows = await tx.$queryRaw<{ on: string; start: string | Date; id: string }[]>`
    SELECT "on", ${start} AS "start", id FROM time_entry
    WHERE "on" <= ${earlier(filter.to, after?.on)} AND ${whereEntry({ ...filter, ids })} ${older}
    ORDER BY "on" DESC, ${start} DESC, id DESC LIMIT ${limit}`;
  return rows.map((row) => ({ on: row.on, startedAt: new Date(row.start), id: row.id }));
}

const lastDay = '9999-12-31';

function earlier(a: string = lastDay, b: string = lastDay): string {
  return a < b ? a : b;
}

async function listRunningIds(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM time_entry WHERE ${isRunning(true)}`;
  return rows.map(({ id }) => id);
}

function whereEntry(filter: EntryFilter & { ids: string[] | undefined }): Prisma.Sql {
  return allOf([
    filter.from === undefined ? null : Prisma.sql`"on" >= ${filter.from}`,
    isIn(Prisma.sql`id`, filter.ids),
    isIn(Prisma.sql`user_id`, filter.userIds),
    isIn(Prisma.sql`project_id`, filter.projectIds),
    isIn(Prisma.sql`task_id`, filter.taskIds),
    filter.billable === undefined ? null : Prisma.sql`billable = ${filter.billable}`,
    filter.tagKeys === undefined ? null : hasTag(filter.tagKeys),
    isNull(Prisma.sql`review`, filter.needsReview === undefined ? undefined : !filter.needsReview),
    filter.running === undefined ? null : isRunning(filter.running),
  ]);
}

function hasTag(keys: string[]): Prisma.Sql {
  return anyOf(keys.map((key) => Prisma.sql`tag_text LIKE ${contains(`|${key}|`)} ESCAPE '!'`));
}

function isNull(column: Prisma.Sql, wanted: boolean | undefined): Prisma.Sql | null {
  if (wanted === undefined) return null;
  return wanted ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} IS NOT NULL`;
}

function isRunning(running: boolean): Prisma.Sql {
  return running
    ? Prisma.sql`started_at IS NOT NULL AND ended_at IS NULL`
    : Prisma.sql`(started_at IS NULL OR ended_at IS NOT NULL)`;
}
