'use client';

import { useState } from 'react';
import { readError } from '@/app/_ui/read-error';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { formatShortDay } from '@/app/(signed-in)/_entries/day-words';
import { serverNow } from '@/lib/browser/server-clock';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import { localDay, localTime } from '@/lib/time/local-day';
import { startAt } from './start-at';
import { editTimer } from './timer-actions';

/** The start as a time of day, saved when the field is left. */
export function useStartField(entry: ShownEntry) {
  const timeZone = useTimeZone();
  const started = new Date(entry.startedAt);
  const stored = localTime(started, timeZone);
  /** Null: nothing was typed that is not stored. */
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string>();

  async function save() {
    if (typed === null || typed === stored) return setTyped(null);
    const startedAt = startAt(typed, started, timeZone, new Date(serverNow()));
    if (startedAt === null) return setError('Enter a time, like 9:30.');
    setTyped(null);
    try {
      await editTimer(entry, { startedAt: startedAt.toISOString() });
    } catch (reason) {
      setTyped(typed);
      setError(readError(reason).message ?? 'This was not saved.');
    }
  }
  const on = localDay(started, timeZone);
  const isToday = on === localDay(new Date(serverNow()), timeZone);
  return {
    error,
    // Always one line: what is below must not move away from under a click that leaves the field.
    hint: error ? undefined : isToday ? 'Today' : formatShortDay(on),
    field: {
      value: typed ?? stored,
      onChange: (text: string) => {
        setError(undefined);
        setTyped(text);
      },
      onBlur: () => void save(),
    },
  };
}
