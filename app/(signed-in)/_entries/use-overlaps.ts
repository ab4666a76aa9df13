'use client';

import { useNow } from '@/app/_ui/use-now';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { isOverlap } from '@/lib/time/day-line';
import { entrySpan } from './entry-span';
import { typedSpan } from './typed-span';
import { useDayEntries } from './use-day-entries';
import type { EntryFormState } from './use-entry-form';

type Form = Pick<EntryFormState, 'form' | 'entry' | 'timeZone'>;

/** The person's other entries that share time with what is typed. */
export function useOverlaps({ form, entry, timeZone }: Form): TimeEntry[] {
  const now = useNow();
  const fields = form.watch();
  const span = typedSpan(fields, entry, timeZone);
  const { data } = useDayEntries({
    on: fields.on,
    userId: entry?.user.id ?? (fields.userId || undefined),
    enabled: span !== null,
  });
  if (span === null) return [];
  const typed = { start: span.start.getTime(), end: span.end?.getTime() ?? now };
  return (data ?? []).filter((other) => {
    if (other.id === entry?.id) return false;
    const taken = entrySpan(other, now);
    return taken !== null && isOverlap(taken, typed);
  });
}
