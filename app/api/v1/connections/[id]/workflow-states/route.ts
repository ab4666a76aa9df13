import { handle } from '@/lib/http/handle';
import { connectionOperations } from '@/lib/http/operations-sync';
import { wholeList } from '@/lib/http/whole-list';
import { listStates } from '@/lib/sync/connections';

export const GET = handle(connectionOperations.workflowStates, async ({ actor, params }) =>
  wholeList(await listStates(actor, params.id)),
);
