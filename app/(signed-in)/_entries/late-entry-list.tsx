'use client';

import { late } from '@/app/_ui/late';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useLate } from '@/app/_ui/use-late';
import type { EntryListProps } from './entry-list';

const entryList = late(async () => (await import('./entry-list')).EntryList);

/** For pages that are about something else first. */
export function LateEntryList(props: EntryListProps) {
  const EntryList = useLate(entryList, true);
  return EntryList ? <EntryList {...props} /> : <SkeletonRows rows={3} label="Loading the time" />;
}
