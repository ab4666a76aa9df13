'use client';

import { Pin, Play, Square } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { IconButton } from '@/app/_ui/icon-button';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { Elapsed } from '@/app/(signed-in)/_timer/elapsed';
import { usePins } from '@/app/(signed-in)/_timer/use-pins';
import { useShownEntry } from '@/app/(signed-in)/_timer/use-shown-entry';
import { useRowTimers } from '@/app/(signed-in)/tasks/use-row-timers';
import type { Task } from '@/lib/contracts/task';

/** Start and stop, and the pin that puts the task first in the start picker. */
export function TaskTimer({ task }: { task: Task }) {
  const { isRunning, start, toggle } = useRowTimers()(task);
  const running = useShownEntry();
  const { isPinned, toggle: togglePin } = usePins();
  const pinned = isPinned(task.id);
  const pin = () => void togglePin(task);
  useShortcuts([
    { keys: 'p', label: pinned ? 'Unpin the task' : 'Pin the task', group, run: pin },
    // While it runs, `s` means to switch to another one.
    ...(isRunning ? [] : [{ keys: 's', label: 'Start the timer on this task', group, run: start }]),
  ]);
  return (
    <>
      <IconButton
        label={pinned ? 'Unpin the task' : 'Pin the task'}
        shortcut="p"
        icon={<Pin aria-hidden className={pinned ? 'fill-current text-accent-text' : undefined} />}
        onClick={pin}
      />
      {isRunning && running ? (
        <Button onClick={toggle} aria-keyshortcuts="x">
          <Square aria-hidden className="fill-danger text-danger" />
          Stop
          <Elapsed startedAt={running.startedAt} />
        </Button>
      ) : (
        <Button variant="primary" onClick={start} aria-keyshortcuts="s">
          <Play aria-hidden />
          Start timer
        </Button>
      )}
    </>
  );
}

const group = 'This page';
