'use client';

import type { QueryClient } from '@tanstack/react-query';
import { keys } from '@/lib/browser/query-keys';
import type { WaitingChange } from '@/lib/browser/waiting-change';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Timer } from '@/lib/contracts/timer';

/** Puts the answer to a change of the timer in the place of what was shown ahead of it. */
export async function takeAnswer(client: QueryClient, change: WaitingChange, answer: unknown): Promise<void> {
  const { effect } = change;
  if (effect === null) return;
  // An answer that is on its way was made before this change.
  await client.cancelQueries({ queryKey: keys.time.timer, exact: true });
  client.setQueryData<Timer>(keys.time.timer, (timer) => timer && timerAfter(timer, effect.kind, answer));
}

/** Start and keep answer the timer; stop, discard, change and restore an entry. */
export function timerAfter(timer: Timer, kind: NonNullable<WaitingChange['effect']>['kind'], answer: unknown): Timer {
  if (isTimer(answer)) {
    const { entry, now, askAt, stopsAt } = answer;
    return { entry, now, askAt, stopsAt };
  }
  if (!isEntry(answer)) return timer;
  const isShown = timer.entry?.id === answer.id;
  if (kind === 'end') return isShown ? { ...timer, entry: null, askAt: null, stopsAt: null } : timer;
  return isShown || kind === 'start' ? { ...timer, entry: answer.endedAt === null ? answer : null } : timer;
}

function isTimer(answer: unknown): answer is Timer {
  return typeof answer === 'object' && answer !== null && 'entry' in answer && 'askAt' in answer;
}

function isEntry(answer: unknown): answer is TimeEntry {
  return typeof answer === 'object' && answer !== null && 'id' in answer && 'startedAt' in answer;
}
