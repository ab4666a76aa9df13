import { describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { showConnection } from '@/lib/sync/connections';
import { listSchedules, takeTick } from '@/lib/sync/due-work';
import type { Issue } from '@/tests/fakes/linear/model';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences, storedTasks } from '@/tests/support/sync-expected';
import type { Harness, HarnessOptions } from '@/tests/support/sync-harness';
import { issuesOf, provideHarness, setBound } from '@/tests/support/sync-start';

const start = provideHarness();

async function startImported(
  options: HarnessOptions = {},
): Promise<{ harness: Harness; clock: SyncClock; issue: Issue }> {
  const clock = new SyncClock();
  const harness = await start({ clock, ...options });
  await harness.syncAll();
  clock.advance(900_000);
  await db().task.updateMany({ data: { notes: 'mine' } });
  const issue = must(
    issuesOf(harness.linear.workspace).find(({ archivedAt, team }) => archivedAt === null && team.key === 'ENG'),
  );
  return { harness, clock, issue };
}

async function stateOf(issue: Issue): Promise<unknown> {
  const task = (await storedTasks()).get(issue.id);
  return task && [task['sourceState'], task.notes];
}

function deleteSome({ linear }: Harness, count: number): void {
  for (const issue of issuesOf(linear.workspace).slice(0, count)) linear.workspace.deletePermanently(issue);
}

