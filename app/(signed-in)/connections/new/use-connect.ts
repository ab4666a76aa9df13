'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { toastError } from '@/app/_ui/toast-error';
import { type NewConnectionForm, toConnectionInput } from '@/app/(signed-in)/connections/connection-form';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Connection } from '@/lib/contracts/connection';
import type { Run } from '@/lib/contracts/run';

/** Saves the connection, starts its first sync and goes to its page. */
export function useConnect() {
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (form: NewConnectionForm) => api.post<Connection>('/api/v1/connections', toConnectionInput(form)),
    onSuccess: async (made) => {
      const path = `/api/v1/connections/${made.id}/sync`;
      // The connection stands by now: a sync that does not start is told on its page, and can be started there.
      const activeRun = await api.post<Run>(path, {}).catch((error: unknown) => {
        toastError('Connected, but the first sync could not be started.', error);
        return null;
      });
      queryClient.setQueryData(keys.connections.detail(made.id), { ...made, activeRun });
      await queryClient.invalidateQueries({ queryKey: keys.connections.list() });
      router.push(`/connections/${made.id}`);
    },
    gcTime: 0,
  });
}
