'use client';

import { toast } from '@/app/_ui/toast';
import { toastUndo } from '@/app/_ui/toast-undo';
import { useChangeTask } from './use-change-task';

/** For tasks made by hand; what is Linear's is archived at Linear. */
export function useArchiveTask(taskId: string) {
  const { mutate, isPending } = useChangeTask(taskId);
  const restore = () => mutate({ archived: false }, { onSuccess: () => void toast('Task restored.') });
  const archive = () => mutate({ archived: true }, { onSuccess: () => toastUndo('Task archived.', restore) });
  return { archive, restore, isPending };
}
