'use client';

import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { OpenProjectDialogProps } from './open-project-dialog';

const openProjectDialog = late(async () => (await import('./open-project-dialog')).OpenProjectDialog);

type ProjectDialogProps = Omit<OpenProjectDialogProps, 'onClose'> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function ProjectDialog({ open, onOpenChange, ...rest }: ProjectDialogProps) {
  const OpenProjectDialog = useLate(openProjectDialog, open);
  return OpenProjectDialog && open && <OpenProjectDialog {...rest} onClose={() => onOpenChange(false)} />;
}
