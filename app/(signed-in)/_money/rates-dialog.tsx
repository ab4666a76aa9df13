'use client';

import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import type { RateSubject } from './rate-subject';
import { useMoney } from './use-installation';

const openRatesDialog = late(async () => (await import('./open-rates-dialog')).OpenRatesDialog);

type RatesDialogProps = {
  subject: RateSubject;
  /** Null: closed. `new` goes straight to a new rate, for admins. */
  view: 'history' | 'new' | null;
  onClose: () => void;
};

export function RatesDialog({ subject, view, onClose }: RatesDialogProps) {
  const money = useMoney();
  const OpenRatesDialog = useLate(openRatesDialog, view !== null);
  if (OpenRatesDialog === null || view === null || money === null) return null;
  return <OpenRatesDialog subject={subject} money={money} startsNew={view === 'new'} onClose={onClose} />;
}
