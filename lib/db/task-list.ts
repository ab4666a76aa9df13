import { db, type Tx } from './client';
import { Prisma } from './generated/client';
import { type TaskFilter, whereTask } from './task-list-filter';
import { type Direction, type SortValue, sortKeys, type TaskOrder } from './task-list-order';

/**
 * Lists are read in two steps: here the ids, from `task_list_idx` alone; then the rows of one page by `listTasks`.
 * The index holds every column that a filter, a search or an order reads, newest change first, so that a search that finds
 * nothing reads 30 MB instead of the 250 MB of the table: about 15 ms at 100,000 tasks. Other orders read it once and
 * keep the best rows: 15 to 30 ms. A new filter needs its column in the index, or it costs ten times as much.
 * (After an ANALYZE, which the app never runs, SQLite misjudges the index's width and reads the table: 50 to 110 ms.)
 */
export interface TaskPosition {
  id: string;
  /** The values of the order's keys, the id last. */
  values: SortValue[];
}

export interface TaskPage {
  filter: TaskFilter;
  order: TaskOrder;
  direction: Direction;
  /** Where the page before ended. */
  after: SortValue[] | null;
  limit: number;
}

export async function listTaskPositions(
  { filter, order, direction, after, limit }: TaskPage,
  tx: Tx = db(),
): Promise<TaskPosition[]> {
  const keys = sortKeys(order, direction);
  const way = Prisma.raw(direction);
  const rows = await tx.$queryRaw<Record<string, SortValue>[]>`
    SELECT ${Prisma.join(keys.map(({ sql }, at) => Prisma.sql`${sql} AS ${keyName(at)}`))} FROM task
    WHERE ${whereTask(filter)} ${
      after === null
        ? Prisma.empty
        : isAfter(
            keys.map(({ sql }) => sql),
            after,
            direction,
          )
    }
    ORDER BY ${Prisma.join(keys.map(({ sql }) => Prisma.sql`${sql} ${way}`))} LIMIT ${limit}`;
  return rows.map((row) => {
    const values = keys.map(({ kind }, at) => sortValue(row[`k${at}`], kind));
    return { id: String(values.at(-1)), values };
  });
}

/** Exact up to `cap`; one more than `cap` when there are more. */
export async function getTaskCount(filter: TaskFilter, cap: number, tx: Tx = db()): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: bigint | number }[]>`
    SELECT count(*) AS n FROM (SELECT 1 FROM task WHERE ${whereTask(filter)} LIMIT ${cap + 1}) AS counted`;
  return Number(row?.n ?? 0);
}

function isAfter(columns: Prisma.Sql[], after: SortValue[], direction: Direction): Prisma.Sql {
  const comparison = Prisma.raw(direction === 'asc' ? '>' : '<');
  return Prisma.sql`AND (${Prisma.join(columns)}) ${comparison} (${Prisma.join(after)})`;
}

function keyName(at: number): Prisma.Sql {
  return Prisma.raw(`k${at}`);
}

function sortValue(value: unknown, kind: 'text' | 'number' | 'instant'): SortValue {
  if (kind === 'number') return Number(value);
  if (kind === 'text') return String(value);
  return value instanceof Date ? value : new Date(String(value));
}
