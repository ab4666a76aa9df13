import { afterEach, beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { type PushRig, startPushRig } from '@/tests/support/push-rig';

let rig: PushRig;
beforeEach(async () => {
  rig = await startPushRig({ issues: 12 });
});
afterEach(() => rig.stop());

const title = async (identifier: string) => (await db().task.findFirst({ where: { identifier } }))?.title;

it('shows an edit at Linear soon after it, with one request that reads the issue alone', async () => {
  const before = rig.linear.requests.length;
  const startedAt = performance.now();
  rig.linear.workspace.updateIssue('ENG-1', { title: 'Edited at Linear' });
  await rig.until(async () => (await title('ENG-1')) === 'Edited at Linear');
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(rig.linear.requests.length - before).toBe(1);
  await rig.until(async () => (await db().syncRun.count({ where: { activeKey: { not: null } } })) === 0);
  const run = await db().syncRun.findFirst({ where: { trigger: 'webhook' } });
  expect(run).toMatchObject({ status: 'succeeded', requests: 1, updated: 1, activeKey: null });
  expect(await rig.view()).toMatchObject({ state: 'ok', deliveries: 1, waitingHints: 0, refusals: 0 });
});
