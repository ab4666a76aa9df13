'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useReducer } from 'react';
import { keys } from '@/lib/browser/query-keys';
import { serverNow } from '@/lib/browser/server-clock';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import type { Timer } from '@/lib/contracts/timer';
import { readTimer } from './read-timer';
import { useShownEntry, useWaitingChanges } from './use-shown-entry';

const lookMilliseconds = 15_000;

export type StillWorking = { entry: ShownEntry; askAt: string; stopsAt: string };

/** Set once a timer has run so long that the person is to be asked about it. */
export function useStillWorking(): StillWorking | null {
  const { data } = useQuery({ queryKey: keys.time.timer, queryFn: readTimer, select: questionOf, enabled: false });
  const entry = useShownEntry();
  const isAnswered = useWaitingChanges().some(
    ({ effect, entryId }) => effect?.kind === 'keep' && entryId === entry?.id,
  );
  const isPast = useIsPast(data?.askAt ?? null);
  // What is shown may be another timer than the one that the server asks about.
  if (!data?.askAt || !data.stopsAt || entry === null || entry.id !== data.entryId || isAnswered || !isPast)
    return null;
  return { entry, askAt: data.askAt, stopsAt: data.stopsAt };
}

const questionOf = ({ entry, askAt, stopsAt }: Timer) => ({ entryId: entry?.id ?? null, askAt, stopsAt });

/** By the server's clock. Looked at again and again, because a timer of hours does not survive a sleep. */
function useIsPast(instant: string | null): boolean {
  const [, look] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (instant === null) return;
    const timer = setInterval(look, lookMilliseconds);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [instant]);
  return instant !== null && serverNow() >= Date.parse(instant);
}
