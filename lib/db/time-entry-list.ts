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
  const older =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND ("on", ${start}, id) < (${after.on}, ${after.startedAt}, ${after.id})`;
  const rows = await tx.$queryRaw<{ on: string; start: string | Date; id: string }[]>`
    SELECT "on", ${start} AS "start", id FROM time_entry
    WHERE "on" <= ${earlier(filter.to, after?.on)} AND ${whereEntry(filter)} ${older}
    ORDER BY "on" DESC, ${start} DESC, id DESC LIMIT ${limit}`;
  return rows.map((row) => ({ on: row.on, startedAt: new Date(row.start), id: row.id }));
}

const lastDay = '9999-12-31';

function earlier(a: string = lastDay, b: string = lastDay): string {
  return a < b ? a : b;
}

function whereEntry(filter: EntryFilter): Prisma.Sql {
  return allOf([
    filter.from === undefined ? null : Prisma.sql`"on" >= ${filter.from}`,
    isIn(Prisma.sql`user_id`, filter.userIds),
    isIn(Prisma.sql`project_id`, filter.projectIds),
    isIn(Prisma.sql`task_id`, filter.taskIds),
    filter.billable === undefined ? null : Prisma.sql`billable = ${filter.billable}`,
    filter.tagKeys === undefined ? null : hasTag(filter.tagKeys),
    isNull(Prisma.sql`review`, filter.needsReview === undefined ? undefined : !filter.needsReview),
    isRunning(filter.running),
  ]);
}

function hasTag(keys: string[]): Prisma.Sql {
  return anyOf(keys.map((key) => Prisma.sql`tag_text LIKE ${contains(`|${key}|`)} ESCAPE '!'`));
}

function isNull(column: Prisma.Sql, wanted: boolean | undefined): Prisma.Sql | null {
  if (wanted === undefined) return null;
  return wanted ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} IS NOT NULL`;
}

function isRunning(running: boolean | undefined): Prisma.Sql | null {
  if (running === undefined) return null;
  return running
    ? Prisma.sql`started_at IS NOT NULL AND ended_at IS NULL`
    : Prisma.sql`(started_at IS NULL OR ended_at IS NOT NULL)`;
}
