import type { Rounding } from '@/lib/contracts/installation';
import { addDays, type Day } from '@/lib/time/local-day';
import type { DayRange } from '@/lib/time/named-range';

const short = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short' });
const long = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const weekday = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'short' });

/** "20 Nov 2026" */
export function dayWords(day: Day): string {
  return `${Number(day.slice(8))} ${short.format(new Date(day))} ${day.slice(0, 4)}`;
}

export function rangeWords({ from, to }: DayRange): string {
  return from === to ? dayWords(from) : `${dayWords(from)} to ${dayWords(to)}`;
}

/** What a unit of time is called, of the key of its row. */
export function timeWords(group: 'day' | 'week' | 'month', key: string): string {
  if (group === 'month') return long.format(new Date(`${key}-01`));
  if (group === 'week') return rangeWords({ from: key, to: addDays(key, 6) });
  return `${weekday.format(new Date(key))} ${dayWords(key)}`;
}

/** "rounded up to 15 minutes a day"; null when nothing is. */
export function roundingWords({ mode, minutes, per }: Rounding): string | null {
  if (mode === 'none') return null;
  const way = { nearest: 'to', up: 'up to', down: 'down to' }[mode];
  const step = minutes === 1 ? 'the minute' : `${minutes} minutes`;
  return `rounded ${way} ${step} ${per === 'day' ? 'a day' : 'an entry'}`;
}

/** Four decimals tell a second from the next, so that a sum of hours is that of the durations. */
export function decimalHours(seconds: number): number {
  return Math.round((seconds / 3600) * 10_000) / 10_000;
}

/** 123450 minor units -> "1234.50": exact, whatever the size. */
export function plainMoney(minorUnits: number, digits: number): string {
  if (digits === 0) return String(minorUnits);
  const text = String(minorUnits).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
