import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { queueDueWork } from '@/lib/sync/due-work';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import type { Harness } from '@/tests/support/sync-harness';
import { countIssuePages, issuesOf, makeIssues, provideHarness, setBound } from '@/tests/support/sync-start';

const start = provideHarness();

/** Runs until all is read; answers the pages that Linear gave in each run. */
async function pagesOfRuns(harness: Harness, clock?: SyncClock): Promise<number[]> {
  const pages: number[] = [];
  for (let slice = 0; slice < 200; slice++) {
    clock?.advance(30_000);
    harness.linear.requests.clear();
    const { status } = await harness.sync();
    pages.push(countIssuePages(harness));
    if (status === 'succeeded') return pages;
    expect(status).toBe('partial');
  }
  throw new Error('The sync never ends');
}

describe('bounded', () => {
  it.each([1, 2, 3])('reads at most %i full pages a run, and all of 900 issues in the end', async (bound) => {
    const harness = await start({ issues: 900, teams: 1, connection: { maxPagesPerRun: bound } });
    const pages = await pagesOfRuns(harness);
    expect(Math.max(...pages)).toBe(bound);
    expect(pages.reduce((sum, count) => sum + count)).toBe(4);
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  });

  it.each([1, 2, 3, 5, 40])('keeps to a bound of %i over several teams with small pages', async (bound) => {
    const harness = await start({ issues: 45, access: { pageSize: 3 }, connection: { maxPagesPerRun: bound } });
    const pages = await pagesOfRuns(harness);
    expect(Math.max(...pages)).toBeLessThanOrEqual(bound);
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  });

  it('keeps to the bound in the look-ups of a full pass that finds many issues gone', async () => {
    const harness = await start({ issues: 60, access: { pageSize: 4 } });
    const { workspace } = harness.linear;
    await harness.sync();
    for (const issue of issuesOf(workspace).slice(0, 25)) workspace.deletePermanently(issue);
    await setBound(harness, 2);
    for (let slice = 0, status = 'partial'; status === 'partial'; slice++) {
      harness.linear.requests.clear();
      ({ status } = await harness.sync(slice === 0 ? { mode: 'full' } : {}));
      expect(countIssuePages(harness)).toBeLessThanOrEqual(2);
    }
    expect(await db().task.count({ where: { sourceState: 'gone' } })).toBe(25);
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('says how much is left when it stops', async () => {
    const harness = await start({ issues: 40, teams: 1, access: { pageSize: 5 }, connection: { maxPagesPerRun: 3 } });
    expect(await harness.sync()).toMatchObject({ status: 'partial', pages: 3, progress: { done: 15, total: 40 } });
    expect(await harness.sync()).toMatchObject({ status: 'partial', progress: { done: 30, total: 40 } });
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', progress: { done: 40, total: 40 } });
  });

  it('goes on by itself 30 seconds later, and again, until all is read', async () => {
    const clock = new SyncClock();
    const harness = await start({
      clock,
      issues: 40,
      teams: 1,
      access: { pageSize: 5 },
      connection: { maxPagesPerRun: 3 },
    });
    await harness.sync();
    for (let round = 0; round < 2; round++) {
      clock.advance(29_000);
      expect(await queueDueWork(clock.ours())).toEqual([]);
      clock.advance(1_000);
      expect(await queueDueWork(clock.ours())).toHaveLength(1);
      await harness.sync();
    }
    clock.advance(3_600_000);
    expect(await queueDueWork(clock.ours())).toEqual([]);
    expect(await db().task.count()).toBe(40);
  });

  it('goes on after a dry run that stood in its way', async () => {
    const clock = new SyncClock();
    const harness = await start({
      clock,
      issues: 40,
      teams: 1,
      access: { pageSize: 5 },
      connection: { maxPagesPerRun: 3 },
    });
    await harness.sync();
    const dry = await db().syncRun.create({
      data: {
        id: 'dry',
        connectionId: harness.connection.id,
        trigger: 'manual',
        mode: 'incremental',
        dryRun: true,
        status: 'running',
        activeKey: harness.connection.id,
        leaseOwner: 'x',
        leaseExpiresAt: new Date(clock.ours().getTime() + 45_000),
      },
    });
    clock.advance(30_000);
    expect(await queueDueWork(clock.ours())).toEqual([]);
    await db().syncRun.update({ where: { id: dry.id }, data: { status: 'succeeded', activeKey: null } });
    clock.advance(30_000);
    expect(await queueDueWork(clock.ours())).toHaveLength(1);
  });

  it('never starves the import, where issues change all the time and the bound is one page', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 60, access: { pageSize: 5 }, connection: { maxPagesPerRun: 1 } });
    const { workspace } = harness.linear;
    for (let round = 0; round < 16; round++) {
      clock.advance(90_000);
      for (const issue of issuesOf(workspace).slice(round, round + 3))
        workspace.updateIssue(issue, { title: `Edited in round ${round}` });
      harness.linear.requests.clear();
      await harness.sync();
      expect(countIssuePages(harness)).toBeLessThanOrEqual(1);
    }
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('does not begin changes anew that it is still reading', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 700, teams: 1 });
    const { workspace } = harness.linear;
    await harness.sync();
    clock.advance(900_000);
    for (const issue of issuesOf(workspace))
      workspace.updateIssue(issue, { title: `New title of ${issue.identifier}` });
    await setBound(harness, 1);
    expect((await pagesOfRuns(harness)).length).toBe(2);
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it.each(['createdAt', 'updatedAt'] as const)(
    'gets past 600 issues of one %s with a bound of one page, while others change',
    async (stamp) => {
      const clock = new SyncClock();
      const harness = await start({ clock, issues: 5, teams: 1, connection: { maxPagesPerRun: 1 } });
      const { workspace } = harness.linear;
      if (stamp === 'updatedAt') await harness.syncAll();
      const made = makeIssues(
        workspace,
        600,
        stamp === 'createdAt' ? '2026-02-02T02:02:02.000Z' : clock.linear().toISOString(),
      );
      for (let round = 0; round < 12; round++) {
        clock.advance(30_000);
        const issue = made[round];
        if (issue) workspace.updateIssue(issue, { title: `Edited in round ${round}` });
        harness.linear.requests.clear();
        await harness.sync();
        expect(countIssuePages(harness)).toBeLessThanOrEqual(1);
      }
      expect(await listDifferences(workspace)).toEqual([]);
      clock.advance(30_000);
      expect((await harness.syncAll()).status).toBe('succeeded');
    },
  );
});
