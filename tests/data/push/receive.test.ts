import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PushRefusal } from '@/lib/contracts/push';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { removeOldDeliveries } from '@/lib/sync/push/hints-queue';
import { receivePush } from '@/lib/sync/push/push-receive';
import { flushRefusals } from '@/lib/sync/push/push-refusals';
import { largestPushBytes } from '@/lib/sync/push/take-push';
import { median } from '@/scripts/bench/row';
import { type PushGiven, type PushRig, startPushRig } from '@/tests/support/push-rig';

let rig: PushRig;
beforeAll(async () => {
  rig = await startPushRig({ issues: 3, isIdle: true });
});
afterAll(() => rig.stop());
beforeEach(async () => {
  await flushRefusals();
  await db().pushState.deleteMany();
  await db().webhookDelivery.deleteMany();
  await db().webhookHint.deleteMany();
  await db().connection.updateMany({ data: { collections: '[]', scheduleEnabled: true, pausedReason: null } });
});

const hints = () => db().webhookHint.count();
const answered = async (response: Response) => ({ status: response.status, body: await response.json() });

describe('a delivery', () => {
  it('is answered at once, and what it names waits to be read', async () => {
    const id = randomUUID();
    expect(await answered(await rig.push({ id }))).toEqual({ status: 200, body: { ok: true } });
    expect(await db().webhookHint.findMany()).toMatchObject([{ kind: 'issues', externalId: id, tries: 0 }]);
    const view = await rig.view();
    expect(view).toMatchObject({ state: 'ok', deliveries: 1, repeated: 0, waitingHints: 1, refusals: 0 });
    expect(view.recent).toMatchObject([{ type: 'Issue', action: 'update', externalId: id }]);
  });

  it('that comes again is answered the same and does nothing: by its id, or by its content', async () => {
    const [id, deliveryId, stampMs] = [randomUUID(), randomUUID(), Date.now()];
    await rig.push({ id, deliveryId });
    await db().webhookHint.deleteMany();
    expect((await rig.push({ id, deliveryId, stampMs: stampMs + 5 })).status).toBe(200);
    const envelope = { type: 'Issue', action: 'update', organizationId: rig.linear.workspace.organization.id };
    const body = JSON.stringify({ ...envelope, webhookTimestamp: stampMs, data: { id: randomUUID() } });
    await rig.push({ body });
    await rig.push({ body });
    expect(await rig.view()).toMatchObject({ deliveries: 2, repeated: 2, waitingHints: 1 });
  });

  it('that names what waits already adds nothing but its stamp', async () => {
    const id = randomUUID();
    const stampMs = Date.now() - 20_000;
    await rig.push({ id, stampMs });
    const [first] = await db().webhookHint.findMany();
    await rig.push({ id });
    const [second, ...others] = await db().webhookHint.findMany();
    expect(others).toEqual([]);
    expect(second).toMatchObject({ sentAt: new Date(stampMs), dueAt: first?.dueAt });
    expect(second?.hintedAt.getTime()).toBeGreaterThan(first?.hintedAt.getTime() ?? 0);
  });

  it('of what is neither an issue nor mirrored is counted, and leads to no reading', async () => {
    for (const given of [
      { type: 'Comment' },
      { type: 'Reaction' },
      { id: 'ENG-1' },
      { type: 'IssueLabel', action: 'create' },
    ])
      expect((await rig.push(given)).status).toBe(200);
    expect(await rig.view()).toMatchObject({ deliveries: 4, waitingHints: 0 });
    await db().connection.updateMany({ data: { collections: '["comments"]' } });
    await rig.push({ type: 'Comment' });
    await rig.push({ type: 'IssueLabel' });
    const kinds = await db().webhookHint.findMany({ orderBy: { kind: 'asc' } });
    expect(kinds.map(({ kind }) => kind)).toEqual(['comments', 'labels']);
  });
});

it('a secret that was sealed with another APP_SECRET stands in the way of no other, and is not told of', async () => {
  const [good] = await db().linearWebhook.findMany();
  const odd = { ...must(good), id: randomUUID() };
  await db().linearWebhook.create({ data: odd });
  expect((await rig.push()).status).toBe(200);
  await db().linearWebhook.delete({ where: { id: must(good).id } });
  const refused = await rig.push();
  await db().linearWebhook.create({ data: must(good) });
  await db().linearWebhook.delete({ where: { id: odd.id } });
  expect(refused.status).toBe(401);
  expect(await refused.text()).not.toContain('APP_SECRET');
});

it('deliveries are kept for a day, also when their webhook was removed', async () => {
  await rig.push();
  await rig.push();
  const webhooks = await db().linearWebhook.findMany();
  await db().linearWebhook.deleteMany();
  const [old] = await db().webhookDelivery.findMany();
  const receivedAt = new Date(Date.now() - 86_401_000);
  await db().webhookDelivery.updateMany({ where: { deliveryId: old?.deliveryId ?? '' }, data: { receivedAt } });
  await removeOldDeliveries(new Date());
  await db().linearWebhook.createMany({ data: webhooks });
  const kept = await db().webhookDelivery.findMany();
  expect(kept).toHaveLength(1);
  expect(kept[0]?.deliveryId).not.toBe(old?.deliveryId);
});

