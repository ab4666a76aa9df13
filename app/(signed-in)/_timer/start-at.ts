import { addDays, instantAt, localDay } from '@/lib/time/local-day';
import { parseClock } from '@/lib/time/wall-span';

/**
 * The instant that a person means who types a time of day as the start of a running timer: the last one that has
 * passed, whatever was typed before, because no timer runs for longer than a day. Null when it is no time.
 */
export function startAt(typed: string, timeZone: string, now: Date): Date | null {
  const time = parseClock(typed);
  if (time === null) return null;
  const on = localDay(now, timeZone);
  const today = instantAt(on, time, timeZone);
  return today <= now ? today : instantAt(addDays(on, -1), time, timeZone);
}
