'use client';

import { useSyncExternalStore } from 'react';
import { signal } from '@/lib/browser/signal';

/** What floats over the page because of the timer. */
export type TimerDialog = 'start' | 'details' | 'waiting' | 'still-working' | null;

const closed: { dialog: TimerDialog; search: string } = { dialog: null, search: '' };
const open = signal(closed);

/** From anywhere: a key, a command, a link, a notice. `search`: what the start picker begins with. */
export function openTimerDialog(dialog: TimerDialog, search = ''): void {
  open.set({ dialog, search });
}

export function closeTimerDialog(): void {
  open.set(closed);
}

export function useTimerDialog() {
  return useSyncExternalStore(open.subscribe, open.read, () => closed);
}
