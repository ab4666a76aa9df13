'use client';

import { useId } from 'react';
import { ErrorState } from '@/app/_ui/error-state';
import { Panel } from '@/app/_ui/panel';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { Switch } from '@/app/_ui/switch';
import type { Connection } from '@/lib/contracts/connection';
import type { TimeOnIssuesView } from '@/lib/contracts/time-on-issues';
import { RemoveTime } from './remove-time';
import { TimeFacts } from './time-facts';
import { TimeFailures } from './time-failures';
import { TimeNotice } from './time-notice';
import { useSwitchTime, useTimeOnIssues } from './use-time-on-issues';

export function TimePanel({ connection }: { connection: Connection }) {
  const { data, error, isFetching, refetch } = useTimeOnIssues(connection.id);
  if (data) return <TimeState connection={connection} time={data} />;
  return (
    <Panel flush>
      {error ? (
        <ErrorState
          title="Time on issues could not be loaded."
          error={error}
          onRetry={() => refetch()}
          isRetrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={3} label="Loading time on issues" />
      )}
    </Panel>
  );
}

type TimeStateProps = { connection: Connection; time: TimeOnIssuesView };

function TimeState({ connection, time }: TimeStateProps) {
  const switchId = useId();
  const isUsed = connection.timeOnIssues || time.state === 'removing' || time.issues > 0;
  return (
    <Panel className="flex flex-col gap-4">
      <TimeNotice time={time} isUsed={isUsed} />
      <TimeSwitches connection={connection} time={time} switchId={switchId} />
      {isUsed && (
        <div className="flex flex-col gap-3 border-line border-t pt-3">
          <TimeFacts time={time} />
          <TimeFailures time={time} />
          <RemoveTime connection={connection} time={time} switchId={switchId} />
        </div>
      )}
    </Panel>
  );
}

function TimeSwitches({ connection, time, switchId }: TimeStateProps & { switchId: string }) {
  const { change, isPending } = useSwitchTime(connection.id);
  const canBegin = connection.timeOnIssues || time.problem === null;
  const canComment = connection.commentOnStop || connection.writeBack !== 'off';
  return (
    <>
      <Switch
        id={switchId}
        label="Show tracked time on issues"
        hint={
          'Each issue with time carries one attachment, like "3h 20m tracked", with the names of who tracked it and a link back. It is brought up to date at most every 15 minutes.'
        }
        checked={connection.timeOnIssues}
        disabled={isPending || !canBegin}
        onCheckedChange={(timeOnIssues) => change({ timeOnIssues }, 'Time on issues could not be switched.')}
      />
      <Switch
        label="Comment when a timer stops"
        hint={
          canComment
            ? 'The issue gets one comment, like "1h 30m tracked by Ada: review". Timers under a minute are not told.'
            : 'Turn on writing to Linear first: comments are written as any other.'
        }
        checked={connection.commentOnStop}
        disabled={isPending || !canComment}
        onCheckedChange={(commentOnStop) => change({ commentOnStop }, 'Comments could not be switched.')}
      />
    </>
  );
}
