'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { LinearExport, LinearExportInput, LinearExportState } from '@/lib/contracts/linear-export';

const folder = 'linear';
const whileRunning = 2_000;

/** The export of one connection, and how the last one to that folder went, whoever began it. */
export function useExport(connectionId: string) {
  const queryClient = useQueryClient();
  const queryKey = keys.linear.exportState(folder);
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<LinearExportState>('/api/v1/linear/export', { query: { folder }, signal }),
    refetchInterval: ({ state }) => (state.data?.isRunning ? whileRunning : false),
  });
  const { mutate, isPending, ...run } = useMutation({
    mutationFn: () =>
      api.post<LinearExport>('/api/v1/linear/export', { connectionId, folder } satisfies LinearExportInput),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return {
    start: () => mutate(),
    isRunning: isPending || data?.isRunning === true,
    done: run.data ?? null,
    error: run.error ?? error,
    last: data?.last ?? null,
    lastError: data?.error ?? null,
  };
}
