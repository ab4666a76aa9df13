import { handle } from '@/lib/http/handle';
import { runOperations } from '@/lib/http/operations-sync';
import { currentScheduler } from '@/lib/jobs/scheduler';
import { cancelRun } from '@/lib/sync/runs';

export const POST = handle(runOperations.cancel, async ({ actor, params, now }) => {
  const run = await cancelRun(actor, params.id, now);
  currentScheduler()?.cancel(params.id);
  return run;
});
