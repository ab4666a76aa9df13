import { ownOrigin } from '@/lib/auth/own-origin';
import { handle } from '@/lib/http/handle';
import { pushOperations } from '@/lib/http/operations-push';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { rotateWebhook } from '@/lib/sync/push/push-webhooks';

export const POST = handle(pushOperations.rotate, ({ actor, params, request }) =>
  rotateWebhook(actor, params.id, params.webhookId, {
    origin: ownOrigin(request.headers),
    calling: callingLinear(request.signal),
  }),
);
