'use client';

import { lazy, Suspense } from 'react';
import type { OpenTaskDialogProps } from './open-task-dialog';

/** The form and what checks it are fetched when they are first wanted. */
const OpenTaskDialog = lazy(async () => ({ default: (await import('./open-task-dialog')).OpenTaskDialog }));

type TaskDialogProps = Omit<OpenTaskDialogProps, 'onClose'> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Makes a task by hand, or edits one that was made so. */
export function TaskDialog({ open, onOpenChange, ...rest }: TaskDialogProps) {
  if (!open) return null;
  return (
    <Suspense>
      <OpenTaskDialog {...rest} onClose={() => onOpenChange(false)} />
    </Suspense>
  );
}
