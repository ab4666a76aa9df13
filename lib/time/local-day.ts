import { tzOffset } from '@date-fns/tz/tzOffset';
import { hours, minutes, seconds } from '@/lib/kit/sleep';

/** A calendar day, YYYY-MM-DD. Days sort as text. */
export type Day = string;

const dayMs = hours(24);

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
  const wallMs = asWall(day, time);
  return new Date(instantsOf(wallMs, timeZone)[0] ?? wallMs - offsetMs(new Date(wallMs - dayMs), timeZone));
}

/** The first instant of a day: midnight, or what a clock change made of it. */
export function startOfDay(day: Day, timeZone: string): Date {
  return instantAt(day, '00:00', timeZone);
}

/** The first instant after this one at which a day begins. */
export function nextMidnight(instant: Date, timeZone: string): Date {
  const day = addDays(localDay(instant, timeZone), 1);
  // Where clocks go back just after midnight, that midnight comes twice, and the first may be over.
  const later = instantsOf(asWall(day, '00:00'), timeZone).find((ms) => ms > instant.getTime());
  return later === undefined ? startOfDay(day, timeZone) : new Date(later);
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

/** What a clock shows, as if it were UTC. */
function asWall(day: Day, time: string): number {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return asUtc(day).getTime() + hours(hour) + minutes(minute) + seconds(second);
}

/** The instants at which clocks show a time, in order: one, none where a clock change leaves it out, two where it comes twice. */
function instantsOf(wallMs: number, timeZone: string): number[] {
  // No zone is a day away from UTC, and none changes its clocks twice in two days: one of these two offsets holds.
  const offsets = new Set([-dayMs, dayMs].map((away) => offsetMs(new Date(wallMs + away), timeZone)));
  return [...offsets]
    .map((offset) => ({ offset, ms: wallMs - offset }))
    .filter(({ offset, ms }) => offsetMs(new Date(ms), timeZone) === offset)
    .map(({ ms }) => ms)
    .sort((a, b) => a - b);
}

function offsetMs(instant: Date, timeZone: string): number {
  return tzOffset(timeZone, instant) * 60_000;
}
