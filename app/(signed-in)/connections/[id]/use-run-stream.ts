'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isActive } from '@/app/(signed-in)/connections/run-words';
import { storeRun } from '@/app/(signed-in)/connections/store-run';
import type { Run } from '@/lib/contracts/run';

const patience = 3;

/**
 * Puts a run's events into react-query's store. `EventSource` reconnects by itself; when it gives up, or some proxy
 * between keeps cutting or holding back the stream, `isBroken` says that asking again and again must take over.
 */
export function useRunStream(runId: string | null) {
  const queryClient = useQueryClient();
  const [brokenId, setBrokenId] = useState<string | null>(null);
  useEffect(() => {
    if (runId === null) return;
    let failures = 0;
    const source = new EventSource(`/api/v1/runs/${runId}/events`);
    source.addEventListener('run', (event: MessageEvent<string>) => {
      // Our server made it: a proxy may hold a stream back or cut it, but not alter it.
      const run = JSON.parse(event.data) as Run;
      failures = 0;
      setBrokenId(null);
      storeRun(queryClient, run);
      if (!isActive(run)) source.close();
    });
    source.addEventListener('error', () => {
      failures += 1;
      if (source.readyState === EventSource.CLOSED || failures >= patience) setBrokenId(runId);
    });
    return () => source.close();
  }, [runId, queryClient]);
  return { isBroken: brokenId !== null && brokenId === runId };
}
