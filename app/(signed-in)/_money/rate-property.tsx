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
  const [view, setView] = useState<'history' | 'new' | null>(null);
  const { data, isError } = useRates(subject.kind, subject.subjectId, money !== null);
  if (money === null) return null;
  if (!data) return isError ? <span className="text-faint">Not known</span> : <Skeleton className="w-24" />;
  const { amount } = rateOn(data.items, today) ?? { amount: null };
  const isAdmin = role === 'admin';
  const hasHistory = data.items.length > 0;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="figures">{rateName(amount, subject.kind, money)}</span>
      {(isAdmin || hasHistory) && (
        <Button size="sm" onClick={() => setView(hasHistory ? 'history' : 'new')}>
          {!hasHistory ? 'Set a rate' : isAdmin ? 'Change' : 'History'}
          {hasHistory && <span className="sr-only"> of the hourly rate</span>}
        </Button>
      )}
      <RatesDialog subject={subject} view={view} onClose={() => setView(null)} />
    </span>
  );
}
