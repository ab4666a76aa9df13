'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Skeleton } from '@/app/_ui/skeleton';
import { useToday } from '@/app/(signed-in)/_entries/use-today';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { type RateSubject, rateOn } from './rate-subject';
import { rateName } from './rate-words';
import { RatesDialog } from './rates-dialog';
import { useMoney } from './use-installation';
import { useRates } from './use-rates';

/** The rate of today, and the way to its history. For whoever may see money (`useMoney`). */
export function RateProperty({ subject }: { subject: RateSubject }) {
  const money = useMoney();
  const { role } = usePerson();
  const today = useToday();
  const [isOpen, setIsOpen] = useState(false);
  const { data, isError } = useRates(subject.kind, subject.subjectId, money !== null);
  if (money === null) return null;
  if (!data) return isError ? <span className="text-faint">Not known</span> : <Skeleton className="w-24" />;
  const { amount } = rateOn(data.items, today) ?? { amount: null };
  const label = role === 'admin' ? 'Change' : 'History';
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="figures">{rateName(amount, subject.kind, money)}</span>
      {(role === 'admin' || data.items.length > 0) && (
        <Button size="sm" onClick={() => setIsOpen(true)}>
          {label}
          <span className="sr-only"> of the hourly rate</span>
        </Button>
      )}
      <RatesDialog subject={subject} open={isOpen} onOpenChange={setIsOpen} />
    </span>
  );
}
