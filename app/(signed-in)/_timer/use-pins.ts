'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastError } from '@/app/_ui/toast-error';
import { useQuickTasks } from '@/app/(signed-in)/_entries/use-quick-tasks';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { QuickTasks } from '@/lib/contracts/timer';

type Pinned = { taskId: string; isPinned: boolean };

/** One's own pinned tasks: first in the start picker. */
export function usePins() {
  const client = useQueryClient();
  const { data } = useQuickTasks();
  const { mutate, variables, isPending } = useMutation({
    mutationFn: ({ taskId, isPinned }: Pinned) => {
      const path = `/api/v1/tasks/${encodeURIComponent(taskId)}/pin`;
      return isPinned ? api.put(path) : api.delete(path);
    },
    onSuccess: (_, { taskId, isPinned }) => {
      if (isPinned) return;
      client.setQueryData<QuickTasks>(keys.time.quick, (quick) => quick && withoutPin(quick, taskId));
    },
    onError: (error, { isPinned }) =>
      toastError(isPinned ? 'The task was not pinned.' : 'The task was not unpinned.', error),
    onSettled: () => client.invalidateQueries({ queryKey: keys.time.quick }),
  });
  function isPinned(taskId: string): boolean {
    if (isPending && variables.taskId === taskId) return variables.isPinned;
    return data?.pinned.some(({ id }) => id === taskId) ?? false;
  }
  return { isPinned, toggle: ({ id }: { id: string }) => mutate({ taskId: id, isPinned: !isPinned(id) }) };
}

function withoutPin(quick: QuickTasks, taskId: string): QuickTasks {
  return { ...quick, pinned: quick.pinned.filter(({ id }) => id !== taskId) };
}
