import { ownOrigin } from '@/lib/auth/own-origin';
import { handle } from '@/lib/http/handle';
import { pushOperations } from '@/lib/http/operations-push';
import { showPush } from '@/lib/sync/push/push-view';

export const GET = handle(pushOperations.show, ({ actor, params, request }) =>
  showPush(actor, params.id, ownOrigin(request.headers)),
);
