'use client';

import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import { listOf } from '@/lib/contracts/common';
import { connection } from '@/lib/contracts/connection';

const connectionList = listOf(connection);
export type ConnectionList = z.infer<typeof connectionList>;

const whileSyncing = 2_000;
const otherwise = 15_000;

export function useConnections() {
  return useQuery({
    queryKey: keys.connections.list(),
    queryFn: ({ signal }) => api.get('/api/v1/connections', connectionList, { signal }),
    // The schedule starts runs by itself, so the list must look from time to time.
    refetchInterval: ({ state }) => (state.data?.items.some((each) => each.activeRun) ? whileSyncing : otherwise),
  });
}
