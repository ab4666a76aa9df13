'use client';

import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { useTogglePin } from '@/app/(signed-in)/_timer/use-toggle-pin';
import type { Task } from '@/lib/contracts/task';
import type { RowTimer } from './use-row-timers';

export type TaskListActions = { open: (task: Task) => void; edit: (task: Task) => void };

type Options = {
  tasks: readonly Task[];
  virtualizer: Virtualizer<Window, Element>;
  actions: TaskListActions;
  timerOf: (task: Task) => RowTimer;
};

/**
 * j and k go through the list. The row's link takes the focus, so that Enter opens it, and screen readers follow.
 */
export function useTaskListKeys({ tasks, virtualizer, actions, timerOf }: Options) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const activeLink = useRef<HTMLAnchorElement>(null);
  const wantsFocus = useRef(false);
  const togglePin = useTogglePin();
  // The task, not its place, is held: a refreshed or narrowed list may show it elsewhere.
  const activeIndex = useMemo(
    () => (activeId === null ? -1 : tasks.findIndex(({ id }) => id === activeId)),
    [tasks, activeId],
  );
  const active = tasks[activeIndex];

  // The row may have to be scrolled to, and made, before it can have the focus.
  useEffect(() => {
    if (!wantsFocus.current || !activeLink.current) return;
    wantsFocus.current = false;
    activeLink.current.focus({ preventScroll: true });
  });

  function move(step: 1 | -1) {
    const next = Math.min(tasks.length - 1, Math.max(0, activeIndex + step));
    const task = tasks[next];
    if (!task) return;
    wantsFocus.current = true;
    setActiveId(task.id);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  }

  function leave() {
    setActiveId(null);
    activeLink.current?.blur();
  }

  useShortcuts([
    { keys: 'j', label: 'Next row', group, run: () => move(1) },
    { keys: 'k', label: 'Row before', group, run: () => move(-1) },
    ...(active
      ? [
          { keys: 'enter', label: 'Open the row', group, run: () => actions.open(active) },
          { keys: 'e', label: 'Edit the row', group, run: () => actions.edit(active) },
          { keys: 's', label: 'Start the timer on the row', group, run: timerOf(active).start },
          { keys: 'p', label: 'Pin or unpin the row', group, run: () => void togglePin(active) },
          { keys: 'esc', label: 'Leave the list', group, run: leave },
        ]
      : []),
  ]);

  return { activeIndex, setActiveId, activeLink };
}

const group = 'Lists';
