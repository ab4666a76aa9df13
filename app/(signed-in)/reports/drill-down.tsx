'use client';

import { plural } from '@/app/_ui/format-number';
import { late } from '@/app/_ui/late';
import { Sheet } from '@/app/_ui/sheet';
import { useLate } from '@/app/_ui/use-late';
import type { ReportSummary } from '@/lib/contracts/report';
import { formatDuration } from '@/lib/time/format-duration';
import { formatDays } from './format-days';
import { rowName } from './report-words';
import type { Place } from './use-drill-down';
import type { ReportFilterState } from './use-report-filters';

const rowEntries = late(async () => (await import('./row-entries')).RowEntries);

type DrillDownProps = {
  state: ReportFilterState;
  report: ReportSummary;
  /** Null while nothing is open. */
  place: Place | null;
  onClose: () => void;
};

/** What a row is made of. */
export function DrillDown({ state, report, place, onClose }: DrillDownProps) {
  const { days, today, query } = state;
  const RowEntries = useLate(rowEntries, place !== null);
  const found = place && findRow(report, place, state.today);
  return (
    <Sheet
      open={place !== null && RowEntries !== null}
      onOpenChange={onClose}
      className="sm:max-w-xl"
      title={found?.name ?? 'Entries'}
      description={[
        ...(found ? [`${formatDuration(found.seconds)} in ${plural(found.entries, 'entry', 'entries')}`] : []),
        formatDays(days, today),
        ...(report.rounding.mode === 'none' ? [] : ['each with its exact time']),
      ].join(', ')}
    >
      {RowEntries && place && <RowEntries query={query} place={place} today={today} />}
    </Sheet>
  );
}

function findRow({ rows, groupBy }: ReportSummary, { groupKey, subKey }: Place, today: string) {
  const [outer = 'project', inner = 'task'] = groupBy;
  const row = rows.find(({ key }) => key === groupKey);
  const sub = subKey === null ? null : row?.groups?.find(({ key }) => key === subKey);
  if (!row) return null;
  const name = rowName(outer, row, today);
  return sub ? { ...sub, name: `${name}: ${rowName(inner, sub, today)}` } : { ...row, name };
}
