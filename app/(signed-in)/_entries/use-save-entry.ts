'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EntryChange, EntryInput, TimeEntry } from '@/lib/contracts/time-entry';
import { changedEntry } from './changed-entry';
import { formatShortDay } from './day-words';
import { replaceListedEntry } from './listed-entries';
import { refreshTime } from './refresh-time';
import type { Subject } from './subject';
import { writeTime } from './write-time';

export type SaveEntry =
  | { entry: null; input: EntryInput }
  /** `subject`: what `change` names, where it names another. */
  | { entry: TimeEntry; change: EntryChange; subject?: Subject | null };

/** Adds an entry, or changes one. Null: it waits in this browser for the network. */
export function useSaveEntry() {
  const client = useQueryClient();
  return useMutation({
    // What waits for the network is for the outbox, not for react-query.
    networkMode: 'always',
    mutationFn: (save: SaveEntry) =>
      save.entry === null
        ? writeTime<TimeEntry>({
            method: 'POST',
            path: '/api/v1/time-entries',
            body: save.input,
            label: 'Add time',
          })
        : writeTime<TimeEntry>({
            method: 'PATCH',
            path: `/api/v1/time-entries/${save.entry.id}`,
            body: save.change,
            label: `Change time of ${formatShortDay(save.entry.on)}`,
          }),
    onSuccess: (answer, save) => {
      const shown = answer ?? (save.entry && changedEntry(save.entry, save.change, save.subject ?? null));
      if (shown) replaceListedEntry(client, shown);
      if (answer) return refreshTime(client);
      return undefined;
    },
  });
}
