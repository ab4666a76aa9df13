import { handle } from '@/lib/http/handle';
import { connectionOperations } from '@/lib/http/operations-sync';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { testConnection } from '@/lib/sync/test-key';

export const POST = handle(connectionOperations.testStored, ({ actor, params, request }) =>
  testConnection(actor, params.id, callingLinear(request.signal)),
);
