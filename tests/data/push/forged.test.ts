import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { seal } from '@/lib/secrets/sealed';
import { receivePush } from '@/lib/sync/push/push-receive';
import { flushRefusals } from '@/lib/sync/push/push-refusals';
import { addWebhooks } from '@/lib/sync/push/push-webhooks';
import { largestPushBytes } from '@/lib/sync/push/take-push';
import { median } from '@/scripts/bench/row';
import { signWebhook } from '@/tests/fakes/linear/webhook-post';
import { origin, type PushRig, startPushRig } from '@/tests/support/push-rig';

const secrets = Array.from({ length: 50 }, (_, n) => `lin_wh_by_hand_${n}`);
let rig: PushRig;
beforeAll(async () => {
  rig = await startPushRig({ issues: 3, isIdle: true });
});
afterAll(async () => {
  await flushRefusals();
  await rig.stop();
});
beforeEach(async () => {
  await db().linearWebhook.deleteMany();
  const rows = secrets.map((secret) => {
    const id = randomUUID();
    return { id, connectionId: rig.connection.id, secretSealed: seal(secret, id) };
  });
  await db().linearWebhook.createMany({ data: rows });
});

const large = Buffer.alloc(largestPushBytes, 'x');
const given = {
  signature: 'f'.repeat(64) as string | null,
  deliveryId: null,
  bodyBytes: large.length as number | null,
  readBody: async () => large,
  now: () => new Date(),
  onHint: () => undefined,
};
const forged = (connectionId = rig.connection.id) => receivePush({ ...given, connectionId });

/** As Linear writes one: the id of its webhook comes last. */
function delivery(webhookId: string | null, secret: string, bytes = 0) {
  const envelope = {
    ...{ type: 'Issue', action: 'update', organizationId: rig.linear.workspace.organization.id },
    data: { id: randomUUID(), description: 'x'.repeat(bytes) },
    webhookTimestamp: Date.now(),
  };
  const body = JSON.stringify(webhookId === null ? envelope : { ...envelope, webhookId });
  return { body, signature: signWebhook(body, secret) };
}

describe('a forged body of 5 MiB', () => {
  it('costs with fifty secrets what it costs an unknown connection', async () => {
    const took = async (connectionId: string) => {
      // The processor's time: what other tests take of it is not counted.
      const before = process.cpuUsage();
      await forged(connectionId);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let turn = 0; turn < 15; turn++) {
      times.known.push(await took(rig.connection.id));
      times.unknown.push(await took(randomUUID()));
    }
    const ratio = median(times.known) / median(times.unknown);
    // With every secret tried it would be above thirty.
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it('twenty times at once, lets everything else go on between its slices', async () => {
    let isOver = false;
    const burst = Promise.all(Array.from({ length: 20 }, () => forged())).then(() => {
      isOver = true;
    });
    let turns = 0;
    for (; !isOver; turns++) await setImmediate();
    await burst;
    expect(turns).toBeGreaterThan(300);
  });

  it('is in memory sixteen times at most; small ones do not wait for it', async () => {
    const readers: (() => void)[] = [];
    const readBody = () => new Promise<Buffer>((resolve) => readers.push(() => resolve(Buffer.from('{}'))));
    const slow = Array.from({ length: 20 }, (_, n) =>
      receivePush({ ...given, connectionId: rig.connection.id, bodyBytes: n === 0 ? null : large.length, readBody }),
    );
    while (readers.length < 16) await setImmediate();
    await rig.push({ secret: secrets[0] ?? '' });
    expect(readers).toHaveLength(16);
    while (readers.length > 0) {
      readers.shift()?.();
      await setImmediate();
    }
    for (let over = false; !over; await setImmediate()) {
      for (const read of readers.splice(0)) read();
      over = await Promise.race([Promise.all(slow).then(() => true), setImmediate(false)]);
    }
    expect(await Promise.all(slow)).toHaveLength(20);
  });
});

describe('what cannot be a signature', () => {
  it('is refused before the body is read, whether there is such a connection or not', async () => {
    let reads = 0;
    const readBody = async () => {
      reads += 1;
      return large;
    };
    for (const signature of [null, '', 'f'.repeat(63), 'z'.repeat(64)]) {
      const push = { ...given, signature, readBody };
      const known = await receivePush({ ...push, connectionId: rig.connection.id });
      const unknown = await receivePush({ ...push, connectionId: randomUUID() });
      expect([known.outcome, unknown.outcome]).toEqual(['refused', 'unknown_connection']);
    }
    expect(reads).toBe(0);
  });
});

describe('a large delivery among fifty secrets', () => {
  const bytes = 300_000;
  const push = async ({ body, signature }: { body: string; signature: string }) =>
    (await rig.push({ body, signature })).status;

  it('is known by the id of its webhook, which a small one has told', async () => {
    const [webhookId, secret = ''] = [randomUUID(), secrets[7]];
    expect(await push(delivery(webhookId, secret))).toBe(200);
    expect(await push(delivery(webhookId, secret, bytes))).toBe(200);
    expect(await db().linearWebhook.count({ where: { deliversAs: webhookId } })).toBe(1);
  });

  it('of a webhook that was made from here is known at once', async () => {
    const calling = { access: rig.access, signal: new AbortController().signal };
    await addWebhooks(scheduler, rig.connection.id, { scope: 'all_public_teams' }, { origin, calling });
    const { id, secret } = [...rig.linear.workspace.webhooks.values()].find(({ label }) => label === 'Trackline') ?? {
      id: '',
      secret: '',
    };
    expect(await push(delivery(id, secret, bytes))).toBe(200);
  });

  it('is refused when it names the webhook of another secret', async () => {
    const [webhookId, secret = ''] = [randomUUID(), secrets[7]];
    await push(delivery(webhookId, secret));
    expect(await push(delivery(webhookId, secrets[8] ?? '', bytes))).toBe(401);
  });

  it('of a small size is known in any case, whatever it says of itself', async () => {
    for (const secret of secrets) expect(await push(delivery(null, secret))).toBe(200);
  });
});
