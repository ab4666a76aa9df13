import { handle } from '@/lib/http/handle';
import { connectionOperations } from '@/lib/http/operations-sync';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { testKey } from '@/lib/sync/test-key';

export const POST = handle(connectionOperations.test, ({ actor, body, request }) =>
  testKey(actor, body, callingLinear(request.signal)),
);
