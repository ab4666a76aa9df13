import { addDays, type Day, startOfWeek } from './local-day';

export type NamedRange = 'today' | 'yesterday' | `${'this' | 'last'}${'Week' | 'Month' | 'Quarter' | 'Year'}`;

/** Two days, both included. */
export interface DayRange {
  from: Day;
  to: Day;
}

/** The days that a name stands for on a given day; `weekStart` 0 is Sunday. */
export function daysOfRange(range: NamedRange, { today, weekStart }: { today: Day; weekStart: number }): DayRange {
  switch (range) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'thisWeek':
      return weekFrom(startOfWeek(today, weekStart));
    case 'lastWeek':
      return weekFrom(addDays(startOfWeek(today, weekStart), -7));
    default:
      return monthsAround(today, monthsIn[range.slice(4)] ?? 1, range.startsWith('last') ? -1 : 0);
  }
}

const monthsIn: Record<string, number> = { Month: 1, Quarter: 3, Year: 12 };

export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** The first day of the month after. */
export function nextMonth(day: Day): Day {
  return firstOfMonth(monthIndex(day) + 1);
}

/** The days that both have; none when the first comes after the last. */
export function sharedDays(one: DayRange, other: DayRange): DayRange {
  return { from: later(one.from, other.from), to: one.to === later(one.to, other.to) ? other.to : one.to };
}

function later(a: Day, b: Day): Day {
  return [a, b].sort()[1] ?? b;
}

export function countDays({ from, to }: DayRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

function weekFrom(from: Day): DayRange {
  return { from, to: addDays(from, 6) };
}

/** The block of `count` months of its year that the day is in, or one `step` away. */
function monthsAround(day: Day, count: number, step: number): DayRange {
  const first = monthIndex(day) - (monthIndex(day) % count) + step * count;
  return { from: firstOfMonth(first), to: addDays(firstOfMonth(first + count), -1) };
}

/** Months since year 0. */
function monthIndex(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstOfMonth(index: number): Day {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}
