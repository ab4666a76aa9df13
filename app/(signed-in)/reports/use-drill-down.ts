'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { parseAsString, useQueryStates } from 'nuqs';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { ReportQuery } from '@/lib/contracts/report';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { OpenRow } from './report-rows';
import { toApiQuery } from './use-report';

const pageSize = 100;

/** Keys of a row, and of one within it. */
export type Place = { groupKey: string; subKey: string | null };

/** Behind which row one looks: in the URL, so that Back comes out again. */
export function useDrillDown() {
  const [{ open, openIn }, setOpen] = useQueryStates({ open: parseAsString, openIn: parseAsString });
  const place: Place | null = open === null ? null : { groupKey: open, subKey: openIn };
  const openRow: OpenRow = (row, inner) =>
    void setOpen({ open: row.key, openIn: inner?.key ?? null }, { history: 'push' });
  return { place, open: openRow, close: () => void setOpen({ open: null, openIn: null }) };
}

/** The entries behind a row, newest first. */
export function useRowEntries(query: ReportQuery, { groupKey, subKey }: Place) {
  const place = { groupKey: orEmpty(groupKey), ...(subKey !== null && { subKey: orEmpty(subKey) }) };
  return useInfiniteQuery({
    queryKey: keys.time.entries({ report: query, ...place }),
    queryFn: ({ pageParam, signal }) =>
      api.get<ListOf<TimeEntry>>('/api/v1/reports/entries', {
        query: { ...toApiQuery(query), ...place, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** The key of what has no task or no label is empty, and of a query what is empty is left out unless it is in a list. */
function orEmpty(key: string): string | string[] {
  return key === '' ? [key] : key;
}
