import type { ReportGroup, ReportRow, ReportSubRow } from '@/lib/contracts/report';
import type { Day } from '@/lib/time/local-day';
import { ratioOf } from './chart-data';
import { rowName } from './report-words';
import { secondsPerPoint } from './sort-rows';

/** Shows what is behind a row, or behind a row within a row. */
export type OpenRow = (row: ReportRow, inner: ReportSubRow | null) => void;

/** A line of the table, whichever level it is on. */
export type Line = {
  id: string;
  level: 1 | 2;
  group: ReportGroup;
  name: string;
  sums: ReportSubRow;
  share: number;
  perPoint: number | null;
  row: ReportRow;
  inner: ReportSubRow | null;
  /** How many rows are in it; null where there is no second grouping. */
  innerCount: number | null;
};

type Options = { groupBy: readonly ReportGroup[]; total: number; expanded: ReadonlySet<string>; today: Day };

/** The lines in view: each row, and under an expanded one those in it. */
export function linesOf(rows: readonly ReportRow[], { groupBy, total, expanded, today }: Options): Line[] {
  const [outer = 'project', inner = 'task'] = groupBy;
  const line = (row: ReportRow, sums: ReportSubRow, group: ReportGroup) => ({
    group,
    name: rowName(group, sums, today),
    sums,
    share: ratioOf(sums.seconds, total),
    perPoint: secondsPerPoint(sums),
    row,
  });
  return rows.flatMap((row): Line[] => {
    const innerCount = row.groups?.length ?? null;
    const own: Line = { ...line(row, row, outer), id: row.key, level: 1, inner: null, innerCount };
    if (!row.groups || !expanded.has(row.key)) return [own];
    const within = row.groups.map(
      (sub): Line => ({
        ...line(row, sub, inner),
        id: `${row.key} / ${sub.key}`,
        level: 2,
        inner: sub,
        innerCount: null,
      }),
    );
    return [own, ...within];
  });
}

/** Whether Linear's points stand on any row, so that they are worth a column. */
export function hasEstimates(rows: readonly ReportRow[]): boolean {
  return rows.some(({ estimate, groups }) => estimate !== null || groups?.some((group) => group.estimate !== null));
}

/** All points and the time that went into them, where each row is one task; null where a task can be in many rows. */
export function estimateTotal(rows: readonly ReportRow[], groupBy: readonly ReportGroup[]) {
  if (groupBy[0] !== 'task') return null;
  const estimated = rows.filter(({ estimate }) => estimate !== null && estimate > 0);
  const estimate = estimated.reduce((sum, row) => sum + (row.estimate ?? 0), 0);
  const seconds = estimated.reduce((sum, row) => sum + row.seconds, 0);
  return estimate === 0 ? null : { estimate, perPoint: secondsPerPoint({ seconds, estimate }) };
}
