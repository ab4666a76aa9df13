import { createHash } from 'node:crypto';
import type { PushRefusal } from '@/lib/contracts/push';
import { getPushTarget, type PushTarget, updateDeliversAs } from '@/lib/db/linear-webhook';
import { sleep } from '@/lib/kit/sleep';
import {
  type Envelope,
  isFresh,
  readEnvelope,
  readSignature,
  readWebhookId,
  type WebhookKind,
} from '@/lib/linear/webhook';
import { log } from '@/lib/log/log';
import { readCollections } from '@/lib/sync/mirror/mirror-view';
import { storeDelivery } from './push-inbox';
import { countRefusal } from './push-refusals';
import { findWebhookOf, inOneOfFew } from './push-signer';

export interface Push {
  connectionId: string;
  signature: string | null;
  deliveryId: string | null;
  /** As the request says. Null: it does not. */
  bodyBytes: number | null;
  /** Reads the raw body; null when it is too large. */
  readBody: () => Promise<Buffer | null>;
  now: () => Date;
  /** There is something to read at this time. May come after the answer. */
  onHint: (dueAt: Date) => void;
}

type Webhook = PushTarget['webhooks'][number];
type Received = { outcome: 'taken' } | { outcome: 'unknown_connection' } | { outcome: 'refused'; reason: PushRefusal };

/** Linear has five seconds of patience, and gets its answer long before that, whatever the database is busy with. */
const patienceMs = 120;

/**
 * Takes a delivery in: checks it, notes what it names, and nothing more. It is a hint: not a word of it is stored as true, so
 * one that is forged, old, doubled or out of order can at most make us read an object again.
 */
export async function receivePush(push: Push): Promise<Received> {
  const target = await getPushTarget(push.connectionId);
  const signature = readSignature(push.signature);
  const received =
    signature === null ? 'bad_signature' : await inOneOfFew(push.bodyBytes, () => take(push, target, signature));
  if (!target) return { outcome: 'unknown_connection' };
  if (received === 'taken') return { outcome: 'taken' };
  countRefusal(target.id, received, push.now());
  return { outcome: 'refused', reason: received };
}

/** Up to the signature an unknown connection takes as long as one that refuses. */
async function take(push: Push, target: PushTarget | null, signature: Buffer): Promise<'taken' | PushRefusal> {
  const body = await push.readBody();
  if (body === null) return 'too_large';
  const webhook = await findWebhookOf(body, signature, target?.webhooks ?? []);
  if (!target || !webhook) return 'bad_signature';
  const envelope = readEnvelope(body);
  if (!envelope) return 'not_json';
  if (!isFresh(envelope, push.now())) return 'stale';
  if (envelope.organizationId !== target.workspaceId) return 'wrong_workspace';
  if (isPaused(target)) return 'disabled';
  await keep({ target, webhook, envelope, body }, push);
  return 'taken';
}

/** Whoever paused a connection wants nothing to come in. When it goes on, its first run finds what changed meanwhile. */
function isPaused({ pausedReason, scheduleEnabled }: PushTarget): boolean {
  return pausedReason !== null || !scheduleEnabled;
}

async function keep(
  { target, webhook, envelope, body }: { target: PushTarget; webhook: Webhook; envelope: Envelope; body: Buffer },
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
  }).then(async ({ dueAt }) => {
    if (dueAt) onHint(dueAt);
    await learnId(webhook, body);
    return true;
  });
  const late = new AbortController();
  const isStored = await Promise.race([storing, sleep(patienceMs, late.signal).then(() => false)]).finally(() =>
    late.abort(),
  );
  // Else it is stored after the answer. Should that fail, or the process die first, a poll finds what the delivery told.
  if (!isStored) storing.catch((error: unknown) => log().error({ err: error }, 'a delivery could not be stored'));
}

/** Of a burst only the first tells it. */
const learned = new Set<string>();

/** Of one that was made by hand nobody has told it. Known, it spares trying the other secrets on large bodies. */
async function learnId({ id, deliversAs }: Webhook, body: Buffer): Promise<void> {
  const webhookId = deliversAs === null && !learned.has(id) ? readWebhookId(body) : null;
  if (webhookId === null) return;
  learned.add(id);
  await updateDeliversAs(id, webhookId).catch((error: unknown) => {
    learned.delete(id);
    throw error;
  });
}

/** Issues always, and what is mirrored. A label that changed stands on issues too, and stamps none of them. */
function isWanted(kind: WebhookKind, action: string, { collections }: PushTarget): boolean {
  if (kind === 'issues') return true;
  if (kind === 'labels' && action !== 'create') return true;
  return (readCollections(collections) as string[]).includes(kind);
}
