'use client';

import { useMemo } from 'react';
import { Panel } from '@/app/_ui/panel';
import type { ReportSummary } from '@/lib/contracts/report';
import type { Day } from '@/lib/time/local-day';
import { partsOf } from './chart-data';
import { ReportChart } from './report-chart';
import type { OpenRow } from './report-rows';
import { ReportTable } from './report-table';
import { ReportTotals } from './report-totals';

type ReportViewProps = {
  report: ReportSummary;
  today: Day;
  /** Undefined where there is nothing behind the rows to see. */
  onOpen?: OpenRow | undefined;
};

/** All that a report shows: on the reports screen, and behind a shared link. */
export function ReportView({ report, today, onOpen }: ReportViewProps) {
  const parts = useMemo(() => partsOf(report, today), [report, today]);
  return (
    <div className="flex flex-col gap-4">
      <Panel flush>
        <ReportTotals report={report} />
        <ReportChart report={report} parts={parts} today={today} />
      </Panel>
      <ReportTable report={report} parts={parts} today={today} onOpen={onOpen} />
    </div>
  );
}
