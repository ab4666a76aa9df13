'use client';

import { useEffect, useRef, useState } from 'react';
import type { Run } from '@/lib/contracts/run';

type Sample = { at: number; done: number };

const windowMilliseconds = 20_000;
const shortestMilliseconds = 1_500;

/** Seconds that are left at the pace of the last moments; null while there is no pace to go by. */
export function useTimeLeft(run: Run): number | null {
  const samples = useRef<Sample[]>([]);
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const { id, status } = run;
  const { done, total } = run.progress;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is another pace.
  useEffect(() => {
    samples.current = [];
    setSecondsLeft(null);
  }, [id]);
  useEffect(() => {
    if (status !== 'running') {
      samples.current = [];
      setSecondsLeft(null);
      return;
    }
    const at = Date.now();
    samples.current = [...samples.current.filter((sample) => at - sample.at <= windowMilliseconds), { at, done }];
    setSecondsLeft(reckonSecondsLeft(samples.current, total));
  }, [status, done, total]);
  return secondsLeft;
}

function reckonSecondsLeft(samples: readonly Sample[], total: number): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < shortestMilliseconds || last.done <= first.done) return null;
  const perMillisecond = (last.done - first.done) / (last.at - first.at);
  return Math.max(0, total - last.done) / perMillisecond / 1000;
}
