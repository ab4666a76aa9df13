import { handle } from '@/lib/http/handle';
import { issueWriteOperations } from '@/lib/http/operations-linear-write';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { archiveIssue } from '@/lib/sync/write/write-issue';

export const POST = handle(issueWriteOperations.unarchive, ({ actor, params, request, newId }) =>
  archiveIssue(actor, params.id, 'unarchive', { ...callingLinear(request.signal), writeId: newId }),
);
