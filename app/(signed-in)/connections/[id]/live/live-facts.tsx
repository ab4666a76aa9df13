'use client';

import { Definition, DefinitionList } from '@/app/_ui/definition-list';
import { formatCount } from '@/app/_ui/format-number';
import { RelativeTime } from '@/app/_ui/relative-time';
import { StatusDot } from '@/app/_ui/status-dot';
import type { PushView } from '@/lib/contracts/push';
import { formatDelay, refusalWords, stateLooks } from './live-words';

export function LiveFacts({ push }: { push: PushView }) {
  const { label, tone } = stateLooks[push.state];
  return (
    <DefinitionList>
      <Definition term="State">
        <StatusDot tone={tone}>{label}</StatusDot>
      </Definition>
      <Definition term="Last delivery">
        <Instant at={push.lastReceivedAt} />
      </Definition>
      <Definition term="Last applied">
        <Instant at={push.lastAppliedAt} />
        {push.lastAppliedAt && push.lastDelayMs !== null && (
          <span className="figures text-muted">, {formatDelay(push.lastDelayMs)} after the change</span>
        )}
      </Definition>
      <Definition term="Deliveries">
        <span className="figures">{formatCount(push.deliveries)}</span>
        <span className="text-muted">{tellRest(push)}</span>
      </Definition>
      {push.waitingHints > 0 && (
        <Definition term="Waiting">
          <span className="figures">{formatCount(push.waitingHints)}</span>
          <span className="text-muted"> to be read from Linear</span>
        </Definition>
      )}
      {push.lastRefusedAt && push.lastRefusal && (
        <Definition term="Refused">
          <span className="figures">{formatCount(push.refusals)}</span>
          <span className="text-muted">
            , the last <RelativeTime at={push.lastRefusedAt} />: {refusalWords[push.lastRefusal]}
          </span>
        </Definition>
      )}
    </DefinitionList>
  );
}

function Instant({ at }: { at: string | null }) {
  return at ? <RelativeTime at={at} /> : <span className="text-faint">Not yet</span>;
}

function tellRest({ repeated, dropped }: PushView): string {
  const rest = [
    ...(repeated > 0 ? [`${formatCount(repeated)} repeated`] : []),
    ...(dropped > 0 ? [`${formatCount(dropped)} left to the schedule`] : []),
  ];
  return rest.length === 0 ? '' : `, ${rest.join(', ')}`;
}
