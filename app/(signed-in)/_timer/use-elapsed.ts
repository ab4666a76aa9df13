'use client';

import { useEffect, useReducer } from 'react';
import { serverNow } from '@/lib/browser/server-clock';

const second = 1_000;

/** Whole seconds since an instant, by the server's clock. Counted anew at each tick, so that a sleep is no gap. */
export function useElapsed(startedAt: string): number {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  const start = Date.parse(startedAt);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const next = () => {
      const sinceTick = (((serverNow() - start) % second) + second) % second;
      timer = setTimeout(show, second - sinceTick);
    };
    const show = () => {
      clearTimeout(timer);
      tick();
      next();
    };
    next();
    // A tab in the background ticks seldom, and one that slept not at all.
    document.addEventListener('visibilitychange', show);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', show);
    };
  }, [start]);
  return Math.max(0, Math.floor((serverNow() - start) / second));
}
