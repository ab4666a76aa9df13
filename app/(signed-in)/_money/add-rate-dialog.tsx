'use client';

import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { RateSubject } from './rate-subject';
import { useMoney } from './use-installation';

const openAddRateDialog = late(async () => (await import('./open-add-rate-dialog')).OpenAddRateDialog);

type AddRateDialogProps = { subject: RateSubject; open: boolean; onOpenChange: (open: boolean) => void };

/** Admins only. */
export function AddRateDialog({ subject, open, onOpenChange }: AddRateDialogProps) {
  const money = useMoney();
  const OpenAddRateDialog = useLate(openAddRateDialog, open);
  return (
    OpenAddRateDialog &&
    open &&
    money && <OpenAddRateDialog subject={subject} money={money} onClose={() => onOpenChange(false)} />
  );
}
