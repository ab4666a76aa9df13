import type { ReportRange } from '@/lib/contracts/report';
import { reportRanges } from '@/lib/contracts/values';
import { addDays, type Day } from '@/lib/time/local-day';
import { countDays, type DayRange, daysOfRange, nextMonth } from '@/lib/time/named-range';

export type Calendar = { today: Day; weekStart: number };

/** The range of the same length before or after: whole months by months, all else by days. */
export function shiftDays({ from, to }: DayRange, step: -1 | 1): DayRange {
  const months = wholeMonths({ from, to });
  if (months > 0) {
    const first = addMonths(from, step * months);
    return { from: first, to: addDays(addMonths(first, months), -1) };
  }
  const length = step * countDays({ from, to });
  return { from: addDays(from, length), to: addDays(to, length) };
}

/** The name of these days, if they have one today. */
export function nameOf(days: DayRange, calendar: Calendar): ReportRange | null {
  return (
    reportRanges.find((range) => {
      const { from, to } = daysOfRange(range, calendar);
      return from === days.from && to === days.to;
    }) ?? null
  );
}

/** How many whole calendar months the days are; 0 when they are none. */
export function wholeMonths({ from, to }: DayRange): number {
  const end = addDays(to, 1);
  if (!from.endsWith('-01') || !end.endsWith('-01')) return 0;
  return (Number(end.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(from.slice(5, 7));
}

/** The first day of a month, months later or earlier. */
function addMonths(first: Day, count: number): Day {
  let month = first;
  for (let left = count; left > 0; left--) month = nextMonth(month);
  for (let left = count; left < 0; left++) month = `${addDays(month, -1).slice(0, 7)}-01`;
  return month;
}
