import { handle } from '@/lib/http/handle';
import { issueWriteOperations } from '@/lib/http/operations-linear-write';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { changeIssue, showLiveIssue } from '@/lib/sync/write/write-issue';

export const GET = handle(issueWriteOperations.get, ({ actor, params, request }) =>
  showLiveIssue(actor, params.id, callingLinear(request.signal)),
);
export const PATCH = handle(issueWriteOperations.change, ({ actor, params, body, request, newId }) =>
  changeIssue(actor, params.id, body, { ...callingLinear(request.signal), writeId: newId }),
);
