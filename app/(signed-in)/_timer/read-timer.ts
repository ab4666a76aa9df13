'use client';

import { api } from '@/lib/browser/api';
import { noteServerTime } from '@/lib/browser/server-clock';
import type { Timer } from '@/lib/contracts/timer';

/** Asks what runs, and what time it is. */
export async function readTimer({ signal }: { signal: AbortSignal }): Promise<Timer> {
  const askedAt = Date.now();
  const timer = await api.get<Timer>('/api/v1/timer', { signal });
  noteServerTime(timer.now, askedAt, Date.now());
  return timer;
}
