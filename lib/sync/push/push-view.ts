import type { AdminActor } from '@/lib/auth/actor';
import { type PushView, pushRefusal, type Webhook } from '@/lib/contracts/push';
import { listWebhooks, type StoredWebhook } from '@/lib/db/linear-webhook';
import { getPushState, type StoredPushState } from '@/lib/db/push-state';
import { listTeamScopes, type StoredTeamScope } from '@/lib/db/team-scope';
import { listDeliveries, type StoredDelivery } from '@/lib/db/webhook-delivery';
import { countHints } from '@/lib/db/webhook-hint';
import { webhookResourceTypes } from '@/lib/linear/webhook';
import { mustGetConnection } from '@/lib/sync/connections';
import { flushRefusals } from './push-refusals';
import { isPublicAddress, pushUrl } from './push-url';

const recentShown = 10;

/** `origin`: where this server is reached, see lib/auth/own-origin.ts. */
export async function showPush(_actor: AdminActor, connectionId: string, origin: string): Promise<PushView> {
  const connection = await mustGetConnection(connectionId);
  await flushRefusals();
  const [webhooks, scopes, state, recent, waitingHints] = await Promise.all([
    listWebhooks(connectionId),
    listTeamScopes(connectionId),
    getPushState(connectionId),
    listDeliveries(connectionId, recentShown),
    countHints(connectionId),
  ]);
  const url = pushUrl(origin, connectionId);
  return {
    url,
    isReachable: isPublicAddress(url),
    canCreate: connection.keyIsAdmin,
    resourceTypes: webhookResourceTypes,
    state: stateOf(webhooks, state),
    webhooks: webhooks.map((webhook) => viewWebhook(webhook, scopes)),
    ...numbersOf(state),
    waitingHints,
    recent: recent.map(viewDelivery),
  };
}

function stateOf(webhooks: StoredWebhook[], state: StoredPushState | null): PushView['state'] {
  const [oldest] = webhooks;
  if (oldest === undefined) return 'off';
  // What came to webhooks that are gone tells nothing of those that are here.
  const counted = (at: Date | null = null) => (at !== null && at >= oldest.createdAt ? at : null);
  const [lastReceivedAt, lastRefusedAt] = [counted(state?.lastReceivedAt), counted(state?.lastRefusedAt)];
  const [missedAt, lastRefusal] = [counted(state?.missedAt), state?.lastRefusal ?? null];
  const isAfter = (at: Date | null) => at !== null && (lastReceivedAt === null || at > lastReceivedAt);
  const isMissed = isAfter(missedAt);
  // A paused connection drops what comes, and nothing is wrong with that. Nor with a stray: anyone can send one. Once
  // deliveries have come, it takes a change that a poll found and nobody told before it means that Linear is refused.
  const isStray = isUnsigned(lastRefusal) && lastReceivedAt !== null && !isMissed;
  if (isAfter(lastRefusedAt) && lastRefusal !== 'disabled' && !isStray) return 'refusing';
  if (isMissed) return 'silent';
  return lastReceivedAt === null ? 'waiting' : 'ok';
}

/** Refused before it is known whether Linear sent it. */
function isUnsigned(reason: string | null): boolean {
  return reason === 'bad_signature' || reason === 'too_large';
}

function numbersOf(state: StoredPushState | null) {
  return {
    deliveries: state?.deliveries ?? 0,
    repeated: state?.repeated ?? 0,
    dropped: state?.dropped ?? 0,
    lastReceivedAt: state?.lastReceivedAt?.toISOString() ?? null,
    lastAppliedAt: state?.lastAppliedAt?.toISOString() ?? null,
    lastDelayMs: state?.lastDelayMs ?? null,
    refusals: state?.refusals ?? 0,
    lastRefusedAt: state?.lastRefusedAt?.toISOString() ?? null,
    lastRefusal: state?.lastRefusal ? pushRefusal.parse(state.lastRefusal) : null,
  };
}

function viewWebhook({ id, externalId, externalTeamId, createdAt }: StoredWebhook, scopes: StoredTeamScope[]): Webhook {
  const team = scopes.find((scope) => scope.externalTeamId === externalTeamId);
  return {
    id,
    origin: externalId === null ? 'pasted' : 'created',
    team: team ? { id: team.externalTeamId, key: team.key, name: team.name } : null,
    createdAt: createdAt.toISOString(),
  };
}

function viewDelivery(delivery: StoredDelivery): PushView['recent'][number] {
  const { deliveryId: id, type, action, externalId, receivedAt, sentAt } = delivery;
  const delayMs = Math.max(0, receivedAt.getTime() - sentAt.getTime());
  return { id: id.slice(0, 64), type, action, externalId, receivedAt: receivedAt.toISOString(), delayMs };
}
