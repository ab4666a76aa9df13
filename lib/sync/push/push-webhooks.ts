import { randomBytes, randomUUID } from 'node:crypto';
import type { AdminActor } from '@/lib/auth/actor';
import type { PushView, WebhookInput, WebhookRemoval } from '@/lib/contracts/push';
import { type StoredConnection, updateConnection } from '@/lib/db/connection';
import {
  createWebhook as createStored,
  deleteWebhook as deleteStored,
  getWebhook,
  listWebhooks,
  type StoredWebhook,
  updateWebhookSecret,
} from '@/lib/db/linear-webhook';
import { listTeamScopes } from '@/lib/db/team-scope';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { createWebhook, rotateSecret } from '@/lib/linear/webhooks';
import { seal } from '@/lib/secrets/sealed';
import { mustGetConnection } from '@/lib/sync/connections';
import { openForPerson } from '@/lib/sync/open-client';
import type { Calling } from '@/lib/sync/test-key';
import { deleteAtLinear } from './push-removal';
import { openSecrets } from './push-secrets';
import { isPublicAddress, pushUrl } from './push-url';
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
  if ('secret' in input) await keepPasted(connectionId, input.secret);
  else await makeMissing(connection, input.scope, origin, calling);
  return showPush(actor, connectionId, origin);
}

async function keepPasted(connectionId: string, secret: string): Promise<void> {
  const known = await listWebhooks(connectionId);
  if (openSecrets(known).includes(secret)) return;
  if (known.length >= mostPasted) throw new AppError('conflict', 'There are too many webhooks. Remove one first.');
  const id = newId();
  const pasted = { id, connectionId, externalId: null, externalTeamId: null, secretSealed: seal(secret, id) };
  await createStored(pasted);
}

async function makeMissing(
  connection: StoredConnection,
  scope: 'all_public_teams' | 'chosen_teams',
  origin: string,
  calling: Calling,
): Promise<void> {
  const url = pushUrl(origin, connection.id);
  if (!isPublicAddress(url))
    throw new AppError('webhook_unreachable', `Linear cannot send to ${url}.`, {
      hint: 'Set BASE_URL to the public https address of this server, or let syncing on the schedule do.',
    });
  const made = (await listWebhooks(connection.id)).filter(({ externalId }) => externalId !== null);
  const covered = new Set(made.map(({ externalTeamId }) => externalTeamId));
  for (const teamId of await targetsOf(connection, scope))
    if (!covered.has(teamId)) await makeOne(connection, { teamId, url }, calling);
}

/** One for all public teams tells nothing of private ones: each of these needs its own. */
async function targetsOf(connection: StoredConnection, scope: 'all_public_teams' | 'chosen_teams') {
  const scopes = (await listTeamScopes(connection.id)).filter(({ selected, visible }) => selected && visible);
  if (scope === 'chosen_teams') return scopes.map(({ externalTeamId }) => externalTeamId);
  return [null, ...scopes.flatMap((team) => (team.private ? [team.externalTeamId] : []))];
}

/** Its secret is kept before Linear hears of it: the first delivery may come before the answer. */
async function makeOne(
  connection: StoredConnection,
  { teamId, url }: { teamId: string | null; url: string },
  { access, signal }: Calling,
): Promise<void> {
  const [id, externalId] = [newId(), randomUUID()];
  const secret = randomBytes(32).toString('hex');
  await createStored({
    id,
    connectionId: connection.id,
    externalId,
    externalTeamId: teamId,
    secretSealed: seal(secret, id),
  });
  try {
    const maker = openForPerson(connection, access);
    await createWebhook(maker, { id: externalId, url, secret, label: 'Trackline', teamId }, signal);
  } catch (error) {
    await deleteStored(id);
    throw await noteScope(connection.id, error);
  }
  await updateConnection(connection.id, { keyIsAdmin: true });
}

/** What Linear forbids is no question of trying again: the screen offers the other way from now on. */
async function noteScope(connectionId: string, error: unknown): Promise<unknown> {
  const isForbidden =
    error instanceof AppError && (error.code === 'linear_forbidden' || error.code === 'linear_scope_missing');
  if (!isForbidden) return error;
  await updateConnection(connectionId, { keyIsAdmin: false });
  return new AppError('linear_scope_missing', 'This key may not make webhooks at Linear.', {
    hint: 'That takes a key of a workspace admin with the Admin permission. Or make the webhook by hand and paste its secret.',
    cause: error,
  });
}

/** Here it ends at once. At Linear it is deleted if it can be; whoever asked is told if not. */
export async function removeWebhook(
  _actor: AdminActor,
  connectionId: string,
  webhookId: string,
  calling: Calling,
): Promise<WebhookRemoval> {
  const connection = await mustGetConnection(connectionId);
  const webhook = await mustGetWebhook(connectionId, webhookId);
  await deleteStored(webhook.id);
  return deleteAtLinear(connection, webhook, calling.access);
}

/** Linear knows the old secret no more once it has answered: what it signed with it meanwhile is refused, and comes again in a minute. */
export async function rotateWebhook(
  actor: AdminActor,
  connectionId: string,
  webhookId: string,
  { origin, calling }: { origin: string; calling: Calling },
): Promise<PushView> {
  const connection = await mustGetConnection(connectionId);
  const { id, externalId } = await mustGetWebhook(connectionId, webhookId);
  if (externalId === null)
    throw new AppError('conflict', 'This webhook was made by hand.', {
      hint: 'Rotate its secret in Linear, paste the new one here, then remove this one.',
    });
  try {
    const secret = await rotateSecret(openForPerson(connection, calling.access), externalId, calling.signal);
    await updateWebhookSecret(id, seal(secret, id));
  } catch (error) {
    throw await noteScope(connectionId, error);
  }
  return showPush(actor, connectionId, origin);
}

async function mustGetWebhook(connectionId: string, webhookId: string): Promise<StoredWebhook> {
  const webhook = await getWebhook(connectionId, webhookId);
  if (!webhook) throw new AppError('not_found', 'This webhook does not exist.');
  return webhook;
}
