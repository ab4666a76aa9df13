import { handleStream } from '@/lib/http/handle';
import { runOperations } from '@/lib/http/operations-sync';
import { followRun } from '@/lib/sync/follow-run';
import { showRun } from '@/lib/sync/runs';

export const GET = handleStream(runOperations.events, async ({ actor, params, request }) => {
  const stream = followRun(actor, await showRun(actor, params.id), request.signal);
  // Proxies that buffer would show a run only when it is over.
  return new Response(stream, { headers: { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' } });
});
