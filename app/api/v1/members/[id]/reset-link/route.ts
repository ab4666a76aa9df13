import { makeResetLink } from '@/lib/auth/links';
import { ownOrigin } from '@/lib/auth/own-origin';
import { handle } from '@/lib/http/handle';
import { memberOperations } from '@/lib/http/operations-people';

export const POST = handle(memberOperations.makeResetLink, ({ actor, params, request, now }) =>
  makeResetLink(actor, params.id, ownOrigin(request.headers), now),
);
