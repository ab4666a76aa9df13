'use client';

import { ErrorState } from '@/app/_ui/error-state';
import { Panel } from '@/app/_ui/panel';
import { SkeletonRows } from '@/app/_ui/skeleton';
import type { Connection } from '@/lib/contracts/connection';
import type { PushView } from '@/lib/contracts/push';
import { LiveFacts } from './live-facts';
import { LiveNotice } from './live-notice';
import { MakeWebhook } from './make-webhook';
import { PasteWebhook } from './paste-webhook';
import { RecentDeliveries } from './recent-deliveries';
import { usePush } from './use-push';
import { WebhookList } from './webhook-list';

export function LivePanel({ connection }: { connection: Connection }) {
  const { data, error, isFetching, refetch } = usePush(connection.id);
  if (data) return <LiveState connection={connection} push={data} />;
  return (
    <Panel flush>
      {error ? (
        <ErrorState
          title="Live updates could not be loaded."
          error={error}
          onRetry={() => refetch()}
          isRetrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={3} label="Loading live updates" />
      )}
    </Panel>
  );
}

function LiveState({ connection, push }: { connection: Connection; push: PushView }) {
  if (push.state === 'off') {
    return (
      <Panel className="flex flex-col gap-4">
        <MakeWebhook connection={connection} push={push} />
      </Panel>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <LiveNotice connection={connection} push={push} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <Panel className="flex flex-col gap-3 py-2">
          <LiveFacts push={push} />
          <WebhookList connection={connection} push={push} />
          <details className="group text-sm">
            <summary className="cursor-pointer py-1 text-muted hover:text-ink pointer-coarse:py-3">
              Add another webhook
            </summary>
            <div className="flex flex-col gap-4 pt-2 pb-2">
              <PasteWebhook connection={connection} push={push} />
            </div>
          </details>
        </Panel>
        <Panel flush>
          <RecentDeliveries push={push} />
        </Panel>
      </div>
    </div>
  );
}
