import type { Day } from '@/lib/time/local-day';

const short = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' });
const long = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });
const withYear = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** "Sat 21 Nov" */
export function formatShortDay(on: Day): string {
  return short.format(asUtc(on)).replace(',', '');
}

/** "Saturday 21 November", with the year when it is not that of `today`. */
export function formatLongDay(on: Day, today: Day): string {
  return (on.slice(0, 4) === today.slice(0, 4) ? long : withYear).format(asUtc(on)).replace(',', '');
}

function asUtc(on: Day): Date {
  return new Date(`${on}T00:00:00Z`);
}
