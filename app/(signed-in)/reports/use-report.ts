'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Query } from '@/lib/browser/to-query-string';
import type { ReportOptions, ReportQuery, ReportSummary } from '@/lib/contracts/report';

const minute = 60_000;

/** The report before stays until the new one is here. */
export function useReport(query: ReportQuery) {
  return useQuery({
    queryKey: keys.time.report(query),
    queryFn: ({ signal }) => api.get<ReportSummary>('/api/v1/reports/summary', { query: toApiQuery(query), signal }),
    placeholderData: keepPreviousData,
  });
}

/** What reports can be filtered by. */
export function useReportOptions() {
  return useQuery({
    queryKey: keys.reports.options,
    queryFn: ({ signal }) => api.get<ReportOptions>('/api/v1/reports/options', { signal }),
    staleTime: minute,
  });
}

/** The API takes the groupings as one word. */
export function toApiQuery({ groupBy = [], ...rest }: ReportQuery): Query {
  return { ...rest, groupBy: groupBy.join(',') };
}
