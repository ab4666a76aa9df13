import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { minutes } from '@/lib/kit/sleep';

/** What a type of delivery is a hint of, by our word for the collection. Linear pushes nothing about teams, states, milestones or relations. */
export const webhookKinds = {
  Issue: 'issues',
  IssueLabel: 'labels',
  Comment: 'comments',
  Attachment: 'attachments',
  Project: 'projects',
  Cycle: 'cycles',
  Document: 'documents',
  User: 'users',
} as const;
export type WebhookKind = (typeof webhookKinds)[keyof typeof webhookKinds];

/** What a webhook asks Linear to send. */
export const webhookResourceTypes = Object.keys(webhookKinds);

/** A delivery whose stamp is further from our clock than this may be a replay. Linear's own SDK takes as much. */
const longestAge = minutes(1);

/** What is read of a delivery: enough to know what to ask Linear for. All else in it is not believed. */
export interface Envelope {
  type: string;
  action: string;
  /** Null where the type is none that we know, or has no object with a UUID. */
  hint: { kind: WebhookKind; externalId: string } | null;
  externalId: string | null;
  organizationId: string;
  sentAt: Date;
}

/**
 * Whether `signature` is the hex HMAC-SHA256 of the raw body under any of the secrets. Every secret is tried, and compared in
 * constant time, so that neither the place of the difference nor the number of the secret can be measured.
 */
export function isSigned(body: Buffer, signature: string | null, secrets: readonly string[]): boolean {
  // Of the right length whatever came, so that a missing signature takes as long as a wrong one.
  const given = /^[0-9a-f]{64}$/i.test(signature ?? '') ? Buffer.from(signature ?? '', 'hex') : Buffer.alloc(32);
  let isFound = false;
  for (const secret of secrets)
    isFound = timingSafeEqual(createHmac('sha256', secret).update(body).digest(), given) || isFound;
  return isFound && signature !== null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const name = z.string().min(1).max(100);
const envelope = z.object({
  type: name,
  action: name,
  organizationId: z.string(),
  webhookTimestamp: z.number(),
  data: z
    .object({ id: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** Null: no JSON, or nothing that Linear would send. */
export function readEnvelope(body: Buffer): Envelope | null {
  const parsed = envelope.safeParse(parseJson(body));
  if (!parsed.success) return null;
  const { type, action, organizationId, webhookTimestamp, data } = parsed.data;
  const sentAt = new Date(webhookTimestamp);
  if (Number.isNaN(sentAt.getTime())) return null;
  // Linear refuses a whole question for one id that is no UUID.
  const externalId = data?.id !== undefined && uuid.test(data.id) ? data.id.toLowerCase() : null;
  const kind = kindOf(type);
  return {
    type,
    action,
    hint: kind && externalId ? { kind, externalId } : null,
    externalId,
    organizationId,
    sentAt,
  };
}

export function isFresh({ sentAt }: Envelope, now: Date): boolean {
  return Math.abs(now.getTime() - sentAt.getTime()) <= longestAge;
}

function kindOf(type: string): WebhookKind | null {
  return Object.hasOwn(webhookKinds, type) ? webhookKinds[type as keyof typeof webhookKinds] : null;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // What the parser says quotes the body.
    return null;
  }
}
