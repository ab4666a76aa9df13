import type { Webhook } from './activity-model';
import { refusal } from './errors';
import { checkFilled, newId, rowFor, teamFor } from './mutation-checks';
import { done, type Mutate } from './mutation-payload';
import type { ResolverContext } from './resolver-context';
import { newSecret, WEBHOOK_RESOURCE_TYPES } from './webhook-registry';

type Optional<Value> = Value | null | undefined;

interface WebhookUpdateInput {
  enabled?: Optional<boolean>;
  label?: Optional<string>;
  resourceTypes?: Optional<string[]>;
  secret?: Optional<string>;
  url?: Optional<string>;
}

interface WebhookCreateInput extends WebhookUpdateInput {
  id?: Optional<string>;
  allPublicTeams?: Optional<boolean>;
  teamId?: Optional<string>;
  resourceTypes: string[];
  url: string;
}

interface ById {
  id: string;
}

const PRIVATE_HOST = /^(?:localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.|\[)/;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** Linear calls public https addresses only; the switch lets a test listen on loopback. */
function checkUrl(text: string, context: ResolverContext): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLoopback = url !== undefined && LOOPBACK.test(url.hostname) && context.workspace.behaviour.loopbackWebhooks;
  const isPublic =
    url?.protocol === 'https:' && url.hostname.includes('.') && !PRIVATE_HOST.test(url.hostname.toLowerCase());
  if (!isLoopback && !isPublic) {
    throw refusal('Invalid webhook URL', 'The webhook URL must be a public https address.');
  }
}

function checkTypes(types: readonly string[]): void {
  const unknown = types.find((type) => !WEBHOOK_RESOURCE_TYPES.includes(type));
  if (types.length === 0) throw refusal('resourceTypes is empty', 'A webhook needs at least one resource type.');
  if (unknown !== undefined) throw refusal('Invalid resource type', `"${unknown}" is not a resource type of webhooks.`);
}

function create(input: WebhookCreateInput, context: ResolverContext): Webhook {
  const { workspace, key } = context;
  const row = newId('Webhook', workspace.webhooks, input.id);
  checkUrl(input.url, context);
  checkTypes(input.resourceTypes);
  const allPublicTeams = input.allPublicTeams === true;
  const team = typeof input.teamId === 'string' ? teamFor(input.teamId, context) : null;
  if (allPublicTeams === (team !== null)) {
    throw refusal('Webhook needs a team', 'A webhook is for one team or for all public teams.');
  }
  const secret = input.secret ?? newSecret();
  checkFilled('secret', secret);
  return workspace.webhooks.add({
    ...workspace.newRow(row),
    url: input.url,
    label: input.label ?? null,
    enabled: input.enabled !== false,
    secret,
    resourceTypes: [...input.resourceTypes],
    allPublicTeams,
    team,
    creator: key.user,
    failures: [],
  });
}

function update(id: string, input: WebhookUpdateInput, context: ResolverContext): Webhook {
  const { workspace } = context;
  const webhook = rowFor('Webhook', 'id', id, workspace.webhooks);
  if (typeof input.url === 'string') checkUrl(input.url, context);
  if (Array.isArray(input.resourceTypes)) checkTypes(input.resourceTypes);
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  const label = input.label === null ? { label: null } : {};
  return workspace.webhooks.change(webhook, {
    ...(Object.fromEntries(given) as Partial<Webhook>),
    ...label,
    updatedAt: workspace.now(),
  });
}

export const webhookMutations = {
  webhookCreate: ({ input }, context) => done(context, { webhook: create(input, context) }),
  webhookUpdate: ({ id, input }, context) => done(context, { webhook: update(id, input, context) }),
  webhookDelete: ({ id }, context) => {
    const { webhooks } = context.workspace;
    webhooks.delete(rowFor('Webhook', 'id', id, webhooks));
    return done(context, { entityId: id });
  },
  webhookRotateSecret: ({ id }, context) => {
    const { workspace } = context;
    const secret = newSecret();
    const webhook = rowFor('Webhook', 'id', id, workspace.webhooks);
    workspace.webhooks.change(webhook, { secret, updatedAt: workspace.now() });
    return done(context, { secret });
  },
} satisfies {
  webhookCreate: Mutate<{ input: WebhookCreateInput }>;
  webhookUpdate: Mutate<ById & { input: WebhookUpdateInput }>;
  webhookDelete: Mutate<ById>;
  webhookRotateSecret: Mutate<ById>;
};
