'use client';

import { formatShortDay } from '@/app/(signed-in)/_entries/day-words';
import { useToday } from '@/app/(signed-in)/_entries/use-today';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { useInstallation } from '@/app/(signed-in)/_money/use-installation';
import type { Day } from '@/lib/time/local-day';

/** Why nothing can be added to a day; null when it can. */
export function useDayClosed(on: Day): string | null {
  const { role } = usePerson();
  const today = useToday();
  const lockBefore = useInstallation().data?.lockBefore;
  if (on > today) return 'This day has not come yet.';
  if (!lockBefore || on >= lockBefore || role === 'admin') return null;
  return `Days before ${formatShortDay(lockBefore)} are locked. Ask an admin to change them.`;
}
