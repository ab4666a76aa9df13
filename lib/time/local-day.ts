import { TZDate, tzOffset } from '@date-fns/tz';

/** A calendar day, YYYY-MM-DD. Days sort as text. */
export type Day = string;

/** The calendar day of an instant in a time zone. */
export function localDay(instant: Date, timeZone: string): Day {
  return new Date(instant.getTime() + offsetMs(instant, timeZone)).toISOString().slice(0, 10);
}

/** The wall time of an instant in a time zone, "09:30". */
export function localTime(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + offsetMs(instant, timeZone)).toISOString().slice(11, 16);
}

/**
 * The instant of a wall time ("09:30" or "09:30:15") on a day. A time that a clock change leaves out is taken as much
 * later as the clock jumps; of one that comes twice, the first.
 */
export function instantAt(day: Day, time: string, timeZone: string): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, minute, second, timeZone).getTime());
}

/** The first instant of a day: midnight, or what a clock change made of it. */
export function startOfDay(day: Day, timeZone: string): Date {
  return instantAt(day, '00:00', timeZone);
}

/** The first instant of the day after the one that the instant is in. */
export function nextMidnight(instant: Date, timeZone: string): Date {
  return startOfDay(addDays(localDay(instant, timeZone), 1), timeZone);
}

export function addDays(day: Day, count: number): Day {
  const at = asUtc(day);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return asUtc(day).getUTCDay();
}

/** The first day of the week that a day is in; `weekStart` 0 is Sunday. */
export function startOfWeek(day: Day, weekStart: number): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}

/** From the first to the last, both included. */
export function listDays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Whole seconds between two instants that are on whole seconds. */
export function secondsBetween(start: Date, end: Date): number {
  return Math.round((end.getTime() - start.getTime()) / 1000);
}

/** Instants of time entries are on whole seconds, so that durations add up. */
export function toWholeSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000);
}

function asUtc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function offsetMs(instant: Date, timeZone: string): number {
  return tzOffset(timeZone, instant) * 60_000;
}
