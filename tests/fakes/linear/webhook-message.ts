import type { Webhook } from './activity-model';
import type { WebhookEvent } from './webhook-events';
import type { WebhookFault } from './webhook-faults';
import { signWebhook, webhookHeaders } from './webhook-post';

const STALE_MS = 120_000;
const OVERSIZED_BYTES = 6 * 1024 * 1024;
const FOREIGN_ORGANIZATION = '00000000-0000-4000-8000-000000000000';

export interface WebhookMessage {
  headers: Record<string, string>;
  body: string;
}

function find<Kind extends WebhookFault['kind']>(faults: readonly WebhookFault[], kind: Kind) {
  return faults.find((fault): fault is Extract<WebhookFault, { kind: Kind }> => fault.kind === kind);
}

function bodyOf(event: WebhookEvent, webhook: Webhook, stampMs: number, faults: readonly WebhookFault[]): string {
  const foreign = find(faults, 'other-workspace') === undefined ? {} : { organizationId: FOREIGN_ORGANIZATION };
  const payload = { ...event.payload, ...foreign, webhookTimestamp: stampMs, webhookId: webhook.id };
  const text = JSON.stringify(payload);
  const oversized = find(faults, 'oversized');
  if (oversized !== undefined) return text.padEnd(oversized.bytes ?? OVERSIZED_BYTES, ' ');
  return find(faults, 'garbled') === undefined ? text : `<${text}>`;
}

/** What one attempt sends: stamped and signed anew, so that a retry is as fresh as the first attempt was. */
export function webhookMessage(
  delivery: { id: string; event: WebhookEvent; webhook: Webhook },
  nowMs: number,
  faults: readonly WebhookFault[],
): WebhookMessage {
  const { id, event, webhook } = delivery;
  const stale = find(faults, 'stale');
  const stampMs = stale === undefined ? nowMs : nowMs - (stale.ms ?? STALE_MS);
  const body = bodyOf(event, webhook, stampMs, faults);
  const headers = webhookHeaders(id, event.type, stampMs);
  if (find(faults, 'no-signature') !== undefined) return { headers, body };
  const secret = find(faults, 'wrong-signature') === undefined ? webhook.secret : `${webhook.secret}x`;
  return { headers: { ...headers, 'linear-signature': signWebhook(body, secret) }, body };
}
