import { handle } from '@/lib/http/handle';
import { issueWriteOperations } from '@/lib/http/operations-linear-write';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { removeRelation } from '@/lib/sync/write/write-talk';

export const DELETE = handle(issueWriteOperations.unrelate, ({ actor, params, request, newId }) =>
  removeRelation(
    actor,
    { taskId: params.id, relationId: params.relationId },
    { ...callingLinear(request.signal), writeId: newId },
  ),
);
