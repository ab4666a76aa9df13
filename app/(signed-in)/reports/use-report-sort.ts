'use client';

import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import type { ReportGroup } from '@/lib/contracts/report';
import { firstDirection, orderOf, type ReportColumn, type ReportSort, reportColumns } from './sort-rows';

const parsers = {
  sort: parseAsStringLiteral(reportColumns),
  order: parseAsStringLiteral(['asc', 'desc'] as const),
};

/** The order of the table, in the URL. The same column again turns it round. */
export function useReportSort(group: ReportGroup) {
  const [{ sort: column, order }, setSort] = useQueryStates(parsers, { history: 'replace' });
  const sort: ReportSort = { column, direction: order ?? firstDirection(column ?? 'time') };
  const shown = orderOf(group, sort);

  function sortBy(next: ReportColumn) {
    const turned = shown.direction === 'asc' ? 'desc' : 'asc';
    const isTurned = next === shown.column && turned !== firstDirection(next);
    return setSort({ sort: next, order: isTurned ? turned : null });
  }
  return { sort, shown, sortBy };
}
