'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keys } from '@/lib/browser/query-keys';
import type { Connection } from '@/lib/contracts/connection';
import type { ConnectionList } from './use-connections';

/** One connection wherever react-query keeps it: by itself and in the list. */
export function useStoredConnection(connectionId: string) {
  const queryClient = useQueryClient();
  return useMemo(() => {
    const detail = keys.connections.detail(connectionId);
    const list = keys.connections.list();
    return {
      read: () => queryClient.getQueryData<Connection>(detail),
      update(change: (connection: Connection) => Connection) {
        queryClient.setQueryData<Connection>(detail, (found) => found && change(found));
        queryClient.setQueryData<ConnectionList>(
          list,
          (found) =>
            found && { ...found, items: found.items.map((each) => (each.id === connectionId ? change(each) : each)) },
        );
      },
      async refresh() {
        await Promise.all([
          // Reaches its runs as well.
          queryClient.invalidateQueries({ queryKey: detail }),
          queryClient.invalidateQueries({ queryKey: list }),
          queryClient.invalidateQueries({ queryKey: keys.dashboard }),
        ]);
      },
    };
  }, [queryClient, connectionId]);
}
