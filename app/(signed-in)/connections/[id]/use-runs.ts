'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { Run } from '@/lib/contracts/run';

const limit = 20;

/** The ledger of a connection, newest first. */
export function useRuns(connectionId: string) {
  return useInfiniteQuery({
    queryKey: keys.connections.runs(connectionId, { limit }),
    queryFn: ({ pageParam, signal }) =>
      api.get<ListOf<Run>>(`/api/v1/connections/${connectionId}/runs`, { query: { limit, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
