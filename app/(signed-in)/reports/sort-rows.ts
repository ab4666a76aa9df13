import type { ReportGroup, ReportRow, ReportSubRow } from '@/lib/contracts/report';
import { isTimeGroup } from './report-words';

export const reportColumns = [
  'name',
  'time',
  'share',
  'billable',
  'amount',
  'entries',
  'estimate',
  'perPoint',
] as const;
export type ReportColumn = (typeof reportColumns)[number];
export type Order = { column: ReportColumn; direction: 'asc' | 'desc' };
/** Null: nobody has chosen a column. */
export type ReportSort = { column: ReportColumn | null; direction: Order['direction'] };

/** What one expects to see first: names from A, numbers from the largest. */
export function firstDirection(column: ReportColumn): Order['direction'] {
  return column === 'name' ? 'asc' : 'desc';
}

/** The order that rows of a grouping have: by the chosen column, else time goes on and all else starts with the largest. */
export function orderOf(group: ReportGroup, { column, direction }: ReportSort): Order {
  if (column !== null) return { column, direction };
  const usual = isTimeGroup(group) ? 'name' : 'time';
  return { column: usual, direction: firstDirection(usual) };
}

/** The rows in order, and within each its own. */
export function sortRows(rows: readonly ReportRow[], groupBy: readonly ReportGroup[], sort: ReportSort): ReportRow[] {
  const [outer = 'project', inner] = groupBy;
  return sortLevel(rows, outer, sort).map((row) =>
    row.groups && inner ? { ...row, groups: sortLevel(row.groups, inner, sort) } : row,
  );
}

/** Seconds for each point of the estimate; null without one. */
export function secondsPerPoint({ seconds, estimate }: Pick<ReportSubRow, 'seconds' | 'estimate'>): number | null {
  return estimate === null || estimate <= 0 ? null : Math.round(seconds / estimate);
}

function sortLevel<Row extends ReportSubRow>(rows: readonly Row[], group: ReportGroup, sort: ReportSort): Row[] {
  const { column, direction } = orderOf(group, sort);
  const sign = direction === 'asc' ? 1 : -1;
  return rows.toSorted((one, other) => {
    const order = column === 'name' ? compareNames(one, other, group) * sign : compareValues(one, other, column, sign);
    return order || other.seconds - one.seconds || compareNames(one, other, group);
  });
}

/** What there is none of comes last, whichever way the rest goes. */
function compareValues(one: ReportSubRow, other: ReportSubRow, column: ReportColumn, sign: 1 | -1): number {
  const [a, b] = [amountIn(one, column), amountIn(other, column)];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return (a - b) * sign;
}

function amountIn(row: ReportSubRow, column: ReportColumn): number | null {
  if (column === 'billable') return row.billableSeconds;
  if (column === 'amount') return row.amount;
  if (column === 'entries') return row.entries;
  if (column === 'estimate') return row.estimate;
  if (column === 'perPoint') return secondsPerPoint(row);
  return row.seconds;
}

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compareNames(one: ReportSubRow, other: ReportSubRow, group: ReportGroup): number {
  if (isTimeGroup(group)) return one.key < other.key ? -1 : Number(one.key > other.key);
  if (one.key === '' || other.key === '') return Number(one.key === '') - Number(other.key === '');
  return names.compare(one.label, other.label) || names.compare(one.key, other.key);
}
