import { db, type Tx } from './client';
import { Prisma } from './generated/client';
import { type ReportFilter, whereEntry, whereTaskOfEntry } from './report-filter';
import { allOf } from './where';

/** Where an entry stands in a list by day, start and id. */
export interface ReportPosition {
  on: string;
  /** As the database keeps it, to the letter; empty without a start. */
  start: string;
  id: string;
}

// Without a type of its own SQLite answers the text that it compares by.
const start = Prisma.sql`coalesce(e.started_at, '')`;

interface Page {
  filter: ReportFilter;
  after: ReportPosition | null;
  limit: number;
}

/** The entries behind a report, newest first. */
export function listReportPositions({ filter, after, limit }: Page, tx: Tx = db()): Promise<ReportPosition[]> {
  const rest =
    after === null
      ? Prisma.sql`1 = 1`
      : Prisma.sql`e."on" <= ${after.on} AND (e."on", ${start}, e.id) < (${after.on}, ${after.start}, ${after.id})`;
  return tx.$queryRaw<ReportPosition[]>`
    SELECT e."on", ${start} AS start, e.id FROM time_entry e LEFT JOIN task t ON t.id = e.task_id
    WHERE ${allOf([whereEntry(filter), whereTaskOfEntry(filter), rest])}
    ORDER BY e."on" DESC, ${start} DESC, e.id DESC LIMIT ${limit}`;
}

/** At most `cap`. */
export async function getReportEntryCount(filter: ReportFilter, cap: number, tx: Tx = db()): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: bigint | number }[]>`
    SELECT count(*) AS n FROM (
      SELECT 1 FROM time_entry e LEFT JOIN task t ON t.id = e.task_id
      WHERE ${allOf([whereEntry(filter), whereTaskOfEntry(filter)])} LIMIT ${cap}
    ) AS counted`;
  return Number(row?.n ?? 0);
}

export interface ReportEntryRow extends ReportPosition {
  startedAt: Date | null;
  endedAt: Date | null;
  timeZone: string;
  durationSeconds: number;
  person: string;
  project: string;
  madeInProject: string;
  identifier: string | null;
  /** Title of the task, without its identifier. */
  task: string | null;
  description: string;
  /** JSON list. */
  tags: string;
  billable: boolean;
  rate: number | null;
}

/** The entries behind a report with all that an export says of them, oldest first. */
export function listReportEntryRows({ filter, after, limit }: Page, tx: Tx = db()): Promise<ReportEntryRow[]> {
  const rest =
    after === null
      ? Prisma.sql`1 = 1`
      : Prisma.sql`e."on" >= ${after.on} AND (e."on", ${start}, e.id) > (${after.on}, ${after.start}, ${after.id})`;
  return tx.$queryRaw<ReportEntryRow[]>`
    SELECT e."on", ${start} AS start, e.id, e.started_at AS "startedAt", e.ended_at AS "endedAt", e.time_zone AS "timeZone",
      e.duration_seconds AS "durationSeconds", u.name AS person, p.name AS project, m.name AS "madeInProject",
      t.identifier, t.title AS task, e.description, e.tags, e.billable, e.rate
    FROM time_entry e
      CROSS JOIN "user" u CROSS JOIN project p CROSS JOIN project m
      LEFT JOIN task t ON t.id = e.task_id
    WHERE u.id = e.user_id AND p.id = e.project_id AND m.id = e.made_in_project_id
      AND ${allOf([whereEntry(filter), whereTaskOfEntry(filter), rest])}
    ORDER BY e."on", ${start}, e.id LIMIT ${limit}`;
}
