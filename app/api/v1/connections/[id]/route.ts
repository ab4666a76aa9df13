import { handle } from '@/lib/http/handle';
import { connectionOperations } from '@/lib/http/operations-sync';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { currentScheduler } from '@/lib/jobs/scheduler';
import { showConnection } from '@/lib/sync/connections';
import { changeConnection } from '@/lib/sync/save-connection';
import { removeConnectionAndTime } from '@/lib/sync/time-on-issues/time-on-issues-leave';

export const GET = handle(connectionOperations.get, ({ actor, params, now }) => showConnection(actor, params.id, now));

export const PATCH = handle(connectionOperations.change, async ({ actor, params, body, request }) => {
  const changed = await changeConnection(actor, params.id, body, callingLinear(request.signal));
  currentScheduler()?.hastenTime();
  return changed;
});

export const DELETE = handle(connectionOperations.remove, async ({ actor, params, query, request }) => {
  await removeConnectionAndTime(actor, params.id, query, callingLinear(request.signal).access);
  currentScheduler()?.wake();
});
