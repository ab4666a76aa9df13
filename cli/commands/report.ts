import type { Command } from 'commander';
import type { Context } from '@/cli/context';
import type { Column, Row } from '@/cli/table';
import { formatDay } from '@/cli/words';
import type { Me } from '@/lib/contracts/person';
import type { ReportGroup, ReportSummary, ReportSums } from '@/lib/contracts/report';
import { reportGroupNames } from '@/lib/contracts/report-group-names';
import { formatMoney } from '@/lib/kit/format-money';
import { formatDuration } from '@/lib/time/format-duration';
import { addQueryOptions, type QueryOptions, readQuery } from './report-query';

export function addReport(parent: Command, context: Context): void {
  const command = parent.command('report').description("Show where the time went: your own, or everyone's for admins");
  addQueryOptions(command, context.io.now).action((options: QueryOptions) => report(context, options));
}

async function report(context: Context, options: QueryOptions): Promise<void> {
  const api = await context.api();
  const query = await readQuery(api, options, context.io.now());
  const [summary, me] = await Promise.all([
    api.get<ReportSummary>('/api/v1/reports/summary', { query }),
    context.wantsJson ? null : api.get<Me>('/api/v1/me'),
  ]);
  context.show(summary, () => draw(context, summary, whose(me, options)));
}

/** The server refuses members who ask for somebody else. */
function whose(me: Me | null, { person = [] }: QueryOptions): string {
  if (me?.role !== 'admin') return 'your time';
  return person.length === 0 ? "everyone's time" : `time of ${person.join(', ')}`;
}

/** A task is an issue to whoever sits at a terminal. */
const groupNames: Record<ReportGroup, string> = { ...reportGroupNames, task: 'Issue' };

function draw(context: Context, summary: ReportSummary, timeOf: string): string {
  const { from, to, rows, total, groupBy } = summary;
  const days = from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
  const head = context.paint('bold', `${days}, ${timeOf}`);
  if (total.entries === 0) return `${head}\n\nNo time.`;
  const columns: Column[] = [
    { title: groupBy.map((group) => groupNames[group]).join(', '), gives: true },
    { title: 'Time', align: 'right' },
    { title: 'Billable', align: 'right' },
    ...(total.amount === null ? [] : [{ title: 'Amount', align: 'right' } as const]),
    { title: 'Entries', align: 'right' },
  ];
  const lines = rows.flatMap((row): Row[] => {
    const inner = (row.groups ?? []).map((group) => rowOf(`  ${group.label}`, group, summary));
    const outer = rowOf(row.label, row, summary);
    return inner.length === 0 ? [outer] : [{ ...outer, style: 'bold' }, ...inner];
  });
  return `${head}\n\n${context.table(columns, [...lines, { ...rowOf('Total', total, summary), style: 'bold' }])}`;
}

function rowOf(label: string, sums: ReportSums, summary: ReportSummary): Row {
  const money = summary.total.amount === null ? [] : [sums.amount === null ? '' : formatMoney(sums.amount, summary)];
  const { seconds, billableSeconds, entries } = sums;
  return { cells: [label, formatDuration(seconds), formatDuration(billableSeconds), ...money, String(entries)] };
}
