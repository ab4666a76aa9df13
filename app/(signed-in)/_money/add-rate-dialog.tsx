'use client';

import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { RateSubject } from './rate-subject';
import { useMoney } from './use-installation';

const openAddRateDialog = late(async () => (await import('./open-add-rate-dialog')).OpenAddRateDialog);

type AddRateDialogProps = {
  subject: RateSubject;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Instead of closing, once it is saved. */
  onSaved?: (() => void) | undefined;
};

/** Admins only. */
export function AddRateDialog({ subject, open, onOpenChange, onSaved }: AddRateDialogProps) {
  const close = () => onOpenChange(false);
  const money = useMoney();
  const OpenAddRateDialog = useLate(openAddRateDialog, open);
  return (
    OpenAddRateDialog &&
    open &&
    money && <OpenAddRateDialog subject={subject} money={money} onClose={close} onSaved={onSaved ?? close} />
  );
}
