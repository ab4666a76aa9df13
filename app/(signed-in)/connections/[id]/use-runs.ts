'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { Run, RunTrigger } from '@/lib/contracts/run';

const limit = 20;

/** Those that read what webhooks named are many, and told by the section on live updates. */
const plainTriggers = 'manual,schedule,api' satisfies `${RunTrigger},${RunTrigger},${RunTrigger}`;

/** The ledger of a connection, newest first. */
export function useRuns(connectionId: string, withWebhooks: boolean) {
  const trigger = withWebhooks ? undefined : plainTriggers;
  return useInfiniteQuery({
    queryKey: keys.connections.runs(connectionId, { limit, trigger }),
    queryFn: ({ pageParam, signal }) =>
      api.get<ListOf<Run>>(`/api/v1/connections/${connectionId}/runs`, {
        query: { limit, cursor: pageParam, trigger },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
