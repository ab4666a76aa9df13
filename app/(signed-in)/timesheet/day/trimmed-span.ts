import type { Stretch } from '@/lib/time/day-line';
import { localTime } from '@/lib/time/local-day';
import { nextWallTime, parseClock } from '@/lib/time/wall-span';

/** Null where the fields mean nothing, or something outside of the draft. */
export function trimmedSpan(fields: { from: string; to: string }, whole: Stretch, timeZone: string): Stretch | null {
  const start = instantIn(fields.from, whole, timeZone);
  const end = instantIn(fields.to, whole, timeZone);
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** The first time from the start of the draft on at which the clock shows it. */
function instantIn(typed: string, { start, end }: Stretch, timeZone: string): number | null {
  const time = parseClock(typed);
  if (time === null) return null;
  // An end that the clock shows twice in a night is the one that the draft ends with.
  if (time === localTime(new Date(end), timeZone)) return end;
  const at = nextWallTime(new Date(start - 1), time, timeZone).getTime();
  return at <= end ? at : null;
}
