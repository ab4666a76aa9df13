'use client';

import { useNow } from '@/app/_ui/use-now';
import { useInstallation } from '@/app/(signed-in)/_money/use-installation';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Stretch } from '@/lib/time/day-line';
import { entrySpan } from './entry-span';
import { typedSpan } from './typed-span';
import { useDayEntries } from './use-day-entries';
import type { EntryFormState } from './use-entry-form';
import { useToday } from './use-today';

const minute = 60_000;

type Form = Pick<EntryFormState, 'form' | 'entry' | 'stored' | 'timeZone'>;

/** The person's other entries that share time with what is typed. */
export function useOverlaps({ form, entry, stored, timeZone }: Form): TimeEntry[] {
  const now = useNow();
  // Where overlaps are refused, a second is one too many.
  const least = useInstallation().data?.overlaps === 'refuse' ? 1 : minute;
  const today = useToday();
  const fields = form.watch();
  const span = typedSpan(fields, stored, timeZone);
  const { data } = useDayEntries({
    on: span === null ? today : fields.on,
    userId: entry?.user.id ?? (fields.userId || undefined),
    enabled: span !== null,
  });
  if (span === null) return [];
  const typed = { start: span.start.getTime(), end: span.end?.getTime() ?? now };
  return (data ?? []).filter((other) => {
    if (other.id === entry?.id) return false;
    const taken = entrySpan(other, now);
    return taken !== null && sharedMs(taken, typed) >= least;
  });
}

function sharedMs(a: Stretch, b: Stretch): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}
