import { db, type Tx } from './client';
import { Prisma } from './generated/client';
import { cycleJson, type ReportFilter, whereEntry, whereTaskOfEntry } from './report-filter';

/**
 * `time_entry_report_idx` holds every column that is summed here, by day first, so that a report over days reads a
 * stretch of the index and nothing of the table: 90 ms for a bare sum of 1,000,000 entries. SQLite groups by sorting
 * unless the groups come in the order of an index, which makes the difference between 200 ms and 1 s. So whatever needs
 * more than day and project is summed in two steps: first to units, which are the columns of the index in their order,
 * then to the groups asked for.
 */
export type CellKey = 'project' | 'task' | 'person' | 'day' | 'label' | 'cycle' | 'madeInProject' | 'billable';

/** Whole steps of seconds; per day: what one person has in one day on one task, with all else equal, as a whole. */
export interface CellRounding {
  mode: 'none' | 'nearest' | 'up' | 'down';
  stepSeconds: number;
  per: 'entry' | 'day';
}

export interface Cell {
  /** In the order of the keys asked for; empty for "none". Labels as in `label_text`, a cycle as JSON, billable 1 or 0. */
  keys: string[];
  /** Rounded, as are the two below. */
  seconds: number;
  billableSeconds: number;
  /** Minor units. */
  amount: number;
  exactSeconds: number;
  entries: number;
}

/** Sums over the days of the filter, by keys. The same keys may come more than once: the caller adds them up. */
export async function listReportCells(
  { filter, keys, rounding }: { filter: ReportFilter; keys: CellKey[]; rounding: CellRounding },
  tx: Tx = db(),
): Promise<Cell[]> {
  const ofTask = whereTaskOfEntry(filter);
  const isSimple = ofTask === null && !isPerDay(rounding) && keys.every((key) => key === 'project' || key === 'day');
  const rows = await tx.$queryRaw<Record<string, unknown>[]>(
    isSimple ? sumEntries(filter, keys, rounding) : sumUnits(filter, ofTask, keys, rounding),
  );
  const cells = rows.map((row) => ({
    keys: keys.map((_, at) => String(row[`k${at}`] ?? '')),
    seconds: Number(row['seconds']),
    billableSeconds: Number(row['billable']),
    amount: Number(row['amount'] ?? 0),
    exactSeconds: Number(row['exact']),
    entries: Number(row['entries']),
  }));
  // Without a GROUP BY, a sum over nothing is a row too.
  return cells.filter(({ entries }) => entries > 0);
}

function sumEntries(filter: ReportFilter, keys: CellKey[], rounding: CellRounding): Prisma.Sql {
  const seconds = rounded(Prisma.sql`e.duration_seconds`, rounding);
  return Prisma.sql`
    SELECT ${keyColumns(keys)} sum(${seconds}) AS seconds,
      sum(CASE WHEN e.billable THEN ${seconds} ELSE 0 END) AS billable,
      sum(CASE WHEN e.billable THEN ${amountOf(seconds)} END) AS amount,
      sum(e.duration_seconds) AS exact, count(*) AS entries
    FROM time_entry e WHERE ${whereEntry(filter)} GROUP BY e."on", e.project_id`;
}

function sumUnits(
  filter: ReportFilter,
  ofTask: Prisma.Sql | null,
  keys: CellKey[],
  rounding: CellRounding,
): Prisma.Sql {
  const ofEntry = rounded(Prisma.sql`e.duration_seconds`, isPerDay(rounding) ? unrounded : rounding);
  const ofUnit = rounded(Prisma.sql`e.seconds`, isPerDay(rounding) ? rounding : unrounded);
  const amount = isPerDay(rounding) ? amountOf(ofUnit) : Prisma.sql`e.amount`;
  const needsTask = ofTask !== null || keys.includes('label') || keys.includes('cycle');
  const groups = keys.map((key) => keySql[key]);
  return Prisma.sql`
    SELECT ${keyColumns(keys)} sum(${ofUnit}) AS seconds,
      sum(CASE WHEN e.billable THEN ${ofUnit} ELSE 0 END) AS billable,
      sum(CASE WHEN e.billable THEN ${amount} END) AS amount,
      sum(e.exact) AS exact, sum(e.entries) AS entries
    FROM (
      SELECT e."on", e.project_id, e.user_id, e.task_id, e.made_in_project_id, e.billable, e.rate,
        sum(${ofEntry}) AS seconds, sum(${amountOf(ofEntry)}) AS amount,
        sum(e.duration_seconds) AS exact, count(*) AS entries
      FROM time_entry e WHERE ${whereEntry(filter)}
      GROUP BY e."on", e.project_id, e.user_id, e.task_id, e.made_in_project_id, e.billable, e.rate
    ) e ${needsTask ? Prisma.sql`LEFT JOIN task t ON t.id = e.task_id` : Prisma.empty}
    WHERE ${ofTask ?? Prisma.sql`1 = 1`}
    ${groups.length === 0 ? Prisma.empty : Prisma.sql`GROUP BY ${Prisma.join(groups)}`}`;
}

const keySql: Record<CellKey, Prisma.Sql> = {
  project: Prisma.sql`e.project_id`,
  task: Prisma.sql`e.task_id`,
  person: Prisma.sql`e.user_id`,
  day: Prisma.sql`e."on"`,
  label: Prisma.sql`t.label_text`,
  cycle: cycleJson,
  madeInProject: Prisma.sql`e.made_in_project_id`,
  billable: Prisma.sql`CASE WHEN e.billable THEN 1 ELSE 0 END`,
};

function keyColumns(keys: CellKey[]): Prisma.Sql {
  return keys.length === 0
    ? Prisma.empty
    : Prisma.sql`${Prisma.join(keys.map((key, at) => Prisma.sql`${keySql[key]} AS ${Prisma.raw(`k${at}`)}`))},`;
}

const unrounded: CellRounding = { mode: 'none', stepSeconds: 1, per: 'entry' };

function isPerDay({ mode, per }: CellRounding): boolean {
  return mode !== 'none' && per === 'day';
}

/** As `roundSeconds` does. All in integers: a bound number would be a float, and so would the division. */
function rounded(seconds: Prisma.Sql, { mode, stepSeconds }: CellRounding): Prisma.Sql {
  const step = integer(stepSeconds);
  if (mode === 'none') return seconds;
  if (mode === 'up') return Prisma.sql`((${seconds} + ${step} - 1) / ${step} * ${step})`;
  if (mode === 'down') return Prisma.sql`(${seconds} / ${step} * ${step})`;
  return Prisma.sql`((${seconds} + ${integer(stepSeconds / 2)}) / ${step} * ${step})`;
}

/** As `amountOf` does; null without a rate. */
function amountOf(seconds: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`((${seconds} * e.rate + 1800) / 3600)`;
}

function integer(value: number): Prisma.Sql {
  return Prisma.raw(String(Math.trunc(value)));
}
