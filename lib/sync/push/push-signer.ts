import { randomBytes } from 'node:crypto';
import type { PushTarget } from '@/lib/db/linear-webhook';
import { findSigner, readWebhookId } from '@/lib/linear/webhook';
import { openSecret } from './push-secrets';
import { Turnstile } from './push-turnstile';

type Webhook = PushTarget['webhooks'][number];

/** So little signing that every secret may be tried, whatever the body says of itself. */
const triedFreelyBytes = 1_048_576;
/** Larger bodies are signed with just so many secrets, however many there are: the old and the new one of a rotation by hand. */
const triedOnLarge = 2;

/** In place of secrets that there are not: as much work as a wrong signature. Known to nobody. */
const dummySecrets = Array.from({ length: triedOnLarge }, () => randomBytes(32).toString('hex'));

const smallBytes = 65_536;
const mostLargeBodies = 16;

// Next bundles each route apart; the process must still have one of each.
const shared = globalThis as typeof globalThis & { tracklineBodies?: Turnstile; tracklineSigning?: Turnstile };
shared.tracklineBodies ??= new Turnstile(mostLargeBodies);
shared.tracklineSigning ??= new Turnstile(1);
const [bodies, signing] = [shared.tracklineBodies, shared.tracklineSigning];

/** Anyone may send five megabytes, so only some are in memory at once: the others wait on their way. Small ones, as nearly all are, do not wait. */
export function inOneOfFew<T>(statedBytes: number | null, work: () => Promise<T>): Promise<T> {
  return statedBytes !== null && statedBytes <= smallBytes
    ? work()
    : bodies.pass(work, statedBytes ?? Number.MAX_SAFE_INTEGER);
}

/**
 * The webhook that a body is signed by. What a stranger's body costs does not grow with the number of secrets, and it is worked
 * on one after the other, the small first.
 */
export async function findWebhookOf(
  body: Buffer,
  signature: Buffer,
  webhooks: readonly Webhook[],
): Promise<Webhook | null> {
  const secrets = new Map<string, Webhook>();
  for (const webhook of toTry(body, webhooks)) {
    const secret = openSecret(webhook.secretSealed, webhook.id);
    if (secret !== null) secrets.set(secret, webhook);
  }
  const least = isTriedFreely(body, webhooks) ? 1 : triedOnLarge;
  const tried = [...secrets.keys(), ...dummySecrets.slice(0, Math.max(0, least - secrets.size))];
  const find = () => findSigner(body, signature, tried);
  const signer = body.length <= smallBytes ? await find() : await signing.pass(find, body.length);
  return secrets.get(tried[signer] ?? '') ?? null;
}

/** Newest first. The id in the body is a hint of whose secret it is: with a false one only the wrong secret is tried. */
function toTry(body: Buffer, webhooks: readonly Webhook[]): readonly Webhook[] {
  if (isTriedFreely(body, webhooks)) return webhooks;
  const webhookId = readWebhookId(body);
  const named = webhooks.filter(({ deliversAs }) => webhookId !== null && deliversAs === webhookId);
  const unknown = webhooks.filter(({ deliversAs }) => deliversAs === null);
  return [...named, ...unknown].slice(0, triedOnLarge);
}

function isTriedFreely(body: Buffer, webhooks: readonly Webhook[]): boolean {
  return body.length * Math.max(1, webhooks.length) <= triedFreelyBytes;
}
