import { answer } from '@/lib/http/answer';
import { handle } from '@/lib/http/handle';
import { connectionOperations } from '@/lib/http/operations-sync';
import { currentScheduler } from '@/lib/jobs/scheduler';
import { startRun } from '@/lib/sync/runs';

export const POST = handle(connectionOperations.sync, async ({ actor, params, body, now }) => {
  const { run, isNew } = await startRun(actor, params.id, body, now);
  currentScheduler()?.wake();
  return answer(run, { status: isNew ? 202 : 200 });
});
