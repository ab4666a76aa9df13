'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/lib/browser/api';
import type { EntryChange, EntryInput, TimeEntry } from '@/lib/contracts/time-entry';
import { newId } from '@/lib/kit/new-id';
import { replaceListedEntry } from './listed-entries';
import { refreshTime } from './refresh-time';

export type SaveEntry = { entryId: null; input: EntryInput } | { entryId: string; change: EntryChange };

/** Adds an entry, or changes one. The same input sent again after a lost answer adds nothing twice. */
export function useSaveEntry() {
  const client = useQueryClient();
  const lastSent = useRef({ body: '', key: '' });
  function keyOf(input: EntryInput): string {
    const body = JSON.stringify(input);
    if (lastSent.current.body !== body) lastSent.current = { body, key: newId() };
    return lastSent.current.key;
  }
  return useMutation({
    mutationFn: (save: SaveEntry) =>
      save.entryId === null
        ? api.post<TimeEntry>('/api/v1/time-entries', save.input, { idempotencyKey: keyOf(save.input) })
        : api.patch<TimeEntry>(`/api/v1/time-entries/${save.entryId}`, save.change),
    onSuccess: (entry) => {
      lastSent.current = { body: '', key: '' };
      replaceListedEntry(client, entry);
      return refreshTime(client);
    },
  });
}
