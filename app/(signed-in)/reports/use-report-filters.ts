'use client';

import { useQueryStates } from 'nuqs';
import { useNow } from '@/app/_ui/use-now';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { dayIn } from '@/app/(signed-in)/tasks/day-in';
import type { ReportQuery, ReportRange } from '@/lib/contracts/report';
import { type DayRange, daysOfRange } from '@/lib/time/named-range';
import {
  customDays,
  fromReportQuery,
  hasReportFilters,
  noReportFilters,
  reportFilterParsers,
  toReportQuery,
} from './report-filters';
import { nameOf, shiftDays } from './report-range';

export type ReportFilterState = ReturnType<typeof useReportFilters>;

/** Range, filters and grouping: in the URL, so that a report can be shared, and the browser's Back brings it again. */
export function useReportFilters() {
  const { timeZone, weekStart, role } = usePerson();
  const calendar = { today: dayIn(timeZone, useNow()), weekStart };
  const [inAddress, setFilters] = useQueryStates(reportFilterParsers, { history: 'replace' });
  // Members see their own time whatever an admin's address says.
  const filters = role === 'admin' ? inAddress : { ...inAddress, person: [] };
  const days = customDays(filters) ?? daysOfRange(filters.range ?? 'thisWeek', calendar);
  const range = nameOf(days, calendar);

  function setRange(next: ReportRange) {
    return setFilters({ range: next === 'thisWeek' ? null : next, from: null, to: null });
  }
  function setDays(next: DayRange) {
    const name = nameOf(next, calendar);
    return name ? setRange(name) : setFilters({ range: null, ...next });
  }
  return {
    filters,
    setFilters,
    today: calendar.today,
    days,
    /** What the days are called today; null for others. */
    range,
    setRange,
    setDays,
    shift: (step: -1 | 1) => setDays(shiftDays(days, step)),
    isFiltered: hasReportFilters(filters),
    clear: () => setFilters(noReportFilters),
    query: toReportQuery(filters),
    open: (query: ReportQuery) => setFilters(fromReportQuery(query)),
  };
}
