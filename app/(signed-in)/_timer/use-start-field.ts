'use client';

import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { readError } from '@/app/_ui/read-error';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { toastError } from '@/app/_ui/toast-error';
import { formatShortDay } from '@/app/(signed-in)/_entries/day-words';
import { serverNow } from '@/lib/browser/server-clock';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import { localDay, localTime } from '@/lib/time/local-day';
import { startAt } from './start-at';
import { editTimer } from './timer-actions';

/** The start as a time of day, saved on Enter and when the field is left. */
export function useStartField(entry: ShownEntry) {
  const timeZone = useTimeZone();
  const started = new Date(entry.startedAt);
  const stored = localTime(started, timeZone);
  /** Null: nothing was typed that is not stored. */
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string>();

  const meant = typed === null ? null : startAt(typed, timeZone, new Date(serverNow()));
  const save = (startedAt: Date) => editTimer(entry, { startedAt: startedAt.toISOString() });

  async function leave() {
    if (typed === null || typed === stored) return setTyped(null);
    if (meant === null) return setError('Enter a time, like 9:30.');
    setTyped(null);
    try {
      await save(meant);
    } catch (reason) {
      setTyped(typed);
      setError(readError(reason).message ?? 'This was not saved.');
    }
  }
  // A click beside the form closes it before the field is left.
  const saveOnTheWay = useEffectEvent(() => {
    if (meant === null || typed === stored) return;
    save(meant).catch((reason) => toastError('The start was not changed.', reason));
  });
  useEffect(() => () => saveOnTheWay(), []);
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
      onBlur: () => void leave(),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) void leave();
      },
    },
  };
}
