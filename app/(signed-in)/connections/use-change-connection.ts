'use client';

import { useMutation } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import type { Connection, ConnectionChange } from '@/lib/contracts/connection';
import { useStoredConnection } from './use-stored-connection';

type Change = {
  change: ConnectionChange;
  /** Shown until the server has answered. */
  expected?: (connection: Connection) => Connection;
};

export function useChangeConnection(connectionId: string) {
  const stored = useStoredConnection(connectionId);
  return useMutation({
    mutationFn: ({ change }: Change) => api.patch<Connection>(`/api/v1/connections/${connectionId}`, change),
    onMutate: ({ expected }) => {
      const before = stored.read();
      if (expected) stored.update(expected);
      return before;
    },
    onSuccess: (changed) => {
      stored.update(() => changed);
      return stored.refresh();
    },
    onError: (_error, _change, before) => {
      if (before) stored.update(() => before);
    },
    // A replaced key must not lie in the mutation cache.
    gcTime: 0,
  });
}
