'use client';

import { useSyncExternalStore } from 'react';
import { signal } from '@/lib/browser/signal';

const open = signal<{ title: string } | null>(null);

/** From anywhere: the palette, the dialog for a task of one's own. */
export function openNewIssue(title = ''): void {
  open.set({ title });
}

export function closeNewIssue(): void {
  open.set(null);
}

export function useNewIssueDialog() {
  return useSyncExternalStore(open.subscribe, open.read, () => null);
}
