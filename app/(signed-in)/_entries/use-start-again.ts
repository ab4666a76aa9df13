'use client';

import { toast } from '@/app/_ui/toast';
import { shortName, startTimer } from '@/app/(signed-in)/_timer/timer-actions';
import { useShownEntry } from '@/app/(signed-in)/_timer/use-shown-entry';
import { isSameSubject } from '@/lib/browser/shown-timer';
import type { TimeEntry } from '@/lib/contracts/time-entry';

/** Starts a timer on the same thing, with the same words. */
export function useStartAgain(): (entry: TimeEntry) => void {
  const running = useShownEntry();
  return (entry) => {
    const { description, billable, tags } = entry;
    if (running && isSameSubject(running, entry)) toast(`${shortName(entry)} is running already.`);
    else void startTimer(entry, { description, billable, tags });
  };
}
