import type { WebhookRemoval } from '@/lib/contracts/push';
import type { StoredConnection } from '@/lib/db/connection';
import { listWebhooks, type StoredWebhook } from '@/lib/db/linear-webhook';
import { AppError } from '@/lib/errors/app-error';
import { seconds } from '@/lib/kit/sleep';
import { deleteWebhook } from '@/lib/linear/webhooks';
import { log } from '@/lib/log/log';
import { type LinearAccess, openForPerson } from '@/lib/sync/open-client';

/** Deletes at Linear what was made from here, if it can be. */
export async function deleteAtLinear(
  connection: StoredConnection,
  { externalId }: Pick<StoredWebhook, 'externalId'>,
  access: LinearAccess,
): Promise<WebhookRemoval> {
  if (externalId === null)
    return { atLinear: 'made_by_hand', message: 'Delete it in Linear too, under Settings, API: it goes on sending.' };
  try {
    await deleteWebhook(openForPerson(connection, access), externalId);
    return { atLinear: 'removed', message: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log().warn({ err: error, connectionId: connection.id }, 'a webhook could not be deleted at Linear');
    const message = `${error.message} Delete the webhook called Trackline in Linear, under Settings, API.`;
    return { atLinear: 'failed', message };
  }
}

/** With its connection, which must go in any case: what stays at Linear is answered with 404 there, and turned off in time. */
export async function deleteWebhooksAtLinear(connection: StoredConnection, access: LinearAccess): Promise<void> {
  const patient = { ...access, timeoutMs: access.timeoutMs ?? seconds(5) };
  const webhooks = await listWebhooks(connection.id);
  await Promise.all(webhooks.map((webhook) => deleteAtLinear(connection, webhook, patient)));
}
