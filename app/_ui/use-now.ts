'use client';

import { useSyncExternalStore } from 'react';

const tickMilliseconds = 30_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for the whole page: a hundred rows with a time need one timer. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, tickMilliseconds);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const currentTick = () => Math.floor(Date.now() / tickMilliseconds) * tickMilliseconds;

/** The time in epoch milliseconds, in steps of half a minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, currentTick, currentTick);
}
