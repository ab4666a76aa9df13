'use client';

import { useEffect, useState } from 'react';
import { readSessionText, writeSessionText } from '@/lib/browser/session-text';

/** A text that is being written: a failure, a reload or a way to another page loses nothing. Null: nothing is. */
export function useDraft(name: string) {
  const key = `trackline-draft-${name}`;
  const [draft, setDraft] = useState<string | null>(() => readSessionText(key));
  useEffect(() => writeSessionText(key, draft), [key, draft]);
  return [draft, setDraft] as const;
}
