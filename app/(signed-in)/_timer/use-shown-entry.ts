'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { keys } from '@/lib/browser/query-keys';
import { waiting } from '@/lib/browser/queued-send';
import { type ShownEntry, shownEntry } from '@/lib/browser/shown-timer';
import type { WaitingChange } from '@/lib/browser/waiting-change';
import type { Timer } from '@/lib/contracts/timer';
import { readTimer } from './read-timer';

const none: readonly WaitingChange[] = [];

/** The changes that the server has not confirmed. */
export function useWaitingChanges(): readonly WaitingChange[] {
  return useSyncExternalStore(waiting.subscribe, waiting.read, () => none);
}

/** What runs, null when nothing does: at once after a click, whatever the network does. Reads only; the top bar asks the server. */
export function useShownEntry(): ShownEntry | null {
  const { data = null } = useQuery({
    queryKey: keys.time.timer,
    queryFn: readTimer,
    select: entryOf,
    enabled: false,
  });
  const changes = useWaitingChanges();
  return useMemo(() => shownEntry(data, changes), [data, changes]);
}

const entryOf = (timer: Timer) => timer.entry;
