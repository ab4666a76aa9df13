'use client';

import { History } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from '@/app/_ui/checkbox';
import { EmptyState } from '@/app/_ui/empty-state';
import { ErrorState } from '@/app/_ui/error-state';
import { LoadMore } from '@/app/_ui/load-more';
import { Panel } from '@/app/_ui/panel';
import { Section } from '@/app/_ui/section';
import { SkeletonRows } from '@/app/_ui/skeleton';
import type { Run } from '@/lib/contracts/run';
import { RunTable } from './run-table';
import { useLinkedRun } from './use-linked-run';
import { useRuns } from './use-runs';

type RunLedgerProps = {
  connectionId: string;
  /** Fresher than the ledger's own copy of it. */
  liveRun: Run | null;
  openRunId: string | null;
  onOpen: (runId: string | null) => void;
};

export function RunLedger({ connectionId, liveRun, openRunId, onOpen }: RunLedgerProps) {
  const [withWebhooks, setWithWebhooks] = useState(false);
  const runs = useRuns(connectionId, withWebhooks);
  const listed = runs.data?.pages.flatMap((page) => page.items);
  const linked = useLinkedRun(connectionId, openRunId, listed);
  const items = listed && [...withLive(listed, liveRun), ...(linked ? [linked] : [])];
  return (
    <Section
      title="Runs"
      description="Every run is kept, with all that it did."
      actions={<Checkbox label="Show live updates" checked={withWebhooks} onCheckedChange={setWithWebhooks} />}
    >
      <Panel flush>
        {!items && runs.isPending && <SkeletonRows rows={5} label="Loading runs" />}
        {!items && runs.isError && (
          <ErrorState
            title="The runs could not be loaded."
            error={runs.error}
            onRetry={() => runs.refetch()}
            isRetrying={runs.isFetching}
          />
        )}
        {items?.length === 0 && (
          <EmptyState
            icon={<History aria-hidden />}
            title="No run yet."
            description="Sync now starts the first one; after that the schedule does."
          />
        )}
        {items && items.length > 0 && (
          <>
            <RunTable runs={items} openRunId={openRunId} onOpen={onOpen} />
            <LoadMore
              shown={items.length}
              hasMore={runs.hasNextPage}
              loading={runs.isFetchingNextPage}
              onLoadMore={() => runs.fetchNextPage()}
            />
          </>
        )}
      </Panel>
    </Section>
  );
}

function withLive(runs: readonly Run[], liveRun: Run | null): Run[] {
  if (!liveRun) return [...runs];
  return runs.some((run) => run.id === liveRun.id)
    ? runs.map((run) => (run.id === liveRun.id ? liveRun : run))
    : [liveRun, ...runs];
}
