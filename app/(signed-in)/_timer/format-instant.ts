import { formatDay } from '@/app/_ui/format-time';
import { serverNow } from '@/lib/browser/server-clock';
import { localDay, localTime } from '@/lib/time/local-day';

/** "17:02", or "17:02 on 20 Nov" when that is not today. */
export function formatInstant(instant: string, timeZone: string): string {
  const at = new Date(instant);
  const now = serverNow();
  const time = localTime(at, timeZone);
  const isToday = localDay(at, timeZone) === localDay(new Date(now), timeZone);
  return isToday ? time : `${time} on ${formatDay(at.getTime(), now, timeZone)}`;
}
