'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { refreshTime } from '@/app/(signed-in)/_entries/refresh-time';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Rate, RateInput, RateKind, RateSaved } from '@/lib/contracts/rate';

/** Newest first; `subjectId` null: of the installation, or of all people. */
export function useRates(kind: RateKind, subjectId: string | null, isWanted = true) {
  const query = { kind, subjectId };
  return useQuery({
    queryKey: keys.rates.list(query),
    queryFn: ({ signal }) => api.get<{ items: Rate[] }>('/api/v1/rates', { query, signal }),
    enabled: isWanted,
  });
}

export function useSaveRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: RateInput) => api.post<RateSaved>('/api/v1/rates', input),
    onSuccess: ({ changedEntries }) => {
      // Nobody waits for it: whatever shows time may be much.
      if (changedEntries > 0) void refreshTime(client);
      return client.invalidateQueries({ queryKey: keys.rates.all });
    },
  });
}

export function useRemoveRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rateId: string) => api.delete(`/api/v1/rates/${rateId}`),
    // Also after a refusal: the usual one is that the rate is gone already.
    onSettled: () => client.invalidateQueries({ queryKey: keys.rates.all }),
  });
}
