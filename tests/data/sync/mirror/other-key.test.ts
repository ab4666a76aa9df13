import { expect, it } from 'vitest';
import { must } from '@/lib/kit/must';
import { listMirrorDifferences } from '@/tests/support/mirror-expected';
import { change, choose, countObjectsOf } from '@/tests/support/mirror-start';
import { provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

it("another person's key takes the notifications of the one before along at once, however many they are", async () => {
  const harness = await start({ issues: 10, teams: 1 });
  const { workspace } = harness.linear;
  const [owner, other] = [...workspace.users.values()];
  const [issue] = workspace.issues.values();
  for (let count = 0; count < 30; count++)
    workspace.notify({ user: must(owner), type: 'issueMention', issue: must(issue) });
  await choose(harness, ['notifications', 'labels']);
  await harness.syncAll();
  expect(await countObjectsOf('notifications')).toBeGreaterThanOrEqual(30);
  const labels = await countObjectsOf('labels');
  const { value: apiKey } = workspace.createKey({ user: must(other) });
  await change(harness, { apiKey });
  expect(await countObjectsOf('notifications')).toBe(0);
  expect(await countObjectsOf('labels')).toBe(labels);
  await harness.syncAll({ mode: 'full' });
  const others = [...workspace.notifications.values()].filter(({ user }) => user === other);
  expect(await countObjectsOf('notifications')).toBe(others.length);
  expect(await listMirrorDifferences(workspace, { only: ['labels'] })).toEqual([]);
});
