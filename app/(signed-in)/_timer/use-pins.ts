'use client';

import { useQuickTasks } from '@/app/(signed-in)/_entries/use-quick-tasks';
import { useTogglePin } from './use-toggle-pin';

/** One's own pinned tasks: first at hand in the start picker. */
export function usePins() {
  const { data } = useQuickTasks();
  const toggle = useTogglePin();
  const isPinned = (taskId: string) => data?.pinned.some(({ id }) => id === taskId) ?? false;
  return { isPinned, toggle };
}
