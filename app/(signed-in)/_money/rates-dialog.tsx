'use client';

import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { RateSubject } from './rate-subject';

const openRatesDialog = late(async () => (await import('./open-rates-dialog')).OpenRatesDialog);

type RatesDialogProps = { subject: RateSubject; open: boolean; onOpenChange: (open: boolean) => void };

export function RatesDialog({ subject, open, onOpenChange }: RatesDialogProps) {
  const OpenRatesDialog = useLate(openRatesDialog, open);
  return OpenRatesDialog && open && <OpenRatesDialog subject={subject} onClose={() => onOpenChange(false)} />;
}
