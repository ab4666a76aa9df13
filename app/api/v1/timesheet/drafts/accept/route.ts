import { handle } from '@/lib/http/handle';
import { draftOperations } from '@/lib/http/operations-drafts';
import { wholeList } from '@/lib/http/whole-list';
import { acceptDrafts } from '@/lib/tracking/accept-drafts';

export const POST = handle(draftOperations.accept, async ({ actor, body, now, newId }) =>
  wholeList(await acceptDrafts(actor, body, now, newId)),
);
