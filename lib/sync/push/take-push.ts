import type { PushRefusal } from '@/lib/contracts/push';
import { AppError } from '@/lib/errors/app-error';
import { type Push, receivePush } from './push-receive';

/** As much as Linear's own SDK takes. */
export const largestPushBytes = 5 * 1_048_576;

/**
 * Refuses by status, which is all of the answer that Linear minds. Other than 200 it sends again after a minute, an hour and six
 * hours, shows the failure to the workspace's admins, and in the end turns the webhook off: right for a webhook that is set up
 * wrongly (401, 400, 404, 413), and for trouble of our own (500, 503), which passes. A paused connection is neither, so it
 * takes and drops.
 */
export async function takePush(push: Push): Promise<void> {
  const received = await receivePush(push);
  if (received.outcome === 'taken') return;
  if (received.outcome === 'unknown_connection') throw new AppError('not_found', 'There is nothing here.');
  refusals[received.reason]?.();
}

const refusals: Record<PushRefusal, (() => never) | null> = {
  bad_signature: () => {
    throw new AppError('unauthenticated', 'The signature is not right.');
  },
  stale: () => refused('The delivery is older than a minute.'),
  wrong_workspace: () => refused('The delivery is of another workspace.'),
  not_json: () => refused('The body is not a delivery.'),
  too_large: () => {
    throw new AppError('body_too_large', 'The body is larger than 5 MiB.');
  },
  disabled: null,
};

function refused(message: string): never {
  throw new AppError('webhook_refused', message);
}
