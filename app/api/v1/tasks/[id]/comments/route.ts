import { handle } from '@/lib/http/handle';
import { issueWriteOperations } from '@/lib/http/operations-linear-write';
import { wholeList } from '@/lib/http/whole-list';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { addComment, listComments } from '@/lib/sync/write/write-talk';

export const GET = handle(issueWriteOperations.comments, async ({ actor, params, request }) =>
  wholeList(await listComments(actor, params.id, callingLinear(request.signal))),
);
export const POST = handle(issueWriteOperations.comment, ({ actor, params, body, request, newId }) =>
  addComment(actor, params.id, body.body, { ...callingLinear(request.signal), writeId: newId }),
);
