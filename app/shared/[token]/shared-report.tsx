'use client';

import type { ReactNode } from 'react';
import { DoorCard } from '@/app/_ui/door-card';
import { EmptyState } from '@/app/_ui/empty-state';
import { ErrorState } from '@/app/_ui/error-state';
import { Logo } from '@/app/_ui/logo';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { RelativeTime } from '@/app/_ui/relative-time';
import { TimeZoneContext } from '@/app/_ui/time-zone-context';
import { useNow } from '@/app/_ui/use-now';
import { ExportMenu, sharedExports } from '@/app/(signed-in)/reports/export-menu';
import { formatDays } from '@/app/(signed-in)/reports/format-days';
import { groupingName } from '@/app/(signed-in)/reports/report-columns';
import { ReportSkeleton } from '@/app/(signed-in)/reports/report-skeleton';
import { ReportView } from '@/app/(signed-in)/reports/report-view';
import { roundingName } from '@/app/(signed-in)/reports/report-words';
import { useDocumentTitle } from '@/app/(signed-in)/tasks/[id]/use-document-title';
import { dayIn } from '@/app/(signed-in)/tasks/day-in';
import { ApiError } from '@/lib/browser/api-error';
import { useBrowserValue } from '@/lib/browser/use-browser-value';
import type { SharedReport as Shared } from '@/lib/contracts/report';
import { sharedReportPath, useSharedReport } from './use-shared-report';

/** A report for whoever has its link: nothing to sign in to, nothing to change. */
export function SharedReport({ token }: { token: string }) {
  const { data, error, isPending, isFetching, refetch } = useSharedReport(token);
  if (data) return <Report token={token} shared={data} />;
  if (isPending) {
    return (
      <Page>
        <ReportSkeleton />
      </Page>
    );
  }
  if (error instanceof ApiError && (error.status === 404 || error.status === 410)) return <DeadLink error={error} />;
  return (
    <Page>
      <ErrorState
        title="The report could not be loaded."
        error={error}
        onRetry={() => refetch()}
        isRetrying={isFetching}
      />
    </Page>
  );
}

type ReportProps = { token: string; shared: Shared };

function Report({ token, shared: { name, expiresAt, report } }: ReportProps) {
  const today = dayIn('UTC', useNow());
  useDocumentTitle(name);
  const facts = [
    formatDays(report, today),
    `by ${groupingName(report).toLowerCase()}`,
    ...(report.rounding.mode === 'none' ? [] : [roundingName(report.rounding).toLowerCase()]),
  ];
  return (
    <Page>
      <PageHeader
        title={name}
        actions={<ExportMenu path={`${sharedReportPath(token)}/export`} query={{}} choices={sharedExports} />}
        description={
          <>
            <span className="figures">{facts.join(', ')}.</span>
            {expiresAt && (
              <>
                {' '}
                This link works until <RelativeTime at={expiresAt} />.
              </>
            )}
          </>
        }
      />
      {report.total.entries === 0 ? (
        <EmptyState title="No time in this range." />
      ) : (
        <ReportView report={report} today={today} />
      )}
    </Page>
  );
}

function Page({ children }: { children: ReactNode }) {
  // Nobody is signed in whose zone could be known.
  const timeZone = useBrowserValue(() => Intl.DateTimeFormat().resolvedOptions().timeZone) ?? 'UTC';
  return (
    <TimeZoneContext value={timeZone}>
      <main className="min-h-dvh">
        <PageBody>
          <p className="mb-6 flex items-center gap-2 font-semibold text-ink text-sm">
            <Logo />
            Trackline
          </p>
          {children}
        </PageBody>
      </main>
    </TimeZoneContext>
  );
}

function DeadLink({ error }: { error: ApiError }) {
  const isExpired = error.status === 410;
  return (
    <DoorCard title={isExpired ? 'This link has expired' : 'This link shows nothing'}>
      <p className="text-muted text-sm">
        {isExpired
          ? 'Ask whoever sent it to you for a new one.'
          : 'It may have been revoked, or a part of it is missing. Ask whoever sent it to you for a new one.'}
      </p>
    </DoorCard>
  );
}
