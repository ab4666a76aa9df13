import { handlePush } from '@/lib/http/handle-push';
import { pushOperations } from '@/lib/http/operations-push';
import { readRawBody, statedBytes } from '@/lib/http/read-raw-body';
import { currentScheduler } from '@/lib/jobs/scheduler';
import { largestPushBytes, takePush } from '@/lib/sync/push/take-push';

export const POST = handlePush(pushOperations.receive, async ({ params, request }) => {
  await takePush({
    connectionId: params.connectionId,
    signature: request.headers.get('linear-signature'),
    deliveryId: request.headers.get('linear-delivery'),
    bodyBytes: statedBytes(request),
    readBody: () => readRawBody(request, largestPushBytes),
    now: () => new Date(),
    onHint: (dueAt) => currentScheduler()?.wakeAt(dueAt),
  });
  return { ok: true } as const;
});
