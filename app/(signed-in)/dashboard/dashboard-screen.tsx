'use client';

import { ErrorState } from '@/app/_ui/error-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { SkeletonRows } from '@/app/_ui/skeleton';
import type { Dashboard } from '@/lib/contracts/dashboard';
import { ConnectionsHealth } from './connections-health';
import { FirstUse } from './first-use';
import { MyTasks } from './my-tasks';
import { RecentChanges } from './recent-changes';
import { useDashboard } from './use-dashboard';
import { useFreshLists } from './use-fresh-lists';

export function DashboardScreen() {
  const { data, error, refetch, isFetching } = useDashboard();
  useFreshLists(data);
  return (
    <PageBody>
      <PageHeader title="Dashboard" />
      {data ? (
        <Content data={data} />
      ) : error ? (
        <ErrorState
          title="The dashboard could not be loaded."
          error={error}
          onRetry={() => refetch()}
          isRetrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={8} label="Loading the dashboard" />
      )}
    </PageBody>
  );
}

function Content({ data }: { data: Dashboard }) {
  if (!data.hasConnection) return <FirstUse />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr]">
      <div className="min-w-0 lg:row-span-2">
        <MyTasks tasks={data.myTasks} />
      </div>
      {data.connections.length > 0 && (
        <div className="min-w-0 max-lg:order-first">
          <ConnectionsHealth connections={data.connections} />
        </div>
      )}
      <RecentChanges changes={data.recentChanges} lastSync={data.lastSync} />
    </div>
  );
}
