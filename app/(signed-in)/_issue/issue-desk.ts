'use client';

import { useSyncExternalStore } from 'react';
import { signal } from '@/lib/browser/signal';
import type { IssueField } from '@/lib/contracts/linear-write';

/** What of the issue on the screen is being edited. */
export type IssuePart = IssueField | 'comment' | 'relation';

const open = signal<IssuePart | null>(null);

export function openIssuePart(part: IssuePart): void {
  open.set(part);
}

export function closeIssuePart(part?: IssuePart): void {
  if (part === undefined || open.read() === part) open.set(null);
}

/** Whether something is open at this very moment, for what closes because of it. */
export function isPartOpen(): boolean {
  return open.read() !== null;
}

export function useIssuePart(): IssuePart | null {
  return useSyncExternalStore(open.subscribe, open.read, () => null);
}

/** One of them, for what opens and closes itself. */
export function useOpenPart(part: IssuePart) {
  const isOpen = useIssuePart() === part;
  return { isOpen, setIsOpen: (next: boolean) => (next ? openIssuePart(part) : closeIssuePart(part)) };
}
