'use client';

import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ListOf } from '@/lib/contracts/common';
import type { TimeEntry } from '@/lib/contracts/time-entry';

export type EntryPages = InfiniteData<ListOf<TimeEntry>, string | null>;
type Listed = readonly TimeEntry[] | EntryPages;

const lists = { queryKey: ['time', 'entries'] };

/** Takes an entry out of every list that is shown, ahead of the server's answer. Answers the way back. */
export function hideListedEntry(client: QueryClient, entryId: string): () => void {
  const before = client.getQueriesData<Listed>(lists);
  client.setQueriesData<Listed>(lists, (list) => mapEntries(list, (all) => all.filter(({ id }) => id !== entryId)));
  return () => {
    for (const [key, list] of before) client.setQueryData(key, list);
  };
}

/** Shows an entry as the server has it now, wherever it stands. */
export function replaceListedEntry(client: QueryClient, entry: TimeEntry): void {
  const replace = (all: readonly TimeEntry[]) => all.map((each) => (each.id === entry.id ? entry : each));
  client.setQueriesData<Listed>(lists, (list) => mapEntries(list, replace));
}

function mapEntries(
  list: Listed | undefined,
  map: (entries: readonly TimeEntry[]) => readonly TimeEntry[],
): Listed | undefined {
  if (list === undefined) return list;
  if (!('pages' in list)) return map(list);
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: [...map(page.items)] })) };
}
