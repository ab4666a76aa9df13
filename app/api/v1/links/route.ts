import { invite, listInvites } from '@/lib/auth/links';
import { ownOrigin } from '@/lib/auth/own-origin';
import { handle } from '@/lib/http/handle';
import { linkOperations } from '@/lib/http/operations-people';
import { wholeList } from '@/lib/http/whole-list';

export const GET = handle(linkOperations.list, async ({ actor }) => wholeList(await listInvites(actor)));
export const POST = handle(linkOperations.invite, ({ actor, body, request, now }) =>
  invite(actor, body, ownOrigin(request.headers), now),
);
