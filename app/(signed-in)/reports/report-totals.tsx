import type { ReactNode } from 'react';
import { formatCount, formatPercent } from '@/app/_ui/format-number';
import type { ReportSummary } from '@/lib/contracts/report';
import { formatMoney } from '@/lib/kit/format-money';
import { formatDuration } from '@/lib/time/format-duration';
import { ratioOf } from './chart-data';

/** The sums of the whole report. */
export function ReportTotals({ report }: { report: ReportSummary }) {
  const { seconds, billableSeconds, amount, entries } = report.total;
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-3 p-4 sm:flex sm:flex-wrap">
      <Sum label="Time">{formatDuration(seconds)}</Sum>
      <Sum label="Billable" detail={formatPercent(ratioOf(billableSeconds, seconds))}>
        {formatDuration(billableSeconds)}
      </Sum>
      {amount !== null && <Sum label="Amount">{formatMoney(amount, report)}</Sum>}
      <Sum label="Entries">{formatCount(entries)}</Sum>
    </dl>
  );
}

type SumProps = { label: string; detail?: string; children: ReactNode };

function Sum({ label, detail, children }: SumProps) {
  return (
    <div className="min-w-0 sm:min-w-24">
      <dt className="text-muted text-xs">{label}</dt>
      <dd className="figures flex items-baseline gap-1.5 font-semibold text-ink text-xl tracking-tight">
        <span className="truncate">{children}</span>
        {detail && <span className="font-normal text-muted text-sm tracking-normal">{detail}</span>}
      </dd>
    </div>
  );
}
