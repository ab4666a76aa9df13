'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastError } from '@/app/_ui/toast-error';
import { isActive } from '@/app/(signed-in)/connections/run-words';
import { storeRun } from '@/app/(signed-in)/connections/store-run';
import { api } from '@/lib/browser/api';
import { ApiError } from '@/lib/browser/api-error';
import { keys } from '@/lib/browser/query-keys';
import type { Run } from '@/lib/contracts/run';

/** The run stops within its page; until then it still counts as active. */
export function useCancelRun(run: Run) {
  const queryClient = useQueryClient();
  const { mutate, isPending, isSuccess } = useMutation({
    mutationKey: ['cancel', run.id],
    mutationFn: () => api.post<Run>(`/api/v1/runs/${run.id}/cancel`, {}),
    onSuccess: (canceled) => storeRun(queryClient, canceled),
    onError: (error) => {
      // It was faster: how it ended is told where it ends.
      if (error instanceof ApiError && error.code === 'run_not_active') {
        return queryClient.invalidateQueries({ queryKey: keys.runs.detail(run.id) });
      }
      return toastError('The run could not be canceled.', error);
    },
  });
  return { ask: () => mutate(), isAsked: isPending || (isSuccess && isActive(run)) };
}
