'use client';

import { useState } from 'react';
import { serverNow } from '@/lib/browser/server-clock';
import type { ShownEntry } from '@/lib/browser/shown-timer';

export type JustEnded = { entry: ShownEntry; seconds: number; at: number };

/** What ran until a moment ago, until the sums that were read at `updatedAt` know it: without it they would drop for that moment. */
export function useJustEnded(running: ShownEntry | null, updatedAt: number): JustEnded[] {
  const [last, setLast] = useState(running);
  const [ended, setEnded] = useState<JustEnded[]>([]);
  const unknown = ended.filter(({ at }) => at > updatedAt);
  if (running !== last) {
    setLast(running);
    if (last !== null && !isSame(last, running)) {
      const seconds = Math.max(0, Math.floor((serverNow() - Date.parse(last.startedAt)) / 1_000));
      setEnded([...unknown, { entry: last, seconds, at: Date.now() }]);
    }
  }
  return unknown;
}

function isSame(a: ShownEntry, b: ShownEntry | null): boolean {
  if (b === null) return false;
  // The server gives it an id, and a person may change its start.
  return a.id === null || b.id === null ? a.startedAt === b.startedAt : a.id === b.id;
}