describe('life and death', () => {
  it('finds an issue archived and brought back, though no stamp of it moves', async () => {
    const { harness, clock, issue } = await startImported();
    const { workspace } = harness.linear;
    const { updatedAt } = issue;
    workspace.archiveIssue(issue);
    expect(await harness.sync()).toMatchObject({ counts: { archived: 1 } });
    expect(await stateOf(issue)).toEqual(['archived', 'mine']);
    clock.advance(900_000);
    workspace.unarchiveIssue(issue);
    expect(issue.updatedAt).toBe(updatedAt);
    expect(await harness.sync()).toMatchObject({ counts: { restored: 1 } });
    expect(await stateOf(issue)).toEqual(['live', 'mine']);
  });

  it('finds an issue trashed and restored', async () => {
    const { harness, clock, issue } = await startImported();
    harness.linear.workspace.trashIssue(issue);
    await harness.sync();
    expect(await stateOf(issue)).toEqual(['trashed', 'mine']);
    clock.advance(900_000);
    harness.linear.workspace.restoreIssue(issue);
    await harness.sync();
    expect(await stateOf(issue)).toEqual(['live', 'mine']);
  });

  it('finds in a full pass what was trashed, restored, moved or re-keyed without any stamp', async () => {
    const { harness, issue } = await startImported({
      workspace: { archivedAtOnTrash: false, bumpUpdatedAtOnTeamMove: false },
    });
    const { workspace } = harness.linear;
    const [other] = issuesOf(workspace).filter(({ team, trashed }) => team.key === 'MOB' && !trashed);
    workspace.trashIssue(issue);
    workspace.moveIssue(must(other), 'DES');
    await harness.sync({ mode: 'full' });
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('marks an issue that was deleted for good as gone in the next full pass, and keeps its task', async () => {
    const { harness, issue } = await startImported();
    harness.linear.workspace.deletePermanently(issue);
    await harness.sync();
    expect(await stateOf(issue)).toEqual(['live', 'mine']);
    expect(await harness.sync({ mode: 'full' })).toMatchObject({ counts: { gone: 1 } });
    expect(await stateOf(issue)).toEqual(['gone', 'mine']);
    const event = await db().taskEvent.findFirst({ where: { kind: 'gone' }, include: { task: true } });
    expect(event?.task.externalId).toBe(issue.id);
  });

  it.each([2, 3, 4, 5, 6])('is not misled when the row of page border %i is deleted while it reads', async (nth) => {
    const { harness } = await startImported({ issues: 40, access: { pageSize: 4 } });
    const { workspace, faults } = harness.linear;
    const lose = () => {
      const rows = issuesOf(workspace).reverse();
      for (const place of [nth * 4 - 5, nth * 4 - 4]) workspace.deletePermanently(must(rows[place]));
    };
    faults.nth(nth, { kind: 'run', run: lose });
    await harness.sync({ mode: 'full' });
    await harness.sync({ mode: 'full' });
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('marks nothing as gone before the pass is complete', async () => {
    const { harness } = await startImported({ issues: 40, access: { pageSize: 4 } });
    deleteSome(harness, 5);
    await setBound(harness, 3);
    for (let run = await harness.sync({ mode: 'full' }); run.status === 'partial'; run = await harness.sync()) {
      const isDone = (await db().teamScope.count({ where: { walkState: { not: 'done' } } })) === 0;
      if (!isDone) expect(await db().task.count({ where: { sourceState: 'gone' } })).toBe(0);
    }
    expect(await db().task.count({ where: { sourceState: 'gone' } })).toBe(5);
  });

  it('stops before it marks more than half of the tasks and more than 20 as gone, and goes on when a person says yes', async () => {
    const { harness } = await startImported({ issues: 45 });
    deleteSome(harness, 25);
    const refused = await harness.sync({ mode: 'full' });
    expect(refused).toMatchObject({
      status: 'failed',
      error: { code: 'large_removal', message: expect.stringContaining('25 of 45') },
    });
    expect(await db().task.count({ where: { sourceState: 'gone' } })).toBe(0);
    const shown = await showConnection(scheduler, harness.connection.id, new Date());
    expect(shown).toMatchObject({ health: 'attention', healthReason: { code: 'large_removal' } });
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', counts: { gone: 0 } });
    expect(await harness.sync({ mode: 'full', allowLargeRemoval: true })).toMatchObject({
      status: 'succeeded',
      counts: { gone: 25 },
    });
    expect((await showConnection(scheduler, harness.connection.id, new Date())).healthReason).toBeNull();
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  });

  it('remembers the yes when the pass takes many runs', async () => {
    const { harness } = await startImported({ issues: 45, access: { pageSize: 4 } });
    deleteSome(harness, 30);
    await setBound(harness, 2);
    let run = await harness.sync({ mode: 'full', allowLargeRemoval: true });
    while (run.status === 'partial') run = await harness.sync();
    expect(run.status).toBe('succeeded');
    expect(await db().task.count({ where: { sourceState: 'gone' } })).toBe(30);
    deleteSome(harness, 13);
    await setBound(harness, 40);
    // The yes was for that pass, not for ever.
    await db().task.updateMany({ where: { sourceState: 'gone' }, data: { sourceState: 'live' } });
    expect(await harness.syncAll({ mode: 'full' })).toMatchObject({
      status: 'failed',
      error: { code: 'large_removal' },
    });
  });

  it('withdraws its warning when the issues are there again', async () => {
    const { harness } = await startImported({ issues: 45 });
    const { workspace } = harness.linear;
    // Linear shows its teams, and no issue of them.
    const hidden = workspace.createTeam({ key: 'HID', name: 'Hidden', visibility: 'private', members: [] });
    const homes = issuesOf(workspace).map((issue) => [issue, issue.team] as const);
    for (const [issue] of homes) workspace.issues.change(issue, { team: hidden });
    expect(await harness.sync({ mode: 'full' })).toMatchObject({ status: 'failed', error: { code: 'large_removal' } });
    for (const [issue, home] of homes) workspace.issues.change(issue, { team: home });
    expect(await harness.sync({ mode: 'full' })).toMatchObject({ status: 'succeeded', counts: { gone: 0 } });
    expect(await db().task.count({ where: { sourceState: 'gone' } })).toBe(0);
    expect((await showConnection(scheduler, harness.connection.id, new Date())).healthReason).toBeNull();
  });

  it('marks nothing as gone when a pass that is complete met no issue at all', async () => {
    const { harness } = await startImported({ issues: 6 });
    deleteSome(harness, 6);
    expect(await harness.sync({ mode: 'full' })).toMatchObject({ status: 'failed', error: { code: 'large_removal' } });
    expect(await db().task.count({ where: { sourceState: 'gone' } })).toBe(0);
    expect(await harness.sync({ allowLargeRemoval: true })).toMatchObject({ status: 'succeeded', counts: { gone: 6 } });
  });

  it('marks nothing as gone when the key loses a team in the middle of a pass', async () => {
    const { harness } = await startImported({ issues: 40, access: { pageSize: 4 } });
    const { workspace, faults } = harness.linear;
    const hide = () => {
      workspace.setVisibility('ENG', 'private');
      workspace.setMembers('ENG', []);
    };
    faults.nth(5, { kind: 'run', run: hide });
    await harness.sync({ mode: 'full' });
    expect(await db().task.count({ where: { sourceState: 'gone' } })).toBe(0);
  });

  it('brings a gone task back when its issue is seen again', async () => {
    const { harness, clock, issue } = await startImported();
    const { workspace } = harness.linear;
    await db().task.updateMany({ where: { externalId: issue.id }, data: { sourceState: 'gone', contentHash: null } });
    clock.advance(1_000);
    workspace.updateIssue(issue, { title: 'Here after all' });
    expect(await harness.sync()).toMatchObject({ counts: { restored: 1 } });
    expect(await stateOf(issue)).toEqual(['live', 'mine']);
    await db().task.updateMany({ where: { externalId: issue.id }, data: { sourceState: 'gone', contentHash: null } });
    await harness.sync({ mode: 'full' });
    expect(await stateOf(issue)).toEqual(['live', 'mine']);
  });

  it('runs a full pass once a day by itself', async () => {
    const { harness, clock, issue } = await startImported();
    harness.linear.workspace.deletePermanently(issue);
    for (const [hours, mode] of [
      [1, 'incremental'],
      [24, 'full'],
      [1, 'incremental'],
    ] as const) {
      clock.advance(hours * 3_600_000);
      const schedule = must((await listSchedules())[0]);
      await takeTick(schedule, clock.ours(), clock.ours());
      expect((await harness.sync()).mode).toBe(mode);
    }
    expect(await stateOf(issue)).toEqual(['gone', 'mine']);
  });
});
