import { addDays, type Day, instantAt, localDay, localTime } from './local-day';

const clock =
  /^(?<hours>\d{1,2})(?:[:.,h]?(?<minutes>\d{2})|[:.,h](?<minute>\d)|h)?(?::(?<seconds>\d{2}))?\s*(?<half>[ap])?\.?(?:m\.?)?$/;

/**
 * A typed time of day as "09:30", or "09:30:15" where seconds were typed: "9", "930", "0930", "9:30", "9.30", "9h30",
 * "9:30 pm". "24:00" is midnight. Null when it is none.
 */
export function parseClock(text: string): string | null {
  const parts = clock.exec(text.trim().toLowerCase())?.groups;
  if (!parts) return null;
  const hours = hoursOf(Number(parts['hours']), parts['half']);
  const minutes = Number(parts['minutes'] ?? parts['minute'] ?? 0);
  const seconds = Number(parts['seconds'] ?? 0);
  if (hours === null || minutes > 59 || seconds > 59 || (hours === 24 && minutes + seconds > 0)) return null;
  const written = [hours % 24, minutes, ...(seconds > 0 ? [seconds] : [])];
  return written.map((part) => String(part).padStart(2, '0')).join(':');
}

function hoursOf(hours: number, half: string | undefined): number | null {
  if (!half) return hours <= 24 ? hours : null;
  if (hours < 1 || hours > 12) return null;
  return (hours % 12) + (half === 'p' ? 12 : 0);
}

export interface WallSpan {
  startedAt: Date;
  endedAt: Date;
  endsOn: Day;
}

/** From a wall time on a day to the next time that the clock shows the other one: an end before the start is on the next day. */
export function wallSpan(on: Day, start: string, end: string, timeZone: string): WallSpan {
  const startedAt = instantAt(on, start, timeZone);
  const endedAt = nextWallTime(startedAt, end, timeZone);
  return { startedAt, endedAt, endsOn: localDay(endedAt, timeZone) };
}

const clockJumpsMs = [30, 60, 120].map((minutes) => minutes * 60_000);

/** The first instant after another at which a clock shows `time`. */
export function nextWallTime(after: Date, time: string, timeZone: string): Date {
  const on = localDay(after, timeZone);
  const first = instantAt(on, time, timeZone);
  // In a night in which the clock goes back, the same time comes twice.
  const again = clockJumpsMs
    .map((jump) => new Date(first.getTime() + jump))
    .filter((at) => localTime(at, timeZone) === localTime(first, timeZone) && localDay(at, timeZone) === on);
  const times = [first, ...again, instantAt(addDays(on, 1), time, timeZone)];
  return times.find((at) => at > after) ?? instantAt(addDays(on, 2), time, timeZone);
}
