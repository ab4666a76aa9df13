import { describe, expect, it } from 'vitest';
import { must } from '@/lib/kit/must';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import type { Harness } from '@/tests/support/sync-harness';
import { issuesOf, provideHarness } from '@/tests/support/sync-start';
import { startCountingWrites } from '@/tests/support/sync-writes';

const start = provideHarness();

async function startImported(issues: number, teamKeys: string[] = []): Promise<{ harness: Harness; clock: SyncClock }> {
  const clock = new SyncClock();
  const harness = await start({ clock, issues, connection: { teamKeys } });
  await harness.syncAll();
  for (let look = 0; look < 2; look++) {
    clock.advance(900_000);
    await harness.sync();
  }
  harness.linear.requests.clear();
  return { harness, clock };
}

describe('cheap', () => {
  it.each([[0], [30], [3_000]])(
    'asks once and writes no row for an unchanged workspace of %i issues',
    async (issues) => {
      const { harness, clock } = await startImported(issues);
      const countWrites = await startCountingWrites();
      for (let run = 1; run <= 3; run++) {
        clock.advance(900_000);
        expect(await harness.sync()).toMatchObject({ status: 'succeeded', requests: 1, pages: 0 });
        expect(harness.linear.requests).toHaveLength(run);
      }
      expect(await countWrites()).toEqual({});
    },
  );

  it('asks once and writes no row when only some teams are synced', async () => {
    const { harness, clock } = await startImported(300, ['ENG']);
    const countWrites = await startCountingWrites();
    clock.advance(900_000);
    expect(await harness.sync()).toMatchObject({ requests: 1 });
    expect(await countWrites()).toEqual({});
  });

  it.each([
    [1, 1],
    [250, 1],
    [251, 2],
    [500, 2],
    [1_000, 4],
  ])('needs for %i changed issues %i requests', async (changed, requests) => {
    const { harness, clock } = await startImported(1_200);
    const { workspace } = harness.linear;
    for (const issue of issuesOf(workspace).slice(0, changed)) {
      clock.advance(10);
      workspace.updateIssue(issue, { title: `New title of ${issue.identifier}` });
    }
    const countWrites = await startCountingWrites();
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', requests, counts: { updated: changed } });
    expect(harness.linear.requests).toHaveLength(requests);
    expect(await countWrites()).toEqual({ task: changed, task_event: changed });
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('writes only the tasks that differ, when a full pass reads them all', async () => {
    const { harness } = await startImported(300);
    const { workspace } = harness.linear;
    workspace.unarchiveIssue(must(issuesOf(workspace).find(({ archivedAt }) => archivedAt !== null)));
    const countWrites = await startCountingWrites();
    expect(await harness.syncAll({ mode: 'full' })).toMatchObject({ counts: { restored: 1, updated: 0, created: 0 } });
    expect(await countWrites()).toMatchObject({ task: 1 });
  });

  it('stays far below the limit of 10,000 points with every question', async () => {
    const { harness, clock } = await startImported(1_200, ['ENG', 'MOB']);
    const { workspace } = harness.linear;
    clock.advance(1_000);
    for (const issue of issuesOf(workspace).slice(0, 600))
      workspace.updateIssue(issue, { title: `New title of ${issue.id}` });
    await harness.syncAll({ mode: 'full' });
    const costs = harness.linear.requests.map(({ cost }) => cost);
    expect(Math.max(...costs)).toBeLessThan(5_000);
  });

  it('asks for no connection inside an issue but its labels', async () => {
    const { harness } = await startImported(30);
    await harness.syncAll({ mode: 'full' });
    for (const { query } of harness.linear.requests) {
      const fields = /fragment IssueFields on Issue \{([\s\S]*?)\n {2}\}/.exec(query)?.[1] ?? '';
      expect([...fields.matchAll(/(\w+)\(first/g)].map(([, name]) => name)).toEqual(['labels']);
    }
  });
});
