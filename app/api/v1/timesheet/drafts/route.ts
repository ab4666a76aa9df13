import { handle } from '@/lib/http/handle';
import { draftOperations } from '@/lib/http/operations-drafts';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { listDrafts } from '@/lib/sync/drafts/drafts';

export const GET = handle(draftOperations.list, ({ actor, query, request }) =>
  listDrafts(actor, query, callingLinear(request.signal)),
);
