'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import type { EntrySplit, EntrySplitInput } from '@/lib/contracts/time-entry';
import { newId } from '@/lib/kit/new-id';
import { refreshTime } from './refresh-time';

/** The first part keeps the entry's id and history, the second is new. */
export function useSplitEntry(entryId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: EntrySplitInput) =>
      api.post<EntrySplit>(`/api/v1/time-entries/${entryId}/split`, input, { idempotencyKey: newId() }),
    onSuccess: () => refreshTime(client),
  });
}
