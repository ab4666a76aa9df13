'use client';

import { Definition, DefinitionList } from '@/app/_ui/definition-list';
import { formatCount } from '@/app/_ui/format-number';
import { RelativeTime } from '@/app/_ui/relative-time';
import { StatusDot } from '@/app/_ui/status-dot';
import type { Tone } from '@/app/_ui/tones';
import type { TimeOnIssuesView } from '@/lib/contracts/time-on-issues';

const looks: Record<TimeOnIssuesView['state'], { label: string; tone: Tone }> = {
  on: { label: 'On', tone: 'success' },
  off: { label: 'Off', tone: 'neutral' },
  removing: { label: 'Removing', tone: 'info' },
};

export function TimeFacts({ time }: { time: TimeOnIssuesView }) {
  const { state, issues, waiting, lastSentAt, problem } = time;
  const { label, tone } = looks[state];
  const isHeld = state === 'on' && problem !== null;
  return (
    <DefinitionList>
      <Definition term="State">
        <StatusDot tone={isHeld ? 'warning' : tone}>{isHeld ? 'On, but nothing is sent' : label}</StatusDot>
      </Definition>
      <Definition term="Issues">
        <span className="figures">{formatCount(issues)}</span>
        <span className="text-muted">{state === 'on' ? ' carry their time' : ' still carry their time'}</span>
      </Definition>
      {waiting > 0 && (
        <Definition term="Waiting">
          <span className="figures">{formatCount(waiting)}</span>
          <span className="text-muted">{state === 'removing' ? ' to be removed' : ' to be sent'}</span>
        </Definition>
      )}
      <Definition term="Last sent">
        {lastSentAt ? <RelativeTime at={lastSentAt} /> : <span className="text-faint">Not yet</span>}
      </Definition>
    </DefinitionList>
  );
}
