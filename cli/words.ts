import { localTime } from '@/lib/time/local-day';

const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** (1200, "task") -> "1,200 tasks" */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${counts.format(value)} ${value === 1 ? one : many}`;
}

export function formatCount(value: number): string {
  return counts.format(value);
}

const monthNames = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short' });

/** "20 Nov 2026" */
export function formatDay(day: string): string {
  return `${Number(day.slice(8))} ${monthNames.format(new Date(day))} ${day.slice(0, 4)}`;
}

/** "14:05" of the same day, else "20 Nov 2026 14:05", on this computer's clock. */
export function formatInstant(instant: string, now: Date): string {
  const at = new Date(instant);
  const timeZone = hereZone();
  const time = localTime(at, timeZone);
  const day = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(date);
  return day(at) === day(now) ? time : `${formatDay(day(at))} ${time}`;
}

export function hereZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** "Fix login" -> as it stands in a sentence: quoted. */
export function quote(text: string): string {
  return `"${text}"`;
}

/** ["a", "b", "c"] -> "a, b or c" */
export function orList(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
