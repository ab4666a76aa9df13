import { randomBytes, randomUUID } from 'node:crypto';
import { noteKeyScope, type StoredConnection } from '@/lib/db/connection';
import {
  createWebhook as createStored,
  deleteOpenWebhook,
  getWebhook,
  getWebhookFor,
  openWebhook,
  type StoredWebhook,
  settleWebhook,
} from '@/lib/db/linear-webhook';
import { listTeamScopes } from '@/lib/db/team-scope';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { seconds } from '@/lib/kit/sleep';
import { createWebhook, rotateSecret } from '@/lib/linear/webhooks';
import { seal } from '@/lib/secrets/sealed';
import { type LinearAccess, openForPerson } from '@/lib/sync/open-client';
import { isOpen, settleOpen, stillOpen, unansweredError } from './push-open';
import { deleteAtLinear } from './push-removal';
import { openSecrets } from './push-secrets';
import { isPublicAddress, pushUrl } from './push-url';

export type WebhookScope = 'all_public_teams' | 'chosen_teams';

export async function makeMissing(
  connection: StoredConnection,
  scope: WebhookScope,
  { origin, access }: { origin: string; access: LinearAccess },
): Promise<void> {
  const url = pushUrl(origin, connection.id);
  if (!isPublicAddress(url))
    throw new AppError('webhook_unreachable', `Linear cannot send to ${url}.`, {
      hint: 'Set BASE_URL to the public https address of this server, or let syncing on the schedule do.',
    });
  for (const teamId of await targetsOf(connection, scope)) await makeOne(connection, { teamId, url }, access);
}

/** One for all public teams tells nothing of private ones: each of these needs its own. */
async function targetsOf(connection: StoredConnection, scope: WebhookScope): Promise<(string | null)[]> {
  const scopes = (await listTeamScopes(connection.id)).filter(({ selected, visible }) => selected && visible);
  if (scope === 'chosen_teams') return scopes.map(({ externalTeamId }) => externalTeamId);
  return [null, ...scopes.flatMap((team) => (team.private ? [team.externalTeamId] : []))];
}

/**
 * Its row is there before Linear hears of it, with the secret: the first delivery may come before the answer. The row is also
 * what keeps two processes from making it twice.
 */
async function makeOne(
  connection: StoredConnection,
  { teamId, url }: { teamId: string | null; url: string },
  access: LinearAccess,
): Promise<void> {
  const target = teamId ?? 'public';
  const known = await getWebhookFor(connection.id, target);
  if (known && (await isThere(connection, known, access))) return;
  const [id, externalId, secret] = [newId(), randomUUID(), randomBytes(32).toString('hex')];
  const made = {
    ...{ id, externalId, target, connectionId: connection.id, externalTeamId: teamId },
    secretSealed: seal(secret, id),
    openSince: access.now(),
    deliversAs: externalId,
  };
  if (!(await createStored(made))) throw stillOpen();
  const maker = openForPerson(connection, access);
  const webhook = { id: externalId, url, secret, label: 'Trackline', teamId };
  const sent = await createWebhook(maker, webhook, patience()).catch(async (error: unknown) => {
    await deleteOpenWebhook(made);
    throw await noteScope(connection.id, error);
  });
  if (sent.kind === 'unknown') throw unansweredError(sent.cause);
  await settleWebhook(made);
  // Removed meanwhile, or its connection was: nobody here would know what it signs.
  if ((await getWebhook(connection.id, id)) === null) await deleteAtLinear(connection, made, access);
  else await noteKeyScope(connection.id, { keyIsAdmin: true });
}

async function isThere(connection: StoredConnection, known: StoredWebhook, access: LinearAccess): Promise<boolean> {
  const found = isOpen(known) ? await settleOpen(connection, known, access) : 'there';
  if (found === 'open') throw stillOpen();
  return found === 'there';
}

/** Linear knows the old secret no more once it has answered: what it signed with it meanwhile is refused, and comes again in a minute. */
export async function rotateOne(
  connection: StoredConnection,
  webhook: StoredWebhook & { externalId: string },
  access: LinearAccess,
): Promise<void> {
  const { id, externalId } = webhook;
  if (isOpen(webhook)) await settleOpen(connection, webhook, access);
  const opened = { id, openSince: access.now() };
  if (!(await openWebhook(id, opened.openSince))) throw stillOpen();
  // As it is now: the secret of an earlier rotation may just have been found.
  const current = await getWebhook(connection.id, id);
  const known = current && (openSecrets([current])[0] ?? null);
  const maker = openForPerson(connection, access);
  const sent = await rotateSecret(maker, { id: externalId, known }, patience()).catch(async (error: unknown) => {
    await settleWebhook(opened);
    throw await noteScope(connection.id, error);
  });
  if (sent.kind === 'unknown') throw unansweredError(sent.cause);
  await settleWebhook(opened, { secretSealed: seal(sent.secret, id) });
}

/** What has been sent is followed to its end, whether or not the person still waits. */
function patience(): AbortSignal {
  return AbortSignal.timeout(seconds(20));
}

/** What Linear forbids is no question of trying again: the screen offers the other way from now on. */
async function noteScope(connectionId: string, error: unknown): Promise<unknown> {
  const isForbidden =
    error instanceof AppError && (error.code === 'linear_forbidden' || error.code === 'linear_scope_missing');
  if (!isForbidden) return error;
  await noteKeyScope(connectionId, { keyIsAdmin: false });
  return new AppError('linear_scope_missing', 'This key may not make webhooks at Linear.', {
    hint: 'That takes a key of a workspace admin with the Admin permission. Or make the webhook by hand and paste its secret.',
    cause: error,
  });
}
