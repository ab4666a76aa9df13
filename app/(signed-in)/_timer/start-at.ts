import { addDays, instantAt, localDay } from '@/lib/time/local-day';
import { parseClock } from '@/lib/time/wall-span';

/**
 * The instant that a person means who types a time of day over the start of a running timer: on the day of that start,
 * or the day before it when this has not come yet. Null when it is no time.
 */
export function startAt(typed: string, started: Date, timeZone: string, now: Date): Date | null {
  const time = parseClock(typed);
  if (time === null) return null;
  const on = localDay(started, timeZone);
  const sameDay = instantAt(on, time, timeZone);
  return sameDay <= now ? sameDay : instantAt(addDays(on, -1), time, timeZone);
}
