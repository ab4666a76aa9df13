import { localTime } from '@/lib/time/local-day';

/** "10:30", or "10:30:17" where there are seconds to keep. */
export function exactWallTime(at: Date, timeZone: string): string {
  const seconds = at.toISOString().slice(17, 19);
  return seconds === '00' ? localTime(at, timeZone) : `${localTime(at, timeZone)}:${seconds}`;
}
