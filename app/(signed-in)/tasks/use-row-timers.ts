'use client';

import { subjectOfTask } from '@/app/(signed-in)/_entries/subject';
import { stopTimer } from '@/app/(signed-in)/_timer/timer-actions';
import { useShownEntry } from '@/app/(signed-in)/_timer/use-shown-entry';
import { useStartTimer } from '@/app/(signed-in)/_timer/use-start-timer';
import type { Task } from '@/lib/contracts/task';

export type RowTimer = { isRunning: boolean; start: () => void; toggle: () => void };

/** What the timer is to a row of a list of tasks. */
export function useRowTimers(): (task: Task) => RowTimer {
  const running = useShownEntry();
  const startTimer = useStartTimer();
  return (task) => {
    const start = () => startTimer(subjectOfTask(task));
    if (running?.task?.id !== task.id) return { isRunning: false, start, toggle: start };
    return { isRunning: true, start, toggle: () => void stopTimer(running) };
  };
}
