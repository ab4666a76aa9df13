import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { storeDelivery } from '@/lib/sync/push/push-inbox';
import { type PushRig, startPushRig } from '@/tests/support/push-rig';

let rig: PushRig;
beforeAll(async () => {
  rig = await startPushRig({ issues: 3, isIdle: true });
});
afterAll(() => rig.stop());

function named(connectionId: string) {
  const [deliveryId, bodyHash, externalId] = [randomUUID(), randomUUID(), randomUUID()];
  const at = { sentAt: new Date(), receivedAt: new Date() };
  return {
    delivery: { connectionId, deliveryId, bodyHash, externalId, type: 'Issue', action: 'update', ...at },
    kind: 'issues',
  };
}

it('a delivery of a connection that was just deleted does not take others down that came with it', async () => {
  const stored = await Promise.all([storeDelivery(named('deleted')), storeDelivery(named(rig.connection.id))]);
  expect(stored).toMatchObject([{ dueAt: null }, { outcome: 'new', dueAt: expect.any(Date) }]);
});

it('a clock that was set back delays no reading', async () => {
  const ahead = new Date(Date.now() + 86_400_000);
  const connectionId = rig.connection.id;
  const state = { lastAppliedAt: ahead };
  await db().pushState.upsert({ where: { connectionId }, create: { connectionId, ...state }, update: state });
  const { dueAt } = await storeDelivery(named(connectionId));
  expect(dueAt?.getTime()).toBeLessThan(Date.now() + 30_000);
});
