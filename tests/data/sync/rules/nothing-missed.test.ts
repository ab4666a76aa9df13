import { describe, expect, it } from 'vitest';
import { must } from '@/lib/kit/must';
import type { CursorBehaviour } from '@/tests/fakes/linear/pagination';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import { issuesOf, makeIssues, provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

const behaviours: CursorBehaviour[] = ['anchor', 'lost-anchor', 'restart', 'offset', 'snapshot'];

/** To every kind of issue: the newest, the oldest, and some between; so some are read already and some are not. */
const changes: Record<string, (workspace: Workspace, place: number) => void> = {
  edit: (workspace, place) => workspace.updateIssue(must(issuesOf(workspace)[place]), { title: `Edited ${place}` }),
  move: (workspace, place) => workspace.moveIssue(must(issuesOf(workspace)[place]), place % 2 ? 'DES' : 'MOB'),
  archive: (workspace, place) => workspace.archiveIssue(must(issuesOf(workspace)[place])),
  trash: (workspace, place) => workspace.trashIssue(must(issuesOf(workspace)[place])),
  create: (workspace, place) => workspace.createIssue({ team: 'MOB', title: `Made ${place}` }),
};

const places = [0, 3, 8, 12, 17];

describe('nothing is missed', () => {
  for (const [name, change] of Object.entries(changes)) {
    it.each([1, 2, 3, 4, 5, 6, 7])(
      `sees each ${name} that happens around request %i of a first import`,
      async (nth) => {
        const clock = new SyncClock();
        const behaviour = must(behaviours[nth % behaviours.length]);
        const harness = await start({
          clock,
          issues: 18,
          access: { pageSize: 4 },
          simulator: { cursorBehaviour: behaviour },
        });
        const at = nth % 2 ? 'before' : 'after';
        const all = (workspace: Workspace) => {
          clock.advance(1);
          for (const place of places) change(workspace, place);
        };
        harness.linear.faults.add({ kind: 'run', at, run: all }, { nth });
        await harness.syncAll();
        await harness.syncAll();
        expect(await listDifferences(harness.linear.workspace)).toEqual([]);
      },
    );

    it.each([1, 2, 3, 4])(`sees each ${name} that happens around request %i of a walk over changes`, async (nth) => {
      const clock = new SyncClock();
      const harness = await start({ clock, issues: 18, access: { pageSize: 4 } });
      const { workspace } = harness.linear;
      await harness.sync();
      clock.advance(600_000);
      for (const issue of issuesOf(workspace)) workspace.updateIssue(issue, { title: `New title of ${issue.id}` });
      const all = () => {
        clock.advance(1);
        for (const place of places) change(workspace, place);
      };
      harness.linear.faults.add({ kind: 'run', at: nth % 2 ? 'after' : 'before', run: all }, { nth });
      await harness.syncAll();
      await harness.syncAll();
      expect(await listDifferences(workspace)).toEqual([]);
    });
  }

  it('reads 600 issues that were made and changed at one instant', async () => {
    const harness = await start({ issues: 5, teams: 1 });
    makeIssues(harness.linear.workspace, 600, '2026-02-02T02:02:02.000Z');
    await harness.syncAll();
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  });

  it('sees 600 changes that carry one stamp', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 600, teams: 1 });
    const { workspace } = harness.linear;
    await harness.sync();
    clock.advance(600_000);
    for (const issue of issuesOf(workspace))
      workspace.updateIssue(issue, { title: `New title of ${issue.identifier}` });
    await harness.sync();
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('sees 300 issues that one look finds changed, 300 archived and 300 moved out, at once', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 1_500, connection: { teamKeys: ['ENG', 'MOB'] } });
    const { workspace } = harness.linear;
    const teamIds = ['ENG', 'MOB'].map((key) => workspace.team(key).id);
    await harness.sync();
    clock.advance(600_000);
    const issues = issuesOf(workspace).filter(({ team, archivedAt }) => team.key !== 'DES' && archivedAt === null);
    for (const issue of issues.slice(0, 300))
      workspace.updateIssue(issue, { title: `New title of ${issue.identifier}` });
    for (const issue of issues.slice(300, 600)) workspace.archiveIssue(issue);
    for (const issue of issues.slice(600, 900)) workspace.moveIssue(issue, 'DES');
    const run = await harness.sync();
    expect(run).toMatchObject({ status: 'succeeded', counts: { failed: 0, archived: 300, updated: 300 } });
    expect(await listDifferences(workspace, { teamIds })).toEqual([]);
  });

  it.each([1_000, 20_000, 59_000])('sees a change that becomes visible %i ms after its stamp', async (lateMs) => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 20 });
    const { workspace } = harness.linear;
    await harness.sync();
    clock.advance(3_600_000);
    const [first, second, third] = issuesOf(workspace).map((issue) => must(issue));
    const stamp = clock.linear().toISOString();
    clock.advance(lateMs);
    workspace.updateIssue(must(first), { title: 'In time' });
    await harness.sync();
    await harness.sync();
    workspace.issues.change(must(second), { title: 'Committed late', updatedAt: stamp });
    workspace.createIssue({ team: 'ENG', title: 'Made late', createdAt: stamp });
    await harness.sync();
    expect(await listDifferences(workspace)).toEqual([]);
    workspace.updateIssue(must(third), { title: 'At the end' });
    await harness.sync();
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('sees a late change although several looks found nothing new before', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 20 });
    const { workspace } = harness.linear;
    await harness.sync();
    for (let round = 0; round < 20; round++) {
      clock.advance(7_000);
      await harness.sync();
      const stamp = new Date(clock.linear().getTime() - 59_000).toISOString();
      const issue = must(issuesOf(workspace)[round]);
      workspace.issues.change(issue, {
        title: `Late ${round}`,
        updatedAt: [stamp, issue.updatedAt].sort().at(-1) ?? stamp,
      });
      await harness.sync();
      expect(await listDifferences(workspace)).toEqual([]);
    }
  });

  it('is not misled by a look that waits long for its answer', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 20 });
    const { workspace } = harness.linear;
    await harness.sync();
    clock.advance(3_600_000);
    const [first, second] = issuesOf(workspace).map((issue) => must(issue));
    // The stamp is given while the request is under way, half a minute after it was sent.
    const edit = () => {
      clock.advance(30_000);
      workspace.updateIssue(must(first), { title: 'While asked' });
    };
    harness.linear.faults.add({ kind: 'run', run: edit }, { nth: 1 });
    await harness.sync();
    clock.advance(30_000);
    await harness.sync();
    const late = new Date(clock.linear().getTime() - 59_000).toISOString();
    workspace.issues.change(must(second), { title: 'Late', updatedAt: late });
    await harness.sync();
    expect(await listDifferences(workspace)).toEqual([]);
  });
});
