'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { readQuickTasks } from '@/app/(signed-in)/_entries/use-quick-tasks';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Task } from '@/lib/contracts/task';
import type { QuickTasks } from '@/lib/contracts/timer';

type Pinnable = Pick<Task, 'id' | 'name' | 'identifier'>;

/** Pins a task, or lets go of it; what is pinned is asked for when it is not known yet. */
export function useTogglePin(): (task: Pinnable) => Promise<void> {
  const client = useQueryClient();
  return async ({ id, name, identifier }) => {
    const shown = identifier ?? name.slice(0, 80);
    try {
      const isPinned = await turn(client, id);
      toast(isPinned ? `Pinned ${shown}.` : `Unpinned ${shown}.`);
    } catch (error) {
      toastError(`${shown} could not be pinned or unpinned.`, error);
    }
    await client.invalidateQueries({ queryKey: keys.time.quick });
  };
}

/** Answers whether it is pinned now. */
async function turn(client: QueryClient, taskId: string): Promise<boolean> {
  const path = `/api/v1/tasks/${encodeURIComponent(taskId)}/pin`;
  const { pinned } = await client.ensureQueryData({ queryKey: keys.time.quick, queryFn: readQuickTasks });
  const isPinned = pinned.some(({ id }) => id === taskId);
  await (isPinned ? api.delete(path) : api.put(path));
  if (isPinned) {
    const without = pinned.filter(({ id }) => id !== taskId);
    client.setQueryData<QuickTasks>(keys.time.quick, (quick) => quick && { ...quick, pinned: without });
  }
  return !isPinned;
}
