import { handle } from '@/lib/http/handle';
import { timerOperations } from '@/lib/http/operations-time';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { commentOnStop } from '@/lib/sync/time-on-issues/time-on-issues-comment';
import { startTimer } from '@/lib/tracking/start-timer';

export const POST = handle(timerOperations.start, async ({ actor, body, now, newId, request }) => {
  const started = await startTimer(actor, body, now, newId);
  // Beside the answer: nobody waits for Linear to start a timer.
  void commentOnStop(actor, started.stopped, callingLinear(request.signal));
  return started;
});
