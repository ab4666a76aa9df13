'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { Connection } from '@/lib/contracts/connection';

export type ConnectionList = ListOf<Connection>;

const whileSyncing = 2_000;
const otherwise = 15_000;

export function useConnections() {
  return useQuery({
    queryKey: keys.connections.list(),
    queryFn: ({ signal }) => api.get<ConnectionList>('/api/v1/connections', { signal }),
    // The schedule starts runs by itself, so the list must look from time to time.
    refetchInterval: ({ state }) => (state.data?.items.some((each) => each.activeRun) ? whileSyncing : otherwise),
  });
}
