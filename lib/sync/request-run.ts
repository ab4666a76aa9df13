import type { SyncInput } from '@/lib/contracts/run';
import {
  createRun,
  endHintRun,
  endQueuedRun,
  getActiveRun,
  getRun,
  interruptExpiredRuns,
  type StoredRun,
  updateCancelRequested,
} from '@/lib/db/sync-run';
import { AppError } from '@/lib/errors/app-error';

export interface RunRequest extends SyncInput {
  connectionId: string;
  trigger: 'manual' | 'schedule' | 'api';
  requestedById: string | null;
}

/** Queues a run, or shows the active one: there is never more than one for a connection. */
export async function requestRun(request: RunRequest, now: Date): Promise<{ run: StoredRun; isNew: boolean }> {
  for (let attempt = 0; attempt < 6; attempt++) {
    // A run whose process died must not stand in the way until somebody sweeps.
    await interruptExpiredRuns(now);
    const created = await createRun(request);
    if (created) return { run: created, isNew: true };
    const active = await getActiveRun(request.connectionId);
    if (active?.trigger === 'webhook') await endHintRun(active.id, now);
    else if (active) return { run: active, isNew: false };
    // It ended just now, between the two questions or by the second: ask again.
  }
  throw new AppError('conflict', 'Another sync is just ending.', { hint: 'Try again.' });
}

/** Asks a run to stop. One that nobody has begun ends at once; a running one stops within its page and keeps what it stored. */
export async function requestCancel(runId: string, now: Date): Promise<StoredRun> {
  const run = await getRun(runId);
  if (!run) throw new AppError('not_found', 'This run does not exist.');
  if (run.activeKey === null) throw new AppError('run_not_active', 'This run has ended already.');
  const isEnded = await endQueuedRun(runId, 'canceled', now);
  if (!isEnded) await updateCancelRequested(runId, now);
  return (await getRun(runId)) ?? run;
}
