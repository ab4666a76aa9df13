import { addDays, type Day, weekdayOf } from '@/lib/time/local-day';

/** The number of the week by ISO 8601: that of its Thursday, or of the Thursday in a week that starts elsewhere. */
export function weekNumber(weekOn: Day): number {
  const thursday = addDays(weekOn, (4 - weekdayOf(weekOn) + 7) % 7);
  const dayOfYear = (utc(thursday) - utc(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000;
  return Math.floor(dayOfYear / 7) + 1;
}

/** "16 to 22 Nov 2026", "30 Nov to 6 Dec 2026", "28 Dec 2026 to 3 Jan 2027" */
export function weekName(weekOn: Day): string {
  const lastOn = addDays(weekOn, 6);
  const [first, last] = [partsOf(weekOn), partsOf(lastOn)];
  const from = [first.day];
  if (first.month !== last.month) from.push(first.month);
  if (first.year !== last.year) from.push(first.year);
  return `${from.join(' ')} to ${last.day} ${last.month} ${last.year}`;
}

/** "Monday 16 November" */
export function dayName(on: Day): string {
  return long.format(utc(on)).replace(',', '');
}

/** "Mon", and "16": the head of a column. */
export function shortDay(on: Day): { weekday: string; date: string } {
  const { weekday, day } = partsOf(on);
  return { weekday, date: day };
}

/** "9 Nov 2026" */
export function dateName(on: Day): string {
  const { day, month, year } = partsOf(on);
  return `${day} ${month} ${year}`;
}

export function isWeekend(on: Day): boolean {
  return weekdayOf(on) % 6 === 0;
}

const long = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });
const short = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

function partsOf(on: Day) {
  const parts = Object.fromEntries(short.formatToParts(utc(on)).map(({ type, value }) => [type, value]));
  const { weekday = '', day = '', month = '', year = '' } = parts;
  // British English writes "Sept", everything else here "Sep".
  return { weekday, day, month: month.slice(0, 3), year };
}

function utc(on: Day): number {
  return Date.parse(`${on}T00:00:00Z`);
}
