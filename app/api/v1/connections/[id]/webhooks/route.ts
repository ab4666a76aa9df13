import { ownOrigin } from '@/lib/auth/own-origin';
import { handle } from '@/lib/http/handle';
import { pushOperations } from '@/lib/http/operations-push';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { addWebhooks } from '@/lib/sync/push/push-webhooks';

export const POST = handle(pushOperations.create, ({ actor, params, body, request }) =>
  addWebhooks(actor, params.id, body, {
    origin: ownOrigin(request.headers),
    calling: callingLinear(request.signal),
  }),
);
