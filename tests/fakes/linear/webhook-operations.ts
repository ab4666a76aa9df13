import { z } from 'zod';
import type { Webhook } from './activity-model';
import type { LinearSimulator } from './linear-simulator';
import type { WebhookFault, WebhookFaultTarget } from './webhook-faults';
import type { WebhookOptions } from './webhook-sender';

const registration = z.strictObject({
  url: z.url(),
  id: z.uuid().optional(),
  secret: z.string().optional(),
  label: z.string().optional(),
  enabled: z.boolean().optional(),
  resourceTypes: z.array(z.string()).optional(),
  team: z.string().optional(),
});
const changes = registration.omit({ id: true, team: true }).partial();
const fault = z.looseObject({
  kind: z.enum([
    'drop',
    'duplicate',
    'reorder',
    'late',
    'stale',
    'wrong-signature',
    'no-signature',
    'garbled',
    'oversized',
    'other-workspace',
  ]),
});
const target = z.strictObject({
  next: z.number().int().positive().optional(),
  nth: z.number().int().positive().optional(),
  type: z.string().optional(),
  action: z.string().optional(),
});
const options = z.strictObject({
  retryDelaysMs: z.array(z.number()).optional(),
  deadlineMs: z.number().optional(),
  delayMs: z.number().optional(),
  disableAfter: z.number().optional(),
  origins: z.record(z.string(), z.string()).optional(),
});
const content = z.looseObject({ type: z.string(), action: z.string() });
const order = z.enum(['sent', 'reversed', 'shuffled']).default('sent');

function plainWebhook({ team, creator, ...webhook }: Webhook) {
  return { ...webhook, team: team?.key ?? null, creator: creator?.email ?? null };
}

function find({ workspace }: LinearSimulator, id: unknown): Webhook {
  const webhook = workspace.webhooks.get(z.string().parse(id));
  if (webhook === undefined) throw new Error(`The simulated workspace has no webhook "${String(id)}".`);
  return webhook;
}

function faultOf(wanted: unknown): WebhookFault {
  return fault.parse(wanted) as unknown as WebhookFault;
}

type Operation = (simulator: LinearSimulator, ...args: unknown[]) => unknown;

/** What other processes can do with webhooks, as an admin of the workspace or as the network in between. */
export const WEBHOOK_OPERATIONS: Record<string, Operation> = {
  registerWebhook: ({ webhooks }, input) =>
    plainWebhook(webhooks.register(registration.parse(input) as Parameters<typeof webhooks.register>[0])),
  updateWebhook: (simulator, id, wanted) => {
    const given = { ...changes.parse(wanted), updatedAt: simulator.workspace.now() } as Partial<Webhook>;
    return plainWebhook(simulator.workspace.webhooks.change(find(simulator, id), given));
  },
  deleteWebhook: (simulator, id) => simulator.workspace.webhooks.delete(find(simulator, id)),
  listWebhooks: ({ workspace }) => [...workspace.webhooks.values()].map(plainWebhook),
  setWebhookOptions: ({ webhooks }, wanted) => {
    webhooks.options = { ...webhooks.options, ...(options.parse(wanted) as WebhookOptions) };
  },
  addWebhookFault: ({ webhooks }, wanted, where) => {
    const aim = where === undefined ? { next: 1 } : (target.parse(where) as WebhookFaultTarget);
    webhooks.faults.add(faultOf(wanted), aim);
  },
  clearWebhookFaults: ({ webhooks }) => webhooks.faults.clear(),
  holdWebhooks: ({ webhooks }) => webhooks.hold(),
  releaseWebhooks: ({ webhooks }, wanted) => webhooks.release(order.parse(wanted)),
  /** Answers when all is delivered, or has been given up. */
  settleWebhooks: ({ webhooks }) => webhooks.settled(),
  sendWebhook: (simulator, id, wanted, ...faults) => {
    const payload = content.parse(wanted) as Parameters<typeof simulator.webhooks.send>[1];
    simulator.webhooks.send(find(simulator, id), payload, ...faults.map(faultOf));
  },
  /** The nth attempt of all, counted from 1, byte by byte. */
  replayWebhook: ({ webhooks }, nth) => {
    const attempt = webhooks.attempts[z.number().int().parse(nth) - 1];
    if (attempt === undefined) throw new Error(`No webhook was sent as number ${String(nth)}.`);
    return webhooks.replay(attempt);
  },
};
