import type { ReportGroup } from '@/lib/contracts/report';
import { addDays, type Day, startOfWeek } from '@/lib/time/local-day';
import { countDays, type DayRange, nextMonth, sharedDays, startOfMonth } from '@/lib/time/named-range';

export type TimeUnit = 'day' | 'week' | 'month';

/** What a bar stands for. */
export function barUnit(days: DayRange): TimeUnit {
  const length = countDays(days);
  if (length <= 62) return 'day';
  return length <= 370 ? 'week' : 'month';
}

export function isTimeGroup(group: ReportGroup): group is TimeUnit {
  return group === 'day' || group === 'week' || group === 'month';
}

/** The first day of the unit that a day is in. */
export function startOfUnit(day: Day, unit: TimeUnit, weekStart: number): Day {
  if (unit === 'day') return day;
  return unit === 'week' ? startOfWeek(day, weekStart) : startOfMonth(day);
}

/** The first days of all units that the range touches; that of the first may lie before it. */
export function listUnits({ from, to }: DayRange, unit: TimeUnit, weekStart: number): Day[] {
  const units: Day[] = [];
  for (let day = startOfUnit(from, unit, weekStart); day <= to; day = nextUnit(day, unit)) units.push(day);
  return units;
}

/**
 * The range in pieces that do not keep the process busy for long. Where days are not told apart, a piece lies within one
 * of each of the units, so that all of it belongs to the same bar and the same group of time.
 */
export function cutSlices(days: DayRange, units: readonly TimeUnit[], weekStart: number): DayRange[] {
  if (units.includes('day')) return cutEvenly(days);
  const starts = units.flatMap((unit) => listUnits(days, unit, weekStart));
  const sorted = [...new Set([days.from, ...starts.filter((start) => start > days.from)])].sort();
  return sorted.map((from, at) => {
    const next = sorted[at + 1];
    return { from, to: next === undefined ? days.to : addDays(next, -1) };
  });
}

/** Pieces of four weeks, of which none keeps the process busy for long. */
export function cutEvenly({ from, to }: DayRange): DayRange[] {
  const slices: DayRange[] = [];
  for (let start = from; start <= to; start = addDays(start, 28))
    slices.push(sharedDays({ from: start, to: addDays(start, 27) }, { from, to }));
  return slices;
}

function nextUnit(start: Day, unit: TimeUnit): Day {
  if (unit === 'month') return nextMonth(start);
  return addDays(start, unit === 'week' ? 7 : 1);
}
