import { createHash, randomBytes } from 'node:crypto';
import type { PushRefusal } from '@/lib/contracts/push';
import { getPushTarget, type PushTarget } from '@/lib/db/linear-webhook';
import { sleep } from '@/lib/kit/sleep';
import { type Envelope, isFresh, isSigned, readEnvelope, type WebhookKind } from '@/lib/linear/webhook';
import { log } from '@/lib/log/log';
import { readCollections } from '@/lib/sync/mirror/mirror-view';
import { storeDelivery } from './push-inbox';
import { countRefusal } from './push-refusals';
import { openSecrets } from './push-secrets';

export interface Push {
  connectionId: string;
  signature: string | null;
  deliveryId: string | null;
  /** Reads the raw body; null when it is too large. */
  readBody: () => Promise<Buffer | null>;
  now: () => Date;
  /** There is something to read at this time. May come after the answer. */
  onHint: (dueAt: Date) => void;
}

type Received = { outcome: 'taken' } | { outcome: 'unknown_connection' } | { outcome: 'refused'; reason: PushRefusal };

/** Linear has five seconds of patience, and gets its answer long before that, whatever the database is busy with. */
const patienceMs = 120;

/** For connections that there are not: as much work as a wrong signature. Known to nobody. */
const dummySecret = randomBytes(32).toString('hex');

/**
 * Takes a delivery in: checks it, notes what it names, and nothing more. It is a hint: not a word of it is stored as true, so
 * one that is forged, old, doubled or out of order can at most make us read an object again.
 */
export async function receivePush(push: Push): Promise<Received> {
  const { connectionId, signature, readBody, now } = push;
  const target = await getPushTarget(connectionId);
  const body = await readBody();
  const refuse = (reason: PushRefusal): Received => {
    if (target) countRefusal(target.id, reason, now());
    return { outcome: 'refused', reason };
  };
  if (body === null) return refuse('too_large');
  const isGenuine = isSigned(body, signature, secretsOf(target));
  if (!target) return { outcome: 'unknown_connection' };
  if (!isGenuine) return refuse('bad_signature');
  const envelope = readEnvelope(body);
  if (!envelope) return refuse('not_json');
  if (!isFresh(envelope, now())) return refuse('stale');
  if (envelope.organizationId !== target.workspaceId) return refuse('wrong_workspace');
  if (isPaused(target)) return refuse('disabled');
  await keep(target, envelope, body, push);
  return { outcome: 'taken' };
}

function secretsOf(target: PushTarget | null): string[] {
  const secrets = openSecrets(target?.webhooks ?? []);
  return secrets.length > 0 ? secrets : [dummySecret];
}

/** Whoever paused a connection wants nothing to come in. When it goes on, its first run finds what changed meanwhile. */
function isPaused({ pausedReason, scheduleEnabled }: PushTarget): boolean {
  return pausedReason !== null || !scheduleEnabled;
}

async function keep(
  target: PushTarget,
  envelope: Envelope,
  body: Buffer,
  { deliveryId, now, onHint }: Push,
): Promise<void> {
  const { type, action, externalId, sentAt, hint } = envelope;
  const bodyHash = createHash('sha256').update(body).digest('base64url');
  const isPlainId = deliveryId !== null && /^[\w-]{1,100}$/.test(deliveryId);
  const delivery = {
    connectionId: target.id,
    deliveryId: isPlainId ? deliveryId : bodyHash,
    bodyHash,
    type,
    action,
    externalId,
    sentAt,
    receivedAt: now(),
  };
  const storing = storeDelivery({
    delivery,
    kind: hint && isWanted(hint.kind, action, target) ? hint.kind : null,
  }).then(({ dueAt }) => {
    if (dueAt) onHint(dueAt);
    return true;
  });
  const late = new AbortController();
  const isStored = await Promise.race([storing, sleep(patienceMs, late.signal).then(() => false)]).finally(() =>
    late.abort(),
  );
  // Else it is stored after the answer. Should that fail, or the process die first, a poll finds what the delivery told.
  if (!isStored) storing.catch((error: unknown) => log().error({ err: error }, 'a delivery could not be stored'));
}

/** Issues always, and what is mirrored. A label that changed stands on issues too, and stamps none of them. */
function isWanted(kind: WebhookKind, action: string, { collections }: PushTarget): boolean {
  if (kind === 'issues') return true;
  if (kind === 'labels' && action !== 'create') return true;
  return (readCollections(collections) as string[]).includes(kind);
}
