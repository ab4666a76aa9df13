import { z } from 'zod';
import { id, instant } from './common';

/** What Linear pushes to a connection: its webhooks and how they are doing. */

export const webhook = z.object({
  id,
  /** Made by Trackline at Linear, or pasted by hand. */
  origin: z.enum(['created', 'pasted']),
  team: z.object({ id: z.string(), key: z.string(), name: z.string() }).nullable(),
  createdAt: instant,
});
export type Webhook = z.infer<typeof webhook>;

export const pushRefusal = z.enum(['bad_signature', 'stale', 'wrong_workspace', 'too_large', 'not_json', 'disabled']);
export type PushRefusal = z.infer<typeof pushRefusal>;

export const pushView = z.object({
  /** Where Linear is to send to. */
  url: z.string(),
  /** Whether Linear can reach it: a public https address. */
  isReachable: z.boolean(),
  /** Whether the key may make webhooks. Null: not asked yet. */
  canCreate: z.boolean().nullable(),
  /** What to tick at Linear when making one by hand. */
  resourceTypes: z.array(z.string()),
  /** silent: nothing has come though a poll found changes. */
  state: z.enum(['off', 'waiting', 'ok', 'silent', 'refusing']),
  webhooks: z.array(webhook),
  deliveries: z.number().int(),
  repeated: z.number().int(),
  dropped: z.number().int(),
  waitingHints: z.number().int(),
  lastReceivedAt: instant.nullable(),
  lastAppliedAt: instant.nullable(),
  lastDelayMs: z.number().int().nullable(),
  refusals: z.number().int(),
  lastRefusedAt: instant.nullable(),
  lastRefusal: pushRefusal.nullable(),
  recent: z.array(
    z.object({
      id,
      type: z.string(),
      action: z.string(),
      externalId: z.string().nullable(),
      receivedAt: instant,
      delayMs: z.number().int(),
    }),
  ),
});
export type PushView = z.infer<typeof pushView>;

/** `secret` alone: the webhook was made by hand at Linear. Otherwise Trackline makes one, or one a team. */
export const webhookInput = z.union([
  z.strictObject({ secret: z.string().trim().min(8, 'Paste the whole signing secret.').max(300) }),
  z.strictObject({ scope: z.enum(['all_public_teams', 'chosen_teams']) }),
]);
export type WebhookInput = z.infer<typeof webhookInput>;

/** What Linear is answered. It looks at the status alone. */
export const pushReceipt = z.object({ ok: z.literal(true) });

/** Here it is gone in any case. `failed`: at Linear it may still be there, and `message` says why. */
export const webhookRemoval = z.object({
  atLinear: z.enum(['removed', 'made_by_hand', 'failed']),
  message: z.string().nullable(),
});
export type WebhookRemoval = z.infer<typeof webhookRemoval>;
