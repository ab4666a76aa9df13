'use client';

import { lazy, Suspense } from 'react';
import type { OpenProjectDialogProps } from './open-project-dialog';

/** The form and what checks it are fetched when they are first wanted. */
const OpenProjectDialog = lazy(async () => ({ default: (await import('./open-project-dialog')).OpenProjectDialog }));

type ProjectDialogProps = Omit<OpenProjectDialogProps, 'onClose'> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function ProjectDialog({ open, onOpenChange, ...rest }: ProjectDialogProps) {
  if (!open) return null;
  return (
    <Suspense>
      <OpenProjectDialog {...rest} onClose={() => onOpenChange(false)} />
    </Suspense>
  );
}
