import { checkReadiness } from '@/lib/auth/check-readiness';
import { answer } from '@/lib/http/answer';
import { handle } from '@/lib/http/handle';
import { serverOperations } from '@/lib/http/operations-server';

// The scheduler starts in instrumentation, which Next bundles apart from the routes: the two meet here.
const shared = globalThis as typeof globalThis & { tracklineScheduler?: { running: boolean } };

export const GET = handle(serverOperations.ready, async () => {
  const readiness = await checkReadiness(shared.tracklineScheduler?.running === true);
  return answer(readiness, { status: readiness.status === 'ready' ? 200 : 503 });
});
