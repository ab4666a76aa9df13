'use client';

import { ErrorState } from '@/app/_ui/error-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { useShownEntry } from '@/app/(signed-in)/_timer/use-shown-entry';
import type { Dashboard, TimeDashboard } from '@/lib/contracts/dashboard';
import { ConnectionsHealth } from './connections-health';
import { FirstUse } from './first-use';
import { MyTasks } from './my-tasks';
import { MyTime } from './my-time';
import { NearBudgets } from './near-budgets';
import { NoTime } from './no-time';
import { RecentChanges } from './recent-changes';
import { RecentTime } from './recent-time';
import { RunningNow } from './running-now';
import { useDashboard } from './use-dashboard';
import { useFreshLists } from './use-fresh-lists';
import { useTimeDashboard } from './use-time-dashboard';

export function DashboardScreen() {
  const work = useDashboard();
  const time = useTimeDashboard();
  useFreshLists(work.data);
  const failed = [work, time].find(({ data, error }) => data === undefined && error !== null);
  return (
    <PageBody>
      <PageHeader title="Dashboard" />
      {work.data && time.data ? (
        <Content work={work.data} time={time.data} updatedAt={time.dataUpdatedAt} />
      ) : failed ? (
        <ErrorState
          title="The dashboard could not be loaded."
          error={failed.error}
          onRetry={() => Promise.all([work.refetch(), time.refetch()])}
          isRetrying={work.isFetching || time.isFetching}
        />
      ) : (
        <SkeletonRows rows={8} label="Loading the dashboard" />
      )}
    </PageBody>
  );
}

type ContentProps = { work: Dashboard; time: TimeDashboard };

function Content({ work, time, updatedAt }: ContentProps & { updatedAt: number }) {
  const hasTime = useShownEntry() !== null || time.recent.length > 0 || time.week.seconds > 0;
  const { hasConnection } = work;
  if (!(hasConnection || hasTime)) return <FirstUse />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr]">
      {hasTime ? <MyTime time={time} updatedAt={updatedAt} part="week" /> : <NoTime />}
      <Beside work={work} time={time} />
      <div className="flex min-w-0 flex-col gap-8">
        <MyTime time={time} updatedAt={updatedAt} part="projects" />
        {hasConnection ? <MyTasks tasks={work.myTasks} /> : <FirstUse />}
      </div>
    </div>
  );
}

/** The second column; on a phone it follows one's own time, and what changed in Linear comes last. */
function Beside({ work: { connections, hasConnection, recentChanges, lastSync }, time }: ContentProps) {
  const isAdmin = usePerson().role === 'admin';
  return (
    <div className="flex min-w-0 flex-col gap-8 max-lg:contents lg:row-span-2">
      <RecentTime recent={time.recent} />
      {isAdmin && <RunningNow running={time.running} />}
      <NearBudgets budgets={time.budgets} />
      {connections.length > 0 && <ConnectionsHealth connections={connections} />}
      {hasConnection && (
        <div className="min-w-0 max-lg:order-last">
          <RecentChanges changes={recentChanges} lastSync={lastSync} />
        </div>
      )}
    </div>
  );
}
