'use client';

import { useQuery } from '@tanstack/react-query';
import { Callout } from '@/app/_ui/callout';
import { formatCount } from '@/app/_ui/format-number';
import { formatFull } from '@/app/_ui/format-time';
import { RelativeTime } from '@/app/_ui/relative-time';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { countWords, isActive, triggerWords } from '@/app/(signed-in)/connections/run-words';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Run } from '@/lib/contracts/run';
import { IssueErrors } from './issue-errors';
import { PlannedActions } from './planned-actions';
import { shownCounts } from './shown-counts';

/** All that a run has to tell: its counts, its errors, and for a dry run what it would have done. */
export function RunDetails({ run: listed }: { run: Run }) {
  const { data } = useQuery({
    queryKey: keys.runs.detail(listed.id),
    queryFn: ({ signal }) => api.get<Run>(`/api/v1/runs/${listed.id}`, { signal }),
    placeholderData: listed,
  });
  const run = data ?? listed;
  return (
    <div className="flex flex-col gap-4">
      {run.error && (
        <Callout tone={run.status === 'failed' ? 'danger' : 'warning'} title={run.error.message} className="max-w-3xl">
          {run.error.hint}
        </Callout>
      )}
      {run.resumesAt && (
        <p className="text-muted text-sm">
          The rest goes on by itself <RelativeTime at={run.resumesAt} />.
        </p>
      )}
      <RunFacts run={run} />
      {run.issueErrors.length > 0 && <IssueErrors errors={run.issueErrors} total={run.counts.failed} />}
      {run.dryRun && !isActive(run) && <PlannedActions actions={run.preview ?? []} />}
    </div>
  );
}

function RunFacts({ run }: { run: Run }) {
  const timeZone = useTimeZone();
  const full = (instant: string | null) => (instant ? formatFull(Date.parse(instant), timeZone) : 'Not yet');
  const facts: [string, string][] = [
    ['Started', full(run.startedAt)],
    ['Finished', full(run.finishedAt)],
    ['Started by', triggerWords[run.trigger]],
    ['Pages', formatCount(run.pages)],
    ['Requests', formatCount(run.requests)],
    ['Points spent', formatCount(run.complexity)],
    ...shownCounts.map((key): [string, string] => [countWords[key], formatCount(run.counts[key])]),
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-xs sm:grid-cols-3 lg:grid-cols-6">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt className="text-muted">{term}</dt>
          <dd className="figures text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
