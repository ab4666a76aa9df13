import { handle } from '@/lib/http/handle';
import { linearWriteOperations } from '@/lib/http/operations-linear-write';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { checkWrite } from '@/lib/sync/write/write-ledger';

export const POST = handle(linearWriteOperations.check, ({ actor, params, request }) =>
  checkWrite(actor, params.id, callingLinear(request.signal)),
);
