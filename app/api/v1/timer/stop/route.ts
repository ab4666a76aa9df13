import { handle } from '@/lib/http/handle';
import { timerOperations } from '@/lib/http/operations-time';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { commentOnStop } from '@/lib/sync/time-on-issues/time-on-issues-comment';
import { stopTimer } from '@/lib/tracking/stop-timer';

export const POST = handle(timerOperations.stop, async ({ actor, body, now, request }) => {
  const stopped = await stopTimer(actor, body, now);
  // Beside the answer: nobody waits for Linear to stop a timer.
  void commentOnStop(actor, stopped, callingLinear(request.signal));
  return stopped;
});
