'use client';

import { Plus } from 'lucide-react';
import { ButtonLink } from '@/app/_ui/button-link';
import { ErrorState } from '@/app/_ui/error-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Panel } from '@/app/_ui/panel';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { ConnectionsTable } from './connections-table';
import { NoConnections } from './no-connections';
import { useConnections } from './use-connections';

export function ConnectionsScreen() {
  const connections = useConnections();
  const items = connections.data?.items;
  const hasSome = items !== undefined && items.length > 0;
  return (
    <PageBody>
      <PageHeader
        title="Connections"
        description={hasSome ? 'Linear workspaces whose issues are tasks here.' : undefined}
        actions={
          hasSome && (
            <ButtonLink href="/connections/new">
              <Plus aria-hidden />
              Connect Linear
            </ButtonLink>
          )
        }
      />
      <Panel flush>
        {items === undefined && connections.isPending && <SkeletonRows rows={2} label="Loading connections" />}
        {items === undefined && connections.isError && (
          <ErrorState
            title="The connections could not be loaded."
            error={connections.error}
            onRetry={() => connections.refetch()}
            isRetrying={connections.isFetching}
          />
        )}
        {hasSome && <ConnectionsTable connections={items} />}
        {items?.length === 0 && <NoConnections />}
      </Panel>
    </PageBody>
  );
}
