'use client';

import { useState } from 'react';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { serverNow } from '@/lib/browser/server-clock';
import { instantAt, localDay, localTime } from '@/lib/time/local-day';

/** A wall time of the person, first `suggested`, after the start and not after now. */
export function useStopAt({ startedAt }: { startedAt: string }, suggested: string) {
  const timeZone = useTimeZone();
  const [text, setText] = useState(() => wallTime(suggested, timeZone));
  const [error, setError] = useState<string>();

  function read(): string | null {
    const [on, time] = text.split('T');
    if (!on || !time) return null;
    // The field has minutes, what is suggested has seconds.
    return text === wallTime(suggested, timeZone) ? suggested : instantAt(on, time, timeZone).toISOString();
  }
  function problem(): string | undefined {
    const at = Date.parse(read() ?? '');
    if (Number.isNaN(at)) return 'Enter a date and a time.';
    if (at <= Date.parse(startedAt)) return 'This is before the start.';
    return at > serverNow() ? 'This is in the future.' : undefined;
  }
  function check(): boolean {
    setError(problem());
    return problem() === undefined;
  }
  return {
    read,
    check,
    error,
    field: { value: text, onChange: (event: { target: { value: string } }) => setText(event.target.value) },
  };
}

function wallTime(instant: string, timeZone: string): string {
  const at = new Date(instant);
  return `${localDay(at, timeZone)}T${localTime(at, timeZone)}`;
}
