'use client';

import { Callout } from '@/app/_ui/callout';
import type { Connection } from '@/lib/contracts/connection';
import type { PushView } from '@/lib/contracts/push';
import { refusalTroubles, silence } from './live-words';

type LiveNoticeProps = { connection: Connection; push: PushView };

/** Why nothing arrives, and what to do. */
export function LiveNotice({ connection, push: { state, lastRefusal } }: LiveNoticeProps) {
  if (connection.health === 'paused') {
    return (
      <Callout tone="warning" title="This connection is paused, so what Linear sends is dropped.">
        {refusalTroubles.disabled.remedy}
      </Callout>
    );
  }
  if (state === 'silent') {
    return (
      <Callout tone="warning" title={silence.title}>
        {silence.remedy}
      </Callout>
    );
  }
  if (state !== 'refusing' || !lastRefusal) return null;
  const { title, remedy } = refusalTroubles[lastRefusal];
  return (
    <Callout tone="danger" title={title}>
      {remedy}
    </Callout>
  );
}
