import type { ReportRange } from '@/lib/contracts/report';
import type { Day } from '@/lib/time/local-day';
import type { DayRange } from '@/lib/time/named-range';
import { wholeMonths } from './report-range';

const long = format({ month: 'long', year: 'numeric' });
const weekday = format({ weekday: 'short' });
const short = format({ month: 'short' });

export const rangeNames: Record<ReportRange, string> = {
  today: 'Today',
  yesterday: 'Yesterday',
  thisWeek: 'This week',
  lastWeek: 'Last week',
  thisMonth: 'This month',
  lastMonth: 'Last month',
  thisQuarter: 'This quarter',
  lastQuarter: 'Last quarter',
  thisYear: 'This year',
  lastYear: 'Last year',
};

/** "16 to 22 Nov", "28 Sep to 4 Oct", "November 2026", "Q4 2026", "2026", "Fri 20 Nov": the shortest that says it all. */
export function formatDays({ from, to }: DayRange, today: Day): string {
  if (from === to) return `${formatWeekday(from)} ${formatDate(from, today)}`;
  const months = wholeMonths({ from, to });
  if (months === 1) return formatMonth(from);
  if (months === 12 && monthOf(from) === 1) return yearOf(from);
  if (months === 3 && monthOf(from) % 3 === 1) return `Q${Math.ceil(monthOf(from) / 3)} ${yearOf(from)}`;
  if (yearOf(from) !== yearOf(to)) return `${dayAndMonth(from)} ${yearOf(from)} to ${dayAndMonth(to)} ${yearOf(to)}`;
  if (monthOf(from) !== monthOf(to)) return `${dayAndMonth(from)} to ${formatDate(to, today)}`;
  return `${dayOf(from)} to ${formatDate(to, today)}`;
}

/** "20 Nov", or "20 Nov 2025" when it is not this year. */
export function formatDate(day: Day, today: Day): string {
  return yearOf(day) === yearOf(today) ? dayAndMonth(day) : `${dayAndMonth(day)} ${yearOf(day)}`;
}

/** "Fri" */
export function formatWeekday(day: Day): string {
  return weekday.format(new Date(day));
}

/** "November 2026", of a day or of "2026-11". */
export function formatMonth(month: string): string {
  return long.format(new Date(`${month.slice(0, 7)}-01`));
}

/** "Nov" */
export function formatShortMonth(day: Day): string {
  return short.format(new Date(day));
}

function dayAndMonth(day: Day): string {
  return `${dayOf(day)} ${formatShortMonth(day)}`;
}

const dayOf = (day: Day) => Number(day.slice(8));
const monthOf = (day: Day) => Number(day.slice(5, 7));
const yearOf = (day: Day) => day.slice(0, 4);

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options });
}
