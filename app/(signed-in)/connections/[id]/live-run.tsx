'use client';

import Link from 'next/link';
import { Button } from '@/app/_ui/button';
import { formatCount, plural } from '@/app/_ui/format-number';
import { Panel } from '@/app/_ui/panel';
import { Progress } from '@/app/_ui/progress';
import { RelativeTime } from '@/app/_ui/relative-time';
import { RunStatusBadge } from '@/app/(signed-in)/connections/run-status-badge';
import { isActive, nameRun, runStatusLooks, triggerWords } from '@/app/(signed-in)/connections/run-words';
import { formatEstimate } from '@/app/(signed-in)/connections/span-words';
import type { Run } from '@/lib/contracts/run';
import { LiveRunEnd } from './live-run-end';
import { useCancelRun } from './use-cancel-run';
import { useTimeLeft } from './use-time-left';

type LiveRunProps = {
  run: Run;
  isPolling: boolean;
  onDismiss: () => void;
  onShow: (runId: string) => void;
};

/** The run under way: how far, how long still, and the way to stop it. */
export function LiveRun({ run, isPolling, onDismiss, onShow }: LiveRunProps) {
  const cancel = useCancelRun(run);
  const secondsLeft = useTimeLeft(run);
  const name = nameRun(run);
  if (!isActive(run)) return <LiveRunEnd run={run} onDismiss={onDismiss} onShow={onShow} />;
  return (
    <Panel role="region" aria-label="Run under way" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="font-semibold text-base text-ink">{name}</h2>
        <RunStatusBadge status={run.status} />
        <span className="text-faint text-xs">
          {triggerWords[run.trigger]}
          {run.startedAt && (
            <>
              , started <RelativeTime at={run.startedAt} />
            </>
          )}
          {isPolling && ', live updates are held up: asking every 2 s'}
        </span>
        <Button size="sm" className="ml-auto" onClick={cancel.ask} loading={cancel.isAsked}>
          {cancel.isAsked ? 'Canceling' : 'Cancel'}
        </Button>
      </div>
      <Progress
        label={run.dryRun ? 'Issues compared' : 'Issues read'}
        value={Math.min(run.progress.done, run.progress.total)}
        max={run.progress.total > 0 ? run.progress.total : null}
        tone={run.status === 'waiting' ? 'neutral' : 'accent'}
        detail={secondsLeft !== null && run.progress.total > 0 ? `${formatEstimate(secondsLeft)} left` : undefined}
      />
      <Waiting run={run} />
      <p className="figures flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
        <span>{formatCount(run.counts.created)} created</span>
        <span>{formatCount(run.counts.updated)} updated</span>
        <span>{formatCount(run.counts.unchanged)} unchanged</span>
        {run.counts.failed > 0 && <span className="text-danger">{formatCount(run.counts.failed)} failed</span>}
        <span>{plural(run.pages, 'page')}</span>
        <span>{plural(run.requests, 'request')}</span>
        {!run.dryRun && (
          <Link href="/tasks" className="ml-auto text-accent-text hover:underline">
            See tasks
          </Link>
        )}
      </p>
      <span role="status" className="sr-only">
        {name}: {runStatusLooks[run.status].label}
      </span>
    </Panel>
  );
}

function Waiting({ run }: { run: Run }) {
  if (run.status !== 'waiting') return null;
  return (
    <p className="text-info text-sm">
      {run.error?.message ?? "Waiting for Linear's rate limit to reset."}{' '}
      {run.waitingUntil && (
        <>
          It goes on by itself <RelativeTime at={run.waitingUntil} />.
        </>
      )}
    </p>
  );
}
