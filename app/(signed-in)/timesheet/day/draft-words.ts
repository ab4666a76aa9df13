import type { Stretch } from '@/lib/time/day-line';
import { localTime } from '@/lib/time/local-day';

/** "10:05 to 12:40" */
export function draftTimes({ start, end }: Stretch, timeZone: string): string {
  return `${localTime(new Date(start), timeZone)} to ${localTime(new Date(end), timeZone)}`;
}

/** "3 drafts", "1 draft" */
export function draftCount(count: number): string {
  return `${count} ${count === 1 ? 'draft' : 'drafts'}`;
}

export const draftRowId = (draftId: string) => `draft ${draftId}`;

/** The keyboard goes to the row of a draft: to what accepts it. */
export function focusDraft(draftId: string): void {
  document.getElementById(draftRowId(draftId))?.focus();
}

export const draftTrimId = (draftId: string) => `trim ${draftId}`;

/** To what opened the trimming, once it is given up. */
export function focusDraftTrim(draftId: string): void {
  document.getElementById(draftTrimId(draftId))?.focus();
}
