'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastError } from '@/app/_ui/toast-error';
import { api } from '@/lib/browser/api';

import type { Run, SyncInput } from '@/lib/contracts/run';
import { storeRun } from './store-run';
import { useStoredConnection } from './use-stored-connection';

/** Starts a run; during another one the answer is that other one. */
export function useStartSync(connectionId: string) {
  const queryClient = useQueryClient();
  const stored = useStoredConnection(connectionId);
  return useMutation({
    mutationFn: (input: Partial<SyncInput>) => api.post<Run>(`/api/v1/connections/${connectionId}/sync`, input),
    onSuccess: (started: Run) => {
      storeRun(queryClient, started);
      stored.update((connection) => ({ ...connection, activeRun: started }));
      return stored.refresh();
    },
    onError: (error) => toastError('The sync could not be started.', error),
  });
}
