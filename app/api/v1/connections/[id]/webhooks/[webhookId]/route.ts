import { handle } from '@/lib/http/handle';
import { pushOperations } from '@/lib/http/operations-push';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { removeWebhook } from '@/lib/sync/push/push-webhooks';

export const DELETE = handle(pushOperations.remove, ({ actor, params, request }) =>
  removeWebhook(actor, params.id, params.webhookId, callingLinear(request.signal)),
);
