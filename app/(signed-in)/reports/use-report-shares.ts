'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { NewReportShare, ReportShare, ReportShareInput } from '@/lib/contracts/report';

const path = '/api/v1/report-shares';

/** Links that show a report to whoever has them. */
export function useReportShares() {
  return useQuery({
    queryKey: keys.reports.shares,
    queryFn: ({ signal }) => api.get<{ items: ReportShare[] }>(path, { signal }),
    select: ({ items }) => items,
    // When a link was last opened changes without anybody doing anything here.
    staleTime: 0,
  });
}

export function useShareReport() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: ReportShareInput) => api.post<NewReportShare>(path, input),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.reports.shares }),
  });
}

export function useRevokeShare() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (shareId: string) => api.delete(`${path}/${encodeURIComponent(shareId)}`),
    // Also after a refusal: the usual one is that it is revoked already.
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.reports.shares }),
  });
}
