import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { RunStop } from '@/lib/sync/run-stop';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import type { Harness } from '@/tests/support/sync-harness';
import { countIssuePages, issuesOf, provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

/** The process dies when Linear gets its nth request: nothing is written any more, and its lease runs out. */
async function dieAt(
  harness: Harness,
  nth: number,
  clock: SyncClock,
  mode: 'incremental' | 'full' = 'incremental',
): Promise<void> {
  const stop = new AbortController();
  harness.linear.faults.add({ kind: 'run', run: () => stop.abort(new RunStop('lease_lost')) }, { nth });
  await harness.sync({ mode }, {}, stop);
  harness.linear.faults.clear();
  clock.advance(60_000);
}

describe('the checkpoint stands with the rows', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'reads no page twice and misses none when the first import dies at request %i',
    async (nth) => {
      const clock = new SyncClock();
      const harness = await start({ clock, issues: 32, teams: 1, access: { pageSize: 4 } });
      await dieAt(harness, nth, clock);
      const stored = await db().task.count();
      expect(stored % 4).toBe(0);
      harness.linear.requests.clear();
      const run = await harness.sync();
      expect(run).toMatchObject({ status: 'succeeded', counts: { created: 32 - stored } });
      expect(countIssuePages(harness)).toBe((32 - stored) / 4);
      expect(await listDifferences(harness.linear.workspace)).toEqual([]);
    },
  );

  it.each([1, 2, 3, 4, 5])('goes on with many changes after it dies at request %i', async (nth) => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 32, access: { pageSize: 4 } });
    const { workspace } = harness.linear;
    await harness.sync();
    clock.advance(600_000);
    for (const issue of issuesOf(workspace).slice(0, 20)) workspace.updateIssue(issue, { title: `Edited ${issue.id}` });
    for (const issue of issuesOf(workspace).slice(20, 30)) workspace.archiveIssue(issue);
    await dieAt(harness, nth, clock);
    expect((await harness.syncAll()).status).toBe('succeeded');
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('goes on with a full pass after it dies, and still finds what is gone', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 32, access: { pageSize: 4 } });
    const { workspace } = harness.linear;
    await harness.sync();
    workspace.deletePermanently(must(issuesOf(workspace)[7]));
    for (const nth of [2, 3, 4]) await dieAt(harness, nth, clock, 'full');
    await harness.syncAll();
    expect(await listDifferences(workspace)).toEqual([]);
    expect(await db().syncRun.count({ where: { status: 'interrupted' } })).toBe(3);
  });

  it('drops a page whole when its transaction fails', async () => {
    const harness = await start({ issues: 12, teams: 1, access: { pageSize: 4 } });
    await db().$executeRawUnsafe(
      `CREATE TRIGGER broken BEFORE UPDATE OF walk_position ON team_scope WHEN NEW.walk_seen = 8 BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    );
    expect(await harness.sync()).toMatchObject({ status: 'failed', error: { code: 'internal' } });
    await db().$executeRawUnsafe('DROP TRIGGER broken');
    expect(await db().task.count()).toBe(4);
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', counts: { created: 8 } });
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  });
});
