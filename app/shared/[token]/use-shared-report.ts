'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import type { SharedReport } from '@/lib/contracts/report';

/** The report behind a link; an ApiError with status 404 or 410 when the link is of no use any more. */
export function useSharedReport(token: string) {
  return useQuery({
    queryKey: ['shared-report', token],
    queryFn: ({ signal }) => api.get<SharedReport>(sharedReportPath(token), { signal }),
    // Each look counts as opening the link.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function sharedReportPath(token: string): string {
  return `/api/v1/shared-reports/${encodeURIComponent(token)}`;
}
