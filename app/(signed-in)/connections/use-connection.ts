'use client';

import { type QueryClient, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { ApiError } from '@/lib/browser/api-error';
import { keys } from '@/lib/browser/query-keys';
import type { Connection } from '@/lib/contracts/connection';

const whileSyncing = 2_000;
const otherwise = 10_000;

export function useConnection(connectionId: string) {
  const query = useQuery({
    queryKey: keys.connections.detail(connectionId),
    queryFn: ({ signal, client }) => {
      const known = client.getQueryData<Connection>(keys.connections.detail(connectionId));
      // Between its deletion and the next screen there is nothing to ask for any more.
      if (known && isBeingDeleted(client, connectionId)) return known;
      return api.get<Connection>(`/api/v1/connections/${connectionId}`, { signal });
    },
    // The run itself comes as a stream; this is for the teams' progress and for runs that the schedule starts.
    refetchInterval: ({ state }) => !isGone(state.error) && (isUnderWay(state.data) ? whileSyncing : otherwise),
  });
  // What another tab has deleted must not go on being shown from memory.
  return isGone(query.error) ? { ...query, data: undefined } : query;
}

/** What was chosen a moment ago is read by a run that comes at once. */
function isUnderWay(connection: Connection | undefined): boolean {
  if (!connection) return false;
  const { activeRun, mirrors } = connection;
  return activeRun !== null || mirrors.some(({ state }) => state === 'waiting' || state === 'reading');
}

function isBeingDeleted(client: QueryClient, connectionId: string): boolean {
  const deletions = client.getMutationCache().findAll({ mutationKey: keys.connections.deletion(connectionId) });
  return deletions.some(({ state }) => state.status === 'pending' || state.status === 'success');
}

function isGone(error: Error | null): boolean {
  return error instanceof ApiError && error.status === 404;
}
