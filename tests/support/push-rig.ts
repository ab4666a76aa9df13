import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { scheduler as schedulerActor } from '@/lib/auth/actor';
import type { PushView } from '@/lib/contracts/push';
import { db } from '@/lib/db/client';
import { makeScheduler, type SchedulerJob } from '@/lib/jobs/scheduler';
import { showPush } from '@/lib/sync/push/push-view';
import { addWebhooks } from '@/lib/sync/push/push-webhooks';
import { signWebhook } from '@/tests/fakes/linear/webhook-post';
import { ApiServer } from './api-server';
import { type Harness, type HarnessOptions, startHarness } from './sync-harness';

export const origin = 'https://time.example.com';
const secret = 'lin_wh_0123456789abcdef';

export interface PushRig extends Harness {
  api: ApiServer;
  url: string;
  scheduler: SchedulerJob;
  /** A delivery as Linear would send it, but for what is given. */
  push(given?: PushGiven): Promise<Response>;
  view(): Promise<PushView>;
  /** Asks until it is so. */
  until(isSo: () => Promise<boolean> | boolean): Promise<void>;
}

export interface PushGiven {
  type?: string;
  action?: string;
  id?: string;
  stampMs?: number;
  organizationId?: string;
  /** Instead of all above. */
  body?: string | Buffer;
  /** Null: no header. */
  signature?: string | null;
  secret?: string;
  deliveryId?: string;
  connectionId?: string;
}

/**
 * The whole way of a push: the simulated Linear sends over HTTP, the route takes it in, the scheduler carries it out. A first sync
 * has been done, and the webhook was made at Linear by hand.
 */
export async function startPushRig(options: HarnessOptions & { isIdle?: boolean } = {}): Promise<PushRig> {
  const harness = await startHarness(options);
  const { linear, connection } = harness;
  const api = await ApiServer.start();
  const url = `${api.url}/api/webhooks/linear/${connection.id}`;
  const calling = { access: harness.access, signal: new AbortController().signal };
  await addWebhooks(schedulerActor, connection.id, { secret }, { origin, calling });
  linear.webhooks.register({ url, secret });
  await harness.syncAll();
  const scheduler = makeScheduler();
  // Its first tick is due at once: a poll of its own would be in the way.
  await db().connection.updateMany({ data: { lastTickAt: new Date(Date.now() + 86_400_000) } });
  if (!options.isIdle) await scheduler.start();
  const stop = async () => {
    await scheduler.stop();
    await api.stop();
    await harness.stop();
  };
  const push = (given: PushGiven = {}) => fetch(urlOf(api, given.connectionId ?? connection.id), signed(given, linear));
  const view = () => showPush(schedulerActor, connection.id, origin);
  return { ...harness, api, url, scheduler, push, view, until, stop };
}

function urlOf(api: ApiServer, connectionId: string): string {
  return `${api.url}/api/webhooks/linear/${connectionId}`;
}

function signed(given: PushGiven, linear: Harness['linear']): RequestInit {
  const { type = 'Issue', action = 'update', id = randomUUID(), stampMs = Date.now() } = given;
  const organizationId = given.organizationId ?? linear.workspace.organization.id;
  const envelope = { type, action, organizationId, webhookTimestamp: stampMs, webhookId: randomUUID(), data: { id } };
  const body = given.body ?? JSON.stringify(envelope);
  const signature = given.signature === undefined ? signWebhook(body, given.secret ?? secret) : given.signature;
  const headers = new Headers({ 'linear-delivery': given.deliveryId ?? randomUUID() });
  if (signature !== null) headers.set('linear-signature', signature);
  return { method: 'POST', headers, body: typeof body === 'string' ? body : new Uint8Array(body) };
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const giveUpAt = Date.now() + 15_000; !(await isSo()); ) {
    if (Date.now() > giveUpAt) throw new Error('Not within 15 s');
    await sleep(20);
  }
}