describe('what is refused', () => {
  const tooLarge = 'x'.repeat(largestPushBytes + 1);
  it.each<[string, () => PushGiven, number, PushRefusal]>([
    ['no signature', () => ({ signature: null }), 401, 'bad_signature'],
    ['a signature with another secret', () => ({ secret: 'not ours' }), 401, 'bad_signature'],
    ['something that is no signature', () => ({ signature: 'ENG' }), 401, 'bad_signature'],
    ['an old stamp', () => ({ stampMs: Date.now() - 61_000 }), 400, 'stale'],
    ['a stamp that lies ahead', () => ({ stampMs: Date.now() + 65_000 }), 400, 'stale'],
    ['another workspace', () => ({ organizationId: randomUUID() }), 400, 'wrong_workspace'],
    ['no JSON', () => ({ body: '{"type":' }), 400, 'not_json'],
    ['JSON that is no delivery', () => ({ body: '[1,2]' }), 400, 'not_json'],
    ['bytes that are no text', () => ({ body: Buffer.from([0xff, 0xfe, 0x00]) }), 400, 'not_json'],
    ['more than 5 MiB', () => ({ body: tooLarge }), 413, 'too_large'],
  ])('%s', async (_what, given, status, reason) => {
    const reply = await rig.push(given());
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toContain('problem+json');
    expect(await hints()).toBe(0);
    expect(await rig.view()).toMatchObject({ state: 'refusing', deliveries: 0, refusals: 1, lastRefusal: reason });
  });

  it('is told as long as nothing good has come since', async () => {
    await rig.push({ signature: null });
    expect((await rig.view()).state).toBe('refusing');
    await rig.push();
    expect(await rig.view()).toMatchObject({ state: 'ok', refusals: 1, lastRefusal: 'bad_signature' });
  });

  it('however often, costs a number and not a row', async () => {
    for (let turn = 0; turn < 200; turn++) await rig.push({ signature: 'f'.repeat(64) });
    expect(await rig.view()).toMatchObject({ refusals: 200, deliveries: 0, recent: [] });
  });

  it('leaves alone what a body that is cut off in the middle was to say', async () => {
    const cut = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"type":'));
        controller.error(new Error('gone'));
      },
    });
    const sent = {
      method: 'POST',
      headers: { 'linear-signature': 'f'.repeat(64) },
      body: cut,
      duplex: 'half',
    } as const;
    await expect(fetch(rig.url, sent)).rejects.toThrow();
    expect((await rig.view()).deliveries).toBe(0);
  });
});

describe('a paused connection', () => {
  it.each([{ scheduleEnabled: false }, { pausedReason: 'auth' }])('takes and drops: %o', async (data) => {
    await db().connection.updateMany({ data });
    expect((await rig.push()).status).toBe(200);
    expect(await rig.view()).toMatchObject({ state: 'waiting', deliveries: 0, refusals: 1, lastRefusal: 'disabled' });
    expect(await hints()).toBe(0);
  });
});

describe('an unknown connection', () => {
  it('is not found, whatever was sent', async () => {
    for (const given of [{}, { signature: null }, { body: 'x' }]) {
      const reply = await rig.push({ ...given, connectionId: randomUUID() });
      expect(reply.status).toBe(404);
    }
  });

  it('takes as long to tell as a wrong signature does: the whole body is signed', async () => {
    const body = Buffer.alloc(largestPushBytes, 'x');
    const took = async (connectionId: string) => {
      const now = () => new Date();
      const known = { signature: 'f'.repeat(64), deliveryId: null, bodyBytes: body.length };
      const push = { ...known, connectionId, now, onHint: () => undefined };
      // The processor's time: what other tests take of it is not counted.
      const before = process.cpuUsage();
      await receivePush({ ...push, readBody: () => Promise.resolve(body) });
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let turn = 0; turn < 15; turn++) {
      times.known.push(await took(rig.connection.id));
      times.unknown.push(await took(randomUUID()));
    }
    const ratio = median(times.unknown) / median(times.known);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });
});

it('answers within 200 ms while the database is being written, and keeps the delivery all the same', async () => {
  const took: number[] = [];
  // Other tests want the processor too: the best of three is ours.
  for (let turn = 1; turn <= 3; turn++) {
    const release = await holdWriter();
    const startedAt = performance.now();
    expect((await rig.push()).status).toBe(200);
    took.push(performance.now() - startedAt);
    expect(await hints()).toBe(turn - 1);
    await release();
    await rig.until(async () => (await hints()) === turn);
  }
  expect(Math.min(...took)).toBeLessThan(200);
});

/** As the page of a run that is being stored does. */
async function holdWriter(): Promise<() => Promise<void>> {
  let isReleased = false;
  let isHeld = false;
  const holding = db().$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE connection SET name = name`;
    isHeld = true;
    while (!isReleased) await sleep(5);
  });
  while (!isHeld) await sleep(5);
  return async () => {
    isReleased = true;
    await holding;
  };
}
