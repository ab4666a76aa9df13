import { formatCount, formatPercent } from '@/app/_ui/format-number';
import type { ReportSummary } from '@/lib/contracts/report';
import { reportGroupNames } from '@/lib/contracts/report-group-names';
import { type Currency, formatMoney } from '@/lib/kit/format-money';
import { formatDuration } from '@/lib/time/format-duration';
import type { ShownColor } from './report-colors';
import { estimateTotal, hasEstimates, type Line } from './report-rows';
import type { Order, ReportColumn } from './sort-rows';

export type Column = {
  id: Exclude<ReportColumn, 'name'>;
  label: string;
  /** What is in its cell; empty where there is nothing to say. */
  cell: (line: Line) => string;
  total: string;
};

export type Expansion = {
  expanded: ReadonlySet<string>;
  toggle: (key: string) => void;
  isAll: boolean;
  toggleAll: (all: boolean) => void;
};

/** What the table and the phone's list are both made of. */
export type ReportLinesProps = {
  report: ReportSummary;
  /** The colour that the bars have for it. */
  colorOf: (line: Line) => ShownColor | undefined;
  columns: readonly Column[];
  lines: readonly Line[];
  order: Order;
  onSort: (column: ReportColumn) => void;
  /** Null without a second grouping. */
  expansion: Expansion | null;
  onOpen: ((row: Line['row'], inner: Line['inner']) => void) | undefined;
};

/** Money only for those who may see it, points only where there are any. */
export function columnsOf(report: ReportSummary): Column[] {
  const { total, rows, groupBy } = report;
  const points = hasEstimates(rows) ? pointColumns(report) : [];
  const amount = total.amount === null ? [] : [amountColumn(total.amount, report)];
  return [
    {
      id: 'time',
      label: 'Time',
      cell: ({ sums }) => formatDuration(sums.seconds),
      total: formatDuration(total.seconds),
    },
    {
      id: 'share',
      label: 'Share',
      cell: ({ share }) => formatPercent(share),
      total: formatPercent(total.seconds > 0 ? 1 : 0),
    },
    {
      id: 'billable',
      label: groupBy.includes('billable') ? 'Billable time' : 'Billable',
      cell: ({ sums }) => formatDuration(sums.billableSeconds),
      total: formatDuration(total.billableSeconds),
    },
    ...amount,
    {
      id: 'entries',
      label: 'Entries',
      cell: ({ sums }) => formatCount(sums.entries),
      total: formatCount(total.entries),
    },
    ...points,
  ];
}

/** "Project", or "Project, then task". */
export function groupingName({ groupBy }: ReportSummary): string {
  const [outer = 'project', inner] = groupBy;
  return inner ? `${reportGroupNames[outer]}, then ${reportGroupNames[inner].toLowerCase()}` : reportGroupNames[outer];
}

function amountColumn(total: number, currency: Currency): Column {
  return {
    id: 'amount',
    label: 'Amount',
    cell: ({ sums }) => (sums.amount === null ? '' : formatMoney(sums.amount, currency)),
    total: formatMoney(total, currency),
  };
}

function pointColumns({ rows, groupBy }: ReportSummary): Column[] {
  const total = estimateTotal(rows, groupBy);
  return [
    {
      id: 'estimate',
      label: 'Points',
      cell: ({ sums }) => (sums.estimate === null ? '' : String(sums.estimate)),
      total: total ? String(total.estimate) : '',
    },
    {
      id: 'perPoint',
      label: 'Per point',
      cell: ({ perPoint }) => (perPoint === null ? '' : formatDuration(perPoint)),
      total: total?.perPoint ? formatDuration(total.perPoint) : '',
    },
  ];
}
