'use client';

import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { Timer } from '@/lib/contracts/timer';
import { RunningTimer } from './running-timer';
import { StartTimer } from './start-timer';
import { stopTimer } from './timer-actions';
import { openTimerDialog } from './timer-dialog';
import { TimerExtras } from './timer-extras';
import { useShownEntry } from './use-shown-entry';
import { useTimerSync } from './use-timer-sync';

/** In the top bar of every page: what runs, and what can be done with it. */
export function TimerBar({ first }: { first: Timer }) {
  useTimerSync(usePerson().id, first);
  const entry = useShownEntry();
  // Before the page's own in the tree, so that a list's `s` on its row wins over this one.
  useShortcuts([
    {
      keys: 's',
      label: entry ? 'Switch to another task' : 'Start the timer',
      group,
      run: () => openTimerDialog('start'),
    },
    ...(entry ? [{ keys: 'x', label: 'Stop the timer', group, run: () => void stopTimer(entry) }] : []),
  ]);
  return (
    <section aria-label="Timer" className="flex min-w-0 items-center gap-1">
      {entry ? <RunningTimer entry={entry} /> : <StartTimer />}
      <TimerExtras entry={entry} />
    </section>
  );
}

const group = 'Timer';
