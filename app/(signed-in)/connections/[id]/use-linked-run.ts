'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Run } from '@/lib/contracts/run';

/** A run that the address names and that is older than what the ledger has loaded; null when there is none such. */
export function useLinkedRun(
  connectionId: string,
  runId: string | null,
  listed: readonly Run[] | undefined,
): Run | null {
  const isMissing = runId !== null && listed !== undefined && !listed.some(({ id }) => id === runId);
  const { data } = useQuery({
    queryKey: keys.runs.detail(runId ?? ''),
    queryFn: ({ signal }) => api.get<Run>(`/api/v1/runs/${runId}`, { signal }),
    enabled: isMissing,
  });
  return isMissing && data?.id === runId && data.connectionId === connectionId ? data : null;
}
