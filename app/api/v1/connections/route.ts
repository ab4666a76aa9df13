import { handle } from '@/lib/http/handle';
import { connectionOperations } from '@/lib/http/operations-sync';
import { wholeList } from '@/lib/http/whole-list';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { currentScheduler } from '@/lib/jobs/scheduler';
import { listConnections } from '@/lib/sync/connections';
import { createConnection } from '@/lib/sync/save-connection';

export const GET = handle(connectionOperations.list, async ({ actor, now }) =>
  wholeList(await listConnections(actor, now)),
);

export const POST = handle(connectionOperations.create, async ({ actor, body, request }) => {
  const created = await createConnection(actor, body, callingLinear(request.signal));
  currentScheduler()?.wake();
  return created;
});
