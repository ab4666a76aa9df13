import { handle } from '@/lib/http/handle';
import { issueWriteOperations } from '@/lib/http/operations-linear-write';
import { wholeList } from '@/lib/http/whole-list';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { addRelation, listRelations } from '@/lib/sync/write/write-talk';

export const GET = handle(issueWriteOperations.relations, async ({ actor, params, request }) =>
  wholeList(await listRelations(actor, params.id, callingLinear(request.signal))),
);
export const POST = handle(issueWriteOperations.relate, ({ actor, params, body, request, newId }) =>
  addRelation(actor, params.id, body, { ...callingLinear(request.signal), writeId: newId }),
);
