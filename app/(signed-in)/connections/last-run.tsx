import { cn } from '@/app/_ui/cn';
import { formatCount, formatPercent } from '@/app/_ui/format-number';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { Connection } from '@/lib/contracts/connection';
import type { Run } from '@/lib/contracts/run';
import { runStatusLooks, tellChanges } from './run-words';

type LastRunProps = {
  connection: Pick<Connection, 'activeRun' | 'lastRun'>;
  /** As many lines as it needs, where there is room below. */
  isWrapped?: boolean;
};

/** One line: what the run under way has done, or how the last one ended. */
export function LastRun({ connection, isWrapped = false }: LastRunProps) {
  const { activeRun, lastRun } = connection;
  if (activeRun) return <span className="figures">{tellProgress(activeRun)}</span>;
  if (!lastRun) return <span className="text-muted">Never</span>;
  const { status, error, counts, finishedAt, createdAt } = lastRun;
  const said = error && status === 'failed' ? error.message : tellChanges(counts);
  return (
    <span className={cn('flex min-w-0 items-baseline gap-x-1.5', isWrapped && 'flex-wrap')}>
      <RelativeTime at={finishedAt ?? createdAt} />
      <span className={cn('min-w-0', isWrapped ? 'text-muted' : 'truncate')}>
        {status !== 'succeeded' && `${runStatusLooks[status].label}: `}
        {said}
      </span>
    </span>
  );
}

function tellProgress({ status, progress }: Run): string {
  const { label } = runStatusLooks[status];
  if (progress.total === 0) return label;
  const done = Math.min(progress.done, progress.total);
  return `${label}: ${formatCount(done)} of ${formatCount(progress.total)} (${formatPercent(done / progress.total)})`;
}
