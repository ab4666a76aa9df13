import type { TimeEntry } from '@/lib/contracts/time-entry';
import { formatExactDuration } from '@/lib/time/duration';
import { localDay, localTime } from '@/lib/time/local-day';

type Times = Pick<TimeEntry, 'startedAt' | 'endedAt' | 'timeZone' | 'on'>;

/** "09:00 to 10:30" where it was tracked; "23:00 to 01:00 +1" past midnight. Empty for a duration alone. */
export function timeRange({ startedAt, endedAt, timeZone, on }: Times): string {
  if (startedAt === null) return '';
  const start = localTime(new Date(startedAt), timeZone);
  if (endedAt === null) return `${start} to now`;
  const end = new Date(endedAt);
  return `${start} to ${localTime(end, timeZone)}${localDay(end, timeZone) === on ? '' : ' +1'}`;
}

/** "Berlin", where the clock shows another time than here; null where it shows the same. */
export function otherPlace(
  { startedAt, timeZone }: Pick<TimeEntry, 'startedAt' | 'timeZone'>,
  here: string,
): string | null {
  if (startedAt === null || timeZone === here) return null;
  const start = new Date(startedAt);
  if (localTime(start, timeZone) === localTime(start, here)) return null;
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

export function isRunning({ startedAt, endedAt }: Pick<TimeEntry, 'startedAt' | 'endedAt'>): boolean {
  return startedAt !== null && endedAt === null;
}

/** Why somebody should look at an entry that Trackline ended by itself. */
export function reviewWords({ review, durationSeconds }: Pick<TimeEntry, 'review' | 'durationSeconds'>): string {
  if (review === 'stopped_at_midnight') return 'Stopped by Trackline at midnight. Check the end.';
  return `Stopped by Trackline after ${formatExactDuration(durationSeconds)}. Check the end.`;
}

const longestName = 100;

/** "ENG-42, 09:00 to 10:30": enough to tell it from its neighbours. */
export function entryName(entry: TimeEntry): string {
  const { task, project, durationSeconds } = entry;
  const subject = task ? (task.identifier ?? task.name) : project.name;
  return `${subject.slice(0, longestName)}, ${timeRange(entry) || formatExactDuration(durationSeconds)}`;
}
