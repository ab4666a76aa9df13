'use client';

import { useTimeZone } from '@/app/_ui/time-zone-context';
import { useNow } from '@/app/_ui/use-now';
import { type Day, localDay } from '@/lib/time/local-day';

/** The person's own calendar day; another one after midnight. */
export function useToday(): Day {
  return localDay(new Date(useNow()), useTimeZone());
}
