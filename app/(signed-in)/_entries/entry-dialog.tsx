'use client';

import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { OpenEntryDialogProps } from './open-entry-dialog';

const openEntryDialog = late(async () => (await import('./open-entry-dialog')).OpenEntryDialog);

type EntryDialogProps = Omit<OpenEntryDialogProps, 'onClose'> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Adds time, or edits an entry. */
export function EntryDialog({ open, onOpenChange, ...rest }: EntryDialogProps) {
  const OpenEntryDialog = useLate(openEntryDialog, open);
  return OpenEntryDialog && open && <OpenEntryDialog {...rest} onClose={() => onOpenChange(false)} />;
}
