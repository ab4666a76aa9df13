'use client';

import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { TimeEntry } from '@/lib/contracts/time-entry';

/** Before the lock date only admins change anything. */
export function useIsReadOnly(entry: Pick<TimeEntry, 'isLocked'> | null): boolean {
  const { role } = usePerson();
  return (entry?.isLocked ?? false) && role !== 'admin';
}
