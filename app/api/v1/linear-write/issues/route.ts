import { handle } from '@/lib/http/handle';
import { linearWriteOperations } from '@/lib/http/operations-linear-write';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { createIssue } from '@/lib/sync/write/write-new-issue';

export const POST = handle(linearWriteOperations.create, ({ actor, body, request, newId }) =>
  createIssue(actor, body, { ...callingLinear(request.signal), writeId: newId }),
);
