'use client';

import { useToday } from '@/app/(signed-in)/_entries/use-today';
import { rateOn } from '@/app/(signed-in)/_money/rate-subject';
import { useMoney } from '@/app/(signed-in)/_money/use-installation';
import { useRates } from '@/app/(signed-in)/_money/use-rates';
import type { Member } from '@/lib/contracts/person';
import { formatMoney } from '@/lib/kit/format-money';

/** Of each member the rate of today, as text; "Default" without one of their own. */
export function useMemberRates(): (member: Member) => string {
  const money = useMoney();
  const today = useToday();
  const { data } = useRates('person', null);
  return ({ id }) => {
    if (!data || money === null) return '';
    const own = data.items.filter(({ subjectId }) => subjectId === id);
    const amount = rateOn(own, today)?.amount ?? null;
    return amount === null ? 'Default' : formatMoney(amount, money);
  };
}
