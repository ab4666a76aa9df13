'use client';

import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { OpenTaskDialogProps } from './open-task-dialog';

const openTaskDialog = late(async () => (await import('./open-task-dialog')).OpenTaskDialog);

type TaskDialogProps = Omit<OpenTaskDialogProps, 'onClose'> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Makes a task by hand, or edits one that was made so. */
export function TaskDialog({ open, onOpenChange, ...rest }: TaskDialogProps) {
  const OpenTaskDialog = useLate(openTaskDialog, open);
  return OpenTaskDialog && open && <OpenTaskDialog {...rest} onClose={() => onOpenChange(false)} />;
}
