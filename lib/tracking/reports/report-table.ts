import type { ReportGroup, ReportSubRow, ReportSummary, ReportSums } from '@/lib/contracts/report';
import { reportGroupNames } from '@/lib/contracts/report-group-names';
import { isTimeGroup, type TimeUnit } from './report-slices';

/** How a value is kept, and so shown: seconds for clock and hours, minor units for money, ISO for day and time. */
export type ColumnKind = 'text' | 'day' | 'time' | 'clock' | 'hours' | 'money' | 'count';

export interface Column {
  title: string;
  kind: ColumnKind;
  /** Characters, for a sheet; shares of the width, for a page. */
  width: number;
  /** Of a grouping by time: pages say it in words. */
  unit?: TimeUnit;
}

export type CellValue = string | number | null;

export interface TableRow {
  /** group: the sum of the rows that follow, only on pages: in a sheet it would be counted twice. */
  level: 'group' | 'row' | 'total';
  cells: CellValue[];
}

/** Minor units in a row are of this. */
export interface Money {
  currency: string;
  digits: number;
}

/** What an export writes, whatever the format. */
export interface ReportTable {
  columns: Column[];
  rows: Iterable<TableRow> | AsyncIterable<TableRow>;
  money: Money;
}

/** The report as it is shown: a line for each row, or for each row of the second grouping, and the total. */
export function tableOfSummary(report: ReportSummary): ReportTable & { rows: TableRow[] } {
  const { groupBy, currency, currencyDigits: digits, total } = report;
  const [first = 'project', second] = groupBy;
  const hasEstimate = groupBy.includes('task');
  const seesMoney = total.amount !== null;
  const columns: Column[] = [
    ...groupBy.map(groupColumn),
    ...(hasEstimate ? [{ title: 'Estimate', kind: 'count', width: 10 } as const] : []),
    { title: 'Duration', kind: 'clock', width: 10 },
    { title: 'Hours', kind: 'hours', width: 9 },
    { title: 'Billable hours', kind: 'hours', width: 16 },
    ...(seesMoney ? [{ title: `Amount (${currency})`, kind: 'money', width: 17 } as const] : []),
    { title: 'Entries', kind: 'count', width: 9 },
  ];
  const line = (names: CellValue[], estimate: number | null, sums: ReportSums): CellValue[] => [
    ...names,
    ...(hasEstimate ? [estimate] : []),
    sums.seconds,
    sums.seconds,
    sums.billableSeconds,
    ...(seesMoney ? [sums.amount] : []),
    sums.entries,
  ];
  const rows: TableRow[] = report.rows.flatMap((row) => {
    const name = nameOf(first, row);
    if (second === undefined || row.groups === null) return [{ level: 'row', cells: line([name], row.estimate, row) }];
    const inner = row.groups.map(
      (sub): TableRow => ({
        level: 'row',
        cells: line([name, nameOf(second, sub)], first === 'task' ? row.estimate : sub.estimate, sub),
      }),
    );
    return [{ level: 'group', cells: line([name, null], row.estimate, row) }, ...inner];
  });
  const names = second === undefined ? ['Total'] : ['Total', null];
  return {
    columns,
    rows: [...rows, { level: 'total', cells: line(names, null, total) }],
    money: { currency, digits },
  };
}

function groupColumn(group: ReportGroup): Column {
  const title = group === 'week' ? 'Week from' : reportGroupNames[group];
  if (isTimeGroup(group)) return { title, kind: group === 'month' ? 'text' : 'day', width: 14, unit: group };
  return { title, kind: 'text', width: group === 'task' ? 50 : 26 };
}

function nameOf(group: ReportGroup, { key, label }: ReportSubRow): string {
  return isTimeGroup(group) ? key : label;
}
