import { afterEach, beforeEach, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { listRuns } from '@/lib/sync/runs';
import { type PushRig, startPushRig } from '@/tests/support/push-rig';

let rig: PushRig;
beforeEach(async () => {
  rig = await startPushRig({ issues: 6, teams: 1 });
  await db().connection.updateMany({ data: { collections: '["comments","labels"]' } });
  await rig.syncAll();
});
afterEach(() => rig.stop());

const settled = () => rig.until(async () => (await db().webhookHint.count()) === 0);
const comment = () => db().linearObject.findFirst({ where: { collection: 'comments', data: { contains: 'Pushed' } } });

it('objects of mirrored collections come, change and go by pushes', async () => {
  const { workspace } = rig.linear;
  const made = workspace.comment('ENG-1', 'Pushed');
  await rig.until(async () => (await comment()) !== null);
  workspace.comments.change(made, { body: 'Pushed again', updatedAt: workspace.now() });
  await rig.until(async () => (await comment())?.data.includes('Pushed again') ?? false);
  workspace.comments.delete(made);
  await rig.until(async () => (await comment()) === null);
  await settled();
  expect((await rig.view()).state).toBe('ok');
});

it('a label is both an object and what stands on issues', async () => {
  const { workspace } = rig.linear;
  const label = workspace.createLabel({ name: 'Slow', team: 'ENG' });
  workspace.setLabels('ENG-1', [label]);
  workspace.renameLabel(label, 'Sluggish');
  const labelled = async () => (await db().task.findFirst({ where: { identifier: 'ENG-1' } }))?.labelText ?? '';
  await rig.until(async () => (await labelled()).includes('sluggish'));
  await settled();
  const stored = await db().linearObject.findFirst({ where: { collection: 'labels', externalId: label.id } });
  expect(stored?.data).toContain('Sluggish');
});

it('a collection that was left meanwhile does not come back', async () => {
  await rig.scheduler.stop();
  rig.linear.workspace.comment('ENG-1', 'Pushed');
  await rig.until(async () => (await db().webhookHint.count()) === 1);
  await db().connection.updateMany({ data: { collections: '[]' } });
  await db().linearObject.deleteMany();
  await rig.scheduler.start();
  await settled();
  expect(await db().linearObject.count()).toBe(0);
});

it('runs that read what was named can be left out of the ledger, and tell nothing of how the connection is', async () => {
  rig.linear.workspace.updateIssue('ENG-1', { title: 'Edited' });
  await rig.until(async () => (await db().syncRun.count({ where: { trigger: 'webhook', status: 'succeeded' } })) === 1);
  const all = await listRuns(scheduler, rig.connection.id, { limit: 10 });
  const plain = await listRuns(scheduler, rig.connection.id, { limit: 10, trigger: ['manual', 'schedule', 'api'] });
  expect(all.items[0]?.trigger).toBe('webhook');
  expect(plain.items).toEqual(all.items.slice(1));
});
