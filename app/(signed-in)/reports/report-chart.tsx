'use client';

import { cn } from '@/app/_ui/cn';
import { formatPercent } from '@/app/_ui/format-number';
import { late } from '@/app/_ui/late';
import { Skeleton } from '@/app/_ui/skeleton';
import { useLate } from '@/app/_ui/use-late';
import type { ReportSummary } from '@/lib/contracts/report';
import { reportGroupNames } from '@/lib/contracts/report-group-names';
import { formatDuration } from '@/lib/time/format-duration';
import type { Day } from '@/lib/time/local-day';
import { type ChartData, chartDataOf, type Parts, type Share, sharesOf } from './chart-data';
import { SeriesDot, toneOf } from './series-dot';

// The charts' library is larger than the rest of the screen (docs/decisions/010).
const reportBars = late(async () => (await import('./report-bars')).ReportBars);

type ReportChartProps = { report: ReportSummary; parts: Parts | null; today: Day };

/** The time as it went, and by what it went; the list of shares names the colours of the bars. */
export function ReportChart({ report, parts, today }: ReportChartProps) {
  const data = chartDataOf(report, parts, today);
  const ReportBars = useLate(reportBars, true);
  const title = `Time by ${report.bars.unit}`;
  return (
    <div className={cn('grid grid-cols-1 border-line border-t', parts && 'lg:grid-cols-[1fr_20rem]')}>
      <figure aria-label={title} className="flex min-w-0 flex-col py-4 pr-4 pl-1">
        <div aria-hidden className="relative min-h-60 flex-1">
          <div className="absolute inset-0">
            {ReportBars ? <ReportBars data={data} /> : <Skeleton className="mx-3 h-56" />}
          </div>
        </div>
        <BarsAsTable title={title} data={data} />
      </figure>
      {parts && (
        <div className="border-line p-4 max-lg:border-t lg:border-l">
          <Shares
            label={`Shares by ${reportGroupNames[parts.group].toLowerCase()}`}
            shares={sharesOf(parts, report.total.seconds)}
          />
        </div>
      )}
    </div>
  );
}

/** The same for those who do not see the bars. */
function BarsAsTable({ title, data: { series, bars } }: { title: string; data: ChartData }) {
  return (
    <div className="sr-only">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Total</th>
            {series.length > 1 &&
              series.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {bars.map(({ on, name, total, seconds }) => (
            <tr key={on}>
              <th scope="row">{name}</th>
              <td>{formatDuration(total)}</td>
              {series.length > 1 &&
                series.map(({ id }, index) => <td key={id}>{formatDuration(seconds[index] ?? 0)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Shares({ label, shares }: { label: string; shares: readonly Share[] }) {
  return (
    <ul aria-label={label} className="flex flex-col gap-2.5">
      {shares.map(({ id, name, color, seconds, ratio }) => (
        <li key={id} className="text-sm">
          <div className="flex items-center gap-2">
            <SeriesDot color={color} />
            <span dir="auto" title={name} className="min-w-0 flex-1 truncate text-ink">
              {name}
            </span>
            <span className="figures text-muted">{formatDuration(seconds)}</span>
            <span className="figures w-9 text-right text-muted">{formatPercent(ratio)}</span>
          </div>
          <div aria-hidden className="mt-1 h-1.5 overflow-hidden rounded-full bg-selected">
            <div
              className="h-full rounded-full bg-(--tone) dark:bg-(--tone-dark)"
              style={{ ...toneOf(color), width: `${ratio * 100}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
