import type { Installation, InstallationChange, Rounding } from '@/lib/contracts/installation';

/** What the form has: no day is an empty text, and no overlaps a ticked box. */
export type TimeFields = { rounding: Rounding; refusesOverlaps: boolean; lockBefore: string };

export function fieldsOf({ rounding, overlaps, lockBefore }: Installation): TimeFields {
  return { rounding, refusesOverlaps: overlaps === 'refuse', lockBefore: lockBefore ?? '' };
}

export function changeOf({ rounding, refusesOverlaps, lockBefore }: TimeFields): InstallationChange {
  return { rounding, overlaps: refusesOverlaps ? 'refuse' : 'allow', lockBefore: lockBefore || null };
}
