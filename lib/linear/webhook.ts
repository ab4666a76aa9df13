import { createHmac, timingSafeEqual } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
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

/** The hex HMAC-SHA256 of a header. Null: nothing that any body could be signed with. */
export function readSignature(header: string | null): Buffer | null {
  return header !== null && /^[0-9a-f]{64}$/i.test(header) ? Buffer.from(header, 'hex') : null;
}

/** Signed in slices, so that whatever else the process has to do comes between them. */
const sliceBytes = 262_144;

/**
 * Which of the secrets the raw body is signed with; -1: none. Every secret is tried, and compared in constant time, so that
 * neither the place of the difference nor the number of the secret can be measured.
 */
export async function findSigner(body: Buffer, signature: Buffer, secrets: readonly string[]): Promise<number> {
  const hmacs = secrets.map((secret) => createHmac('sha256', secret));
  for (let at = 0; at < body.length; at += sliceBytes) {
    if (at > 0) await setImmediate();
    for (const hmac of hmacs) hmac.update(body.subarray(at, at + sliceBytes));
  }
  let signer = -1;
  for (const [index, hmac] of hmacs.entries()) if (timingSafeEqual(hmac.digest(), signature)) signer = index;
  return signer;
}

/**
 * The id of the webhook that a body says it comes from, read without parsing it: it is not known yet who sent it. Linear writes
 * it last. Inside a text of JSON the quotes of such words would be escaped.
 */
export function readWebhookId(body: Buffer): string | null {
  const at = body.lastIndexOf('"webhookId"');
  if (at === -1) return null;
  const found = /^"webhookId"\s*:\s*"([0-9a-f-]{36})"/i.exec(body.toString('latin1', at, at + 80));
  return found?.[1]?.toLowerCase() ?? null;
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
