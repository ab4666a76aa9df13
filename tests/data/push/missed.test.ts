import { afterEach, beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { type PushRig, startPushRig } from '@/tests/support/push-rig';

let rig: PushRig;
beforeEach(async () => {
  rig = await startPushRig({ issues: 6, teams: 1, isIdle: true });
  // The webhook has been there for a while, and so has what follows.
  await db().linearWebhook.updateMany({ data: { createdAt: new Date(Date.now() - 3_600_000) } });
});
afterEach(() => rig.stop());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** Changed so long ago, and nobody told. */
function changeUntold(minutes: number): void {
  rig.linear.webhooks.faults.always({ kind: 'drop' });
  const { workspace } = rig.linear;
  const issue = workspace.updateIssue('ENG-1', { title: `Changed ${minutes} minutes ago` });
  workspace.issues.change(issue, { updatedAt: minutesAgo(minutes) });
  rig.linear.webhooks.faults.clear();
}

/** What the last look saw, so long ago that the next asks from there. */
async function lookedAt(minutes: number): Promise<void> {
  const newest = minutesAgo(minutes);
  const overlapped = { newest, seenAt: 0, lookedAt: 0 };
  await db().connection.updateMany({ data: { checkpoint: JSON.stringify({ newest, overlapped }) } });
}

it('a poll that finds what should have been told says that pushes have stopped, until one comes again', async () => {
  await lookedAt(60);
  changeUntold(10);
  expect((await rig.view()).state).toBe('waiting');
  expect(await rig.sync()).toMatchObject({ status: 'succeeded', counts: { updated: 1 } });
  expect((await rig.view()).state).toBe('silent');
  await rig.push();
  expect((await rig.view()).state).toBe('ok');
});

it.each<[string, () => Promise<void> | void]>([
  ['the change is so fresh that its push may be on the way', () => changeUntold(0.5)],
  [
    'other pushes have come since',
    async () => {
      changeUntold(10);
      await rig.push();
      await db().webhookHint.deleteMany();
    },
  ],
  [
    'the change is older than the webhook',
    async () => {
      changeUntold(10);
      await db().linearWebhook.updateMany({ data: { createdAt: new Date() } });
    },
  ],
  [
    'the team is private, and the webhook for public ones',
    async () => {
      changeUntold(10);
      rig.linear.workspace.setPrivate('ENG', true);
    },
  ],
  ['there is no change', () => undefined],
])('says nothing when %s', async (_why, happens) => {
  await lookedAt(60);
  await happens();
  const before = (await rig.view()).state;
  expect((await rig.sync()).status).toBe('succeeded');
  expect((await rig.view()).state).toBe(before);
});

it('one stray that is not signed alarms nobody, until a poll finds what nobody told', async () => {
  await rig.push();
  await db().pushState.updateMany({ data: { lastReceivedAt: new Date(minutesAgo(30)) } });
  await rig.push({ signature: null });
  expect(await rig.view()).toMatchObject({ state: 'ok', refusals: 1, lastRefusal: 'bad_signature' });
  await lookedAt(60);
  changeUntold(10);
  await rig.sync();
  expect((await rig.view()).state).toBe('refusing');
});

it('what came to webhooks before tells nothing of one that was made since', async () => {
  await rig.push();
  expect((await rig.view()).state).toBe('ok');
  await db().linearWebhook.updateMany({ data: { createdAt: new Date(Date.now() + 1_000) } });
  expect((await rig.view()).state).toBe('waiting');
});
