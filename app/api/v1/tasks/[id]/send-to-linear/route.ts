import { handle } from '@/lib/http/handle';
import { issueWriteOperations } from '@/lib/http/operations-linear-write';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { sendToLinear } from '@/lib/sync/write/write-new-issue';

export const POST = handle(issueWriteOperations.send, ({ actor, params, body, request, newId }) =>
  sendToLinear(actor, params.id, body, { ...callingLinear(request.signal), writeId: newId }),
);
