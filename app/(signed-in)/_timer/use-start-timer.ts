'use client';

import { toast } from '@/app/_ui/toast';
import type { Subject } from '@/app/(signed-in)/_entries/subject';
import { isSameSubject } from '@/lib/browser/shown-timer';
import { shortName, startTimer } from './timer-actions';
import { useShownEntry } from './use-shown-entry';

/** Starts a timer from anywhere; what runs already ends. On what runs already it says so. */
export function useStartTimer(): (subject: Subject) => void {
  const running = useShownEntry();
  return (subject) => {
    if (running && isSameSubject(running, subject)) toast(`${shortName(subject)} is running already.`);
    else void startTimer(subject);
  };
}
