import type { AdminActor } from '@/lib/auth/actor';
import type { PushView, WebhookInput, WebhookRemoval } from '@/lib/contracts/push';
import type { StoredConnection } from '@/lib/db/connection';
import {
  createWebhook as createStored,
  deleteWebhook as deleteStored,
  getWebhook,
  listWebhooks,
  type StoredWebhook,
} from '@/lib/db/linear-webhook';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { seal } from '@/lib/secrets/sealed';
import { mustGetConnection } from '@/lib/sync/connections';
import type { LinearAccess } from '@/lib/sync/open-client';
import type { Calling } from '@/lib/sync/test-key';
import { inTurn } from '@/lib/sync/write/write-turns';
import { makeMissing, rotateOne } from './push-making';
import { isOpen, settleOpen, stillOpen } from './push-open';
import { deleteAtLinear } from './push-removal';
import { openSecrets } from './push-secrets';
import { showPush } from './push-view';

/** A rotation leaves two behind for a moment, and teams may have one each. */
const mostPasted = 50;

/** Makes what is missing at Linear, or keeps the secret of one that was made there by hand. */
export async function addWebhooks(
  actor: AdminActor,
  connectionId: string,
  input: WebhookInput,
  { origin, calling }: { origin: string; calling: Calling },
): Promise<PushView> {
  const connection = await mustGetConnection(connectionId);
  await inTurnOf(connectionId, () =>
    'secret' in input
      ? keepPasted(connectionId, input.secret)
      : makeMissing(connection, input.scope, { origin, access: calling.access }),
  );
  return showPush(actor, connectionId, origin);
}

/** Whoever clicks twice finds with the second click what the first has made. Other processes are kept apart by the rows. */
function inTurnOf<T>(connectionId: string, work: () => Promise<T>): Promise<T> {
  return inTurn(`webhooks of ${connectionId}`, work);
}

async function keepPasted(connectionId: string, secret: string): Promise<void> {
  const known = await listWebhooks(connectionId);
  if (openSecrets(known).includes(secret)) return;
  if (known.length >= mostPasted) throw new AppError('conflict', 'There are too many webhooks. Remove one first.');
  const id = newId();
  const atLinear = { externalId: null, externalTeamId: null, target: null, openSince: null, deliversAs: null };
  await createStored({ id, connectionId, secretSealed: seal(secret, id), ...atLinear });
}

/** Here it ends at once. At Linear it is deleted if it can be; whoever asked is told if not. */
export async function removeWebhook(
  _actor: AdminActor,
  connectionId: string,
  webhookId: string,
  { access }: Calling,
): Promise<WebhookRemoval> {
  const connection = await mustGetConnection(connectionId);
  return inTurnOf(connectionId, async () => {
    const webhook = await mustGetWebhook(connectionId, webhookId);
    await refuseOnItsWay(connection, webhook, access);
    await deleteStored(webhook.id);
    return deleteAtLinear(connection, webhook, access);
  });
}

/** Linear could still make it after it was deleted there. If it cannot be asked it cannot delete either, and says so. */
async function refuseOnItsWay(connection: StoredConnection, webhook: StoredWebhook, access: LinearAccess) {
  if (!isOpen(webhook)) return;
  const state = await settleOpen(connection, webhook, access).catch((error: unknown) => {
    if (error instanceof AppError) return 'there';
    throw error;
  });
  if (state === 'open') throw stillOpen();
}

export async function rotateWebhook(
  actor: AdminActor,
  connectionId: string,
  webhookId: string,
  { origin, calling }: { origin: string; calling: Calling },
): Promise<PushView> {
  const connection = await mustGetConnection(connectionId);
  await inTurnOf(connectionId, async () => {
    const webhook = await mustGetWebhook(connectionId, webhookId);
    const { externalId } = webhook;
    if (externalId === null)
      throw new AppError('conflict', 'This webhook was made by hand.', {
        hint: 'Rotate its secret in Linear, paste the new one here, then remove this one.',
      });
    await rotateOne(connection, { ...webhook, externalId }, calling.access);
  });
  return showPush(actor, connectionId, origin);
}

async function mustGetWebhook(connectionId: string, webhookId: string): Promise<StoredWebhook> {
  const webhook = await getWebhook(connectionId, webhookId);
  if (!webhook) throw new AppError('not_found', 'This webhook does not exist.');
  return webhook;
}
