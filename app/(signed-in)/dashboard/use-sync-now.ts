'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastError } from '@/app/_ui/toast-error';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Run } from '@/lib/contracts/run';

/** Answers at once; the run goes on by itself, also when the browser leaves. */
export function useSyncNow(connectionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<Run>(`/api/v1/connections/${connectionId}/sync`, {}),
    onError: (error) => toastError('The sync could not be started.', error),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.dashboard }),
        client.invalidateQueries({ queryKey: keys.connections.all }),
      ]),
  });
}
