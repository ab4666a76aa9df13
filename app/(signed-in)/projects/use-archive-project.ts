'use client';

import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import type { Project } from '@/lib/contracts/project';
import { useSaveProject } from './use-save-project';

/** Admins only: it takes the project out of everyone's lists. Its tasks and their time stay. */
export function useArchiveProject({ id, name }: Project) {
  const { mutate, isPending } = useSaveProject();
  const change = (archived: boolean, onSuccess: () => void) =>
    mutate(
      { projectId: id, change: { archived } },
      {
        onSuccess,
        onError: (error) => toastError(`${name} could not be ${archived ? 'archived' : 'restored'}.`, error),
      },
    );
  const restore = () => change(false, () => void toast(`${name} restored.`));
  const archive = () => change(true, () => toastUndo(`${name} archived.`, restore));
  return { archive, restore, isPending };
}
