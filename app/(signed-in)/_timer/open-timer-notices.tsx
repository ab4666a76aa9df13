'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { formatInstant } from './format-instant';
import { Notice } from './notice';
import { shortName } from './timer-actions';
import { openTimerDialog } from './timer-dialog';
import { useNetwork } from './use-network';
import { useReviews } from './use-reviews';
import { useWaitingChanges } from './use-shown-entry';
import { useStillWorking } from './use-still-working';

export function OpenTimerNotices() {
  return (
    <>
      <RefusedNotice />
      <OfflineNotice />
      <StillWorkingNotice />
      <ReviewNotice />
    </>
  );
}

const showWaiting = (
  <Button size="sm" variant="ghost" onClick={() => openTimerDialog('waiting')}>
    Show
  </Button>
);

function RefusedNotice() {
  const refused = useWaitingChanges().filter(({ refusal }) => refusal !== null);
  const [first] = refused;
  if (!first) return null;
  const text = refused.length === 1 ? `Not saved: ${first.label}.` : `${refused.length} changes were not saved.`;
  return (
    <Notice tone="danger" action={showWaiting}>
      {text} {refused.length === 1 && first.refusal?.message}
    </Notice>
  );
}

function OfflineNotice() {
  const network = useNetwork();
  const count = useWaitingChanges().filter(({ refusal }) => refusal === null).length;
  if (network === 'there') return null;
  const away = network === 'offline' ? 'Offline' : 'The server does not answer';
  if (count === 0)
    return network === 'offline' && <Notice tone="warning">{away}. What you do is kept and sent later.</Notice>;
  return (
    <Notice tone="warning" action={showWaiting}>
      {away}: {count} {count === 1 ? 'change' : 'changes'} waiting
    </Notice>
  );
}

function StillWorkingNotice() {
  const question = useStillWorking();
  const timeZone = useTimeZone();
  if (!question) return null;
  const answer = (
    <Button size="sm" variant="ghost" onClick={() => openTimerDialog('still-working')}>
      Answer
    </Button>
  );
  return (
    <Notice tone="warning" action={answer}>
      Still working on {shortName(question.entry)}? It is stopped at {formatInstant(question.askAt, timeZone)} if nobody
      answers by {formatInstant(question.stopsAt, timeZone)}.
    </Notice>
  );
}

function ReviewNotice() {
  const { entries, total } = useReviews();
  const timeZone = useTimeZone();
  const [hidden, setHidden] = useState<string | null>(null);
  const [newest] = entries;
  if (!newest || newest.id === hidden) return null;
  const at = newest.endedAt ? ` at ${formatInstant(newest.endedAt, timeZone)}` : '';
  const others = total > 1 ? `, and ${total - 1} more before` : '';
  return (
    <Notice
      tone="info"
      onHide={() => setHidden(newest.id)}
      action={
        <ButtonLink size="sm" variant="ghost" href={`/timesheet/day?on=${newest.on}`}>
          Look at it
        </ButtonLink>
      }
    >
      Trackline stopped {shortName(newest)}
      {at}
      {others}. Check the end.
    </Notice>
  );
}
