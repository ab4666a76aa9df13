'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { cn } from '@/app/_ui/cn';
import { useMediaQuery } from '@/app/_ui/use-media-query';
import type { Task } from '@/lib/contracts/task';
import { CompactTaskRow, TaskRow } from './task-row';
import { useRowTimers } from './use-row-timers';
import { type TaskListActions, useTaskListKeys } from './use-task-list-keys';

const rowPixels = 36;
const compactRowPixels = 56;
const topBarPixels = 48;
/** How close to the end the next page is asked for. */
const rowsAhead = 30;

type TaskListProps = {
  tasks: readonly Task[];
  total: number | undefined;
  showsProject: boolean;
  /** Rows of an older query, while the new one is on its way. */
  isStale: boolean;
  onNearEnd: () => void;
  actions: TaskListActions;
};

/** Only the rows in view exist, however long the list is. The page itself scrolls. */
export function TaskList(props: TaskListProps) {
  const isCompact = useMediaQuery('(max-width: 47.99rem)');
  // Rows of another height are another list: nothing that was measured holds any more.
  return <Rows key={isCompact ? 'compact' : 'wide'} isCompact={isCompact} {...props} />;
}

type RowsProps = TaskListProps & { isCompact: boolean };

function Rows({ isCompact, tasks, total, showsProject, isStale, onNearEnd, actions }: RowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const top = useDistanceFromTop(list);
  const size = isCompact ? compactRowPixels : rowPixels;
  const virtualizer = useWindowVirtualizer({
    count: tasks.length,
    estimateSize: () => size,
    getItemKey: (index) => tasks[index]?.id ?? index,
    overscan: 12,
    scrollMargin: top,
    scrollPaddingStart: topBarPixels + rowPixels,
    scrollPaddingEnd: rowPixels,
  });
  const timerOf = useRowTimers();
  const { activeIndex, setActiveId, activeLink } = useTaskListKeys({ tasks, virtualizer, actions, timerOf });

  const rows = virtualizer.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= tasks.length - rowsAhead) onNearEnd();
  }, [last, tasks.length, onNearEnd]);

  const Row = isCompact ? CompactTaskRow : TaskRow;
  return (
    <ul
      ref={list}
      aria-label="Tasks"
      aria-busy={isStale}
      className={cn('relative transition-opacity', isStale && 'opacity-60 delay-150')}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {rows.map(({ key, index, start }) => {
        const task = tasks[index];
        if (!task) return null;
        return (
          <li
            key={key}
            aria-posinset={index + 1}
            aria-setsize={total ?? -1}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start - top}px)` }}
          >
            <Row
              task={task}
              isActive={index === activeIndex}
              showsProject={showsProject}
              linkRef={index === activeIndex ? activeLink : undefined}
              onFocus={() => setActiveId(task.id)}
              timer={timerOf(task)}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** Where the list begins on the page; what stands above it may grow and shrink. */
function useDistanceFromTop(element: { current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const found = element.current;
    if (!found) return;
    const measure = () => setTop(Math.round(found.getBoundingClientRect().top + window.scrollY));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return top;
}
