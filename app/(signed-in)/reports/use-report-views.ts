'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ReportView, ReportViewChange, ReportViewInput } from '@/lib/contracts/report';

const path = '/api/v1/report-views';

export function useReportViews() {
  return useQuery({
    queryKey: keys.reports.views,
    queryFn: ({ signal }) => api.get<{ items: ReportView[] }>(path, { signal }),
    select: ({ items }) => items,
    staleTime: 60_000,
  });
}

export function useSaveView() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (input: ReportViewInput) => api.post<ReportView>(path, input),
    onSuccess: refresh,
  });
}

export function useChangeView() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, ...change }: ReportViewChange & { id: string }) =>
      api.patch<ReportView>(`${path}/${encodeURIComponent(id)}`, change),
    onSettled: refresh,
  });
}

export function useDeleteView() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => api.delete(`${path}/${encodeURIComponent(id)}`),
    // Also after a refusal: the usual one is that it is gone already.
    onSettled: refresh,
  });
}

function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: keys.reports.views });
}
