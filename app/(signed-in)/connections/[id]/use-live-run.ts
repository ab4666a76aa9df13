'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isActive } from '@/app/(signed-in)/connections/run-words';
import { useStoredConnection } from '@/app/(signed-in)/connections/use-stored-connection';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Connection } from '@/lib/contracts/connection';
import type { Run } from '@/lib/contracts/run';
import { useRunStream } from './use-run-stream';

const pollMilliseconds = 2_000;

/** The run under way, as it goes on; after its end it stays to be read until it is dismissed. */
export function useLiveRun({ id, activeRun }: Connection) {
  const queryClient = useQueryClient();
  const stored = useStoredConnection(id);
  const [runId, setRunId] = useState(activeRun?.id ?? null);
  const activeId = activeRun?.id ?? null;
  if (activeId && activeId !== runId) setRunId(activeId);

  const { isBroken } = useRunStream(runId);
  const { data: run } = useQuery({
    queryKey: keys.runs.detail(runId ?? ''),
    queryFn: ({ signal }) => api.get<Run>(`/api/v1/runs/${runId}`, { signal }),
    enabled: runId !== null,
    ...(activeRun && activeRun.id === runId ? { placeholderData: activeRun } : {}),
    refetchInterval: ({ state }) => (isBroken && (!state.data || isActive(state.data)) ? pollMilliseconds : false),
  });

  const endedId = run && run.id === runId && !isActive(run) ? run.id : null;
  useEffect(() => {
    if (!endedId) return;
    stored.update((each) => (each.activeRun?.id === endedId ? { ...each, activeRun: null } : each));
    void Promise.all([
      stored.refresh(),
      queryClient.invalidateQueries({ queryKey: keys.tasks.all }),
      queryClient.invalidateQueries({ queryKey: keys.projects.all }),
    ]);
  }, [endedId, stored, queryClient]);

  return {
    run: run ?? null,
    isPolling: isBroken && run !== undefined && isActive(run),
    dismiss: () => setRunId(null),
  };
}
