'use client';

import { cn } from '@/app/_ui/cn';
import { ErrorState } from '@/app/_ui/error-state';
import { late } from '@/app/_ui/late';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { useLate } from '@/app/_ui/use-late';
import { DrillDown } from './drill-down';
import { ExportMenu, ownExports } from './export-menu';
import { NoTime } from './no-time';
import { ReportSkeleton } from './report-skeleton';
import { ReportToolbar } from './report-toolbar';
import { ShareButton } from './share-button';
import { useDrillDown } from './use-drill-down';
import { toApiQuery, useReport } from './use-report';
import { type ReportFilterState, useReportFilters } from './use-report-filters';
import { ViewsMenu } from './views-menu';

// It is fetched while the report is being made.
const reportView = late(async () => (await import('./report-view')).ReportView);

export function ReportsScreen() {
  const state = useReportFilters();
  const report = useReport(state.query);
  return (
    <PageBody>
      <PageHeader
        title="Reports"
        actions={
          <>
            <ViewsMenu state={state} />
            <ShareButton query={state.query} seesMoney={typeof report.data?.total.amount === 'number'} />
            <ExportMenu path="/api/v1/reports/export" query={toApiQuery(state.query)} choices={ownExports} />
          </>
        }
      />
      <ReportToolbar state={state} />
      <Results state={state} report={report} />
    </PageBody>
  );
}

type ResultsProps = { state: ReportFilterState; report: ReturnType<typeof useReport> };

function Results({ state, report }: ResultsProps) {
  const { data, error, isPending, isError, isFetching, isPlaceholderData, refetch } = report;
  const drillDown = useDrillDown();
  const ReportView = useLate(reportView, true);
  if (isPending) return <ReportSkeleton />;
  // A range that failed is not answered with another one's numbers.
  if (isError && (!data || isPlaceholderData)) {
    return (
      <ErrorState
        title="The report could not be made."
        error={error}
        onRetry={() => refetch()}
        isRetrying={isFetching}
      />
    );
  }
  if (data.total.entries === 0 && !isPlaceholderData) return <NoTime state={state} />;
  if (!ReportView) return <ReportSkeleton />;
  return (
    <div
      aria-busy={isPlaceholderData}
      className={cn('transition-opacity', isPlaceholderData && 'opacity-60 delay-150')}
    >
      <ReportView report={data} today={state.today} onOpen={drillDown.open} />
      <DrillDown state={state} report={data} place={drillDown.place} onClose={drillDown.close} />
    </div>
  );
}
