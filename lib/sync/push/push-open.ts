import { getConnection, type StoredConnection } from '@/lib/db/connection';
import { deleteOpenWebhook, listOpenWebhooks, type StoredWebhook, settleWebhook } from '@/lib/db/linear-webhook';
import { AppError } from '@/lib/errors/app-error';
import { days, minutes, seconds } from '@/lib/kit/sleep';
import { findWebhook } from '@/lib/linear/webhooks';
import { log } from '@/lib/log/log';
import { seal } from '@/lib/secrets/sealed';
import { type LinearAccess, openForPerson } from '@/lib/sync/open-client';
import { openSecrets } from './push-secrets';

/** Longer than Linear and what stands before it work on one call: what is not there by then will never be. */
const settledAfterMs = minutes(2);
/** A look-up that has failed for a day is left to whoever makes, rotates or removes the webhook next. */
const triedForMs = days(1);

/** Linear was asked to make or change it, and its answer got lost. */
export type OpenWebhook = StoredWebhook & { externalId: string; openSince: Date };

export function isOpen(webhook: StoredWebhook): webhook is OpenWebhook {
  return webhook.openSince !== null && webhook.externalId !== null;
}

/**
 * Asks Linear what came of it. `none`: it has none, and will not get it any more; the row is gone. `open`: it may still get it.
 * Until then the row stays, so that what the webhook signs is known here.
 */
export async function settleOpen(
  connection: StoredConnection,
  webhook: OpenWebhook,
  access: LinearAccess,
): Promise<'there' | 'none' | 'open'> {
  const { client } = openForPerson(connection, access);
  const found = await findWebhook(client, webhook.externalId, AbortSignal.timeout(seconds(20)));
  const isOver = access.now().getTime() - webhook.openSince.getTime() >= settledAfterMs;
  if (found) {
    const { secret } = found;
    const isNew = Boolean(secret) && openSecrets([webhook])[0] !== secret;
    if (isOver || isNew) await settleWebhook(webhook, secret ? { secretSealed: seal(secret, webhook.id) } : {});
    return 'there';
  }
  if (!isOver) return 'open';
  await deleteOpenWebhook(webhook);
  return 'none';
}

/** After a crash too. Never throws: what cannot be asked now is asked again. */
export async function sweepWebhooks(access: LinearAccess): Promise<void> {
  try {
    const now = access.now().getTime();
    const open = await listOpenWebhooks({ from: new Date(now - triedForMs), to: new Date(now - settledAfterMs) });
    for (const webhook of open.filter(isOpen)) {
      const connection = await getConnection(webhook.connectionId);
      if (connection) await settleOpen(connection, webhook, access).catch(logTrouble);
    }
  } catch (error) {
    logTrouble(error);
  }
}

function logTrouble(err: unknown): void {
  log().warn({ err }, 'a webhook could not be looked up at Linear; it is tried again');
}

export function stillOpen(): AppError {
  return new AppError('conflict', 'Linear is being asked for this webhook already, or has not answered.', {
    hint: 'What became of it is looked up within two minutes. Try again then.',
  });
}

/** In the words of what went wrong. */
export function unansweredError(cause: AppError): AppError {
  return new AppError(cause.code, cause.message, {
    hint: 'Nobody knows yet whether Linear did it. It is looked up within two minutes; look here again then.',
    cause,
  });
}
