'use client';

import { readSessionText, writeSessionText } from '@/lib/browser/session-text';

/** Null: nothing is waiting to be saved. */
export function readDraft(taskId: string): string | null {
  return readSessionText(keyOf(taskId));
}

export function writeDraft(taskId: string, text: string | null): void {
  writeSessionText(keyOf(taskId), text);
}

const keyOf = (taskId: string) => `trackline-notes-${taskId}`;
