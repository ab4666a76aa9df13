import { z } from 'zod';
import { id } from '@/lib/contracts/common';
import { pushReceipt, pushView, webhookInput, webhookRemoval } from '@/lib/contracts/push';
import type { Operation } from './operation';

const tag = 'Connections';
const path = '/api/v1/connections/{id}';
const byId = z.object({ id });
const byWebhook = z.object({ id, webhookId: id });

export const pushOperations = {
  receive: {
    method: 'POST',
    path: '/api/webhooks/linear/{connectionId}',
    tag: 'Webhooks',
    summary: "Where Linear sends its webhooks, signed with the webhook's secret",
    auth: 'public',
    params: z.object({ connectionId: id }),
    output: pushReceipt,
    refusals: ['webhook_refused', 'unauthenticated', 'body_too_large', 'not_found'],
  },
  show: {
    method: 'GET',
    path: `${path}/push`,
    tag,
    summary: 'Show what Linear pushes, and how it is doing',
    auth: 'admin',
    params: byId,
    output: pushView,
  },
  create: {
    method: 'POST',
    path: `${path}/webhooks`,
    tag,
    summary: 'Make the webhook at Linear, or keep the secret of one made by hand',
    auth: 'admin',
    params: byId,
    body: webhookInput,
    output: pushView,
    status: 201,
    secret: true,
    refusals: ['webhook_unreachable', 'linear_auth_failed', 'linear_forbidden', 'linear_scope_missing', 'conflict'],
  },
  remove: {
    method: 'DELETE',
    path: `${path}/webhooks/{webhookId}`,
    tag,
    summary: 'Take nothing more from a webhook, and delete it at Linear if it was made from here',
    auth: 'admin',
    params: byWebhook,
    output: webhookRemoval,
  },
  rotate: {
    method: 'POST',
    path: `${path}/webhooks/{webhookId}/rotate`,
    tag,
    summary: 'Give a webhook a new secret',
    auth: 'admin',
    params: byWebhook,
    output: pushView,
    refusals: ['conflict', 'linear_auth_failed', 'linear_forbidden', 'linear_scope_missing'],
  },
} as const satisfies Record<string, Operation>;
