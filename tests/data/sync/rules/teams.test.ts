import { describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { changeConnection } from '@/lib/sync/save-connection';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences, storedTasks } from '@/tests/support/sync-expected';
import type { Harness, HarnessOptions } from '@/tests/support/sync-harness';
import { issuesOf, provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

async function startImported(options: HarnessOptions = {}) {
  const clock = new SyncClock();
  const harness = await start({ clock, ...options });
  await harness.syncAll();
  clock.advance(900_000);
  return { harness, clock, workspace: harness.linear.workspace };
}

async function select({ connection, access }: Harness, teamKeys: string[]): Promise<void> {
  await changeConnection(scheduler, connection.id, { teamKeys }, { access, signal: new AbortController().signal });
}

function teamIds(workspace: Workspace, ...keys: string[]): string[] {
  return keys.map((key) => workspace.team(key).id);
}

function liveOf(workspace: Workspace, key: string) {
  return must(issuesOf(workspace).find(({ team, archivedAt }) => team.key === key && archivedAt === null));
}

describe('teams', () => {
  it('imports the chosen teams only', async () => {
    const { workspace } = await startImported({ connection: { teamKeys: ['eng', ' MOB '] } });
    expect(await listDifferences(workspace, { teamIds: teamIds(workspace, 'ENG', 'MOB') })).toEqual([]);
    expect(await db().project.count()).toBe(2);
  });

  it('marks the task of an issue that moves to a team that is not synced as gone, and takes it back when it returns', async () => {
    const { harness, clock, workspace } = await startImported({ connection: { teamKeys: ['ENG', 'MOB'] } });
    const issue = liveOf(workspace, 'ENG');
    const { id } = must((await storedTasks()).get(issue.id));
    workspace.moveIssue(issue, 'DES');
    expect(await harness.sync()).toMatchObject({ counts: { gone: 1 } });
    expect((await storedTasks()).get(issue.id)).toMatchObject({ id, sourceState: 'gone' });
    clock.advance(900_000);
    workspace.updateIssue(issue, { title: 'Edited elsewhere' });
    expect(await harness.sync()).toMatchObject({ counts: { gone: 0, updated: 0 } });
    clock.advance(900_000);
    workspace.moveIssue(issue, 'MOB');
    expect(await harness.sync()).toMatchObject({ counts: { restored: 1, created: 0 } });
    expect((await storedTasks()).get(issue.id)).toMatchObject({ id, sourceState: 'live', title: 'Edited elsewhere' });
    expect(await listDifferences(workspace, { teamIds: teamIds(workspace, 'ENG', 'MOB') })).toEqual([]);
  });

  it('leaves the tasks of a team that is taken out as they are, and catches up when it is chosen again', async () => {
    const { harness, clock, workspace } = await startImported();
    const before = await storedTasks();
    await select(harness, ['ENG', 'DES']);
    const [mobile, design] = [liveOf(workspace, 'MOB'), liveOf(workspace, 'DES')];
    workspace.updateIssue(mobile, { title: 'Edited while out' });
    workspace.updateIssue(design, { title: 'Edited while in' });
    workspace.createIssue({ team: 'MOB', title: 'Made while out' });
    await harness.sync();
    await harness.syncAll({ mode: 'full' });
    const after = await storedTasks();
    expect(after.get(mobile.id)).toEqual(before.get(mobile.id));
    expect(after.get(design.id)).toMatchObject({ title: 'Edited while in' });
    expect(after.size).toBe(before.size);
    clock.advance(900_000);
    await select(harness, []);
    await harness.syncAll();
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('walks a team anew that is taken out and in again while it is being walked', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 60, access: { pageSize: 4 } });
    const { workspace, faults } = harness.linear;
    const changes: Promise<void>[] = [];
    // Design comes first in the order of keys. The answers wait until the change is made.
    for (const [nth, teamKeys] of [
      [2, ['ENG', 'MOB']],
      [4, []],
    ] as const) {
      const page = { contains: 'query Issues(', nth };
      faults.add({ kind: 'run', run: () => changes.push(select(harness, [...teamKeys])) }, page);
      faults.add({ kind: 'delay', ms: 1_000 }, page);
    }
    await harness.sync();
    await Promise.all(changes);
    expect(changes).toHaveLength(2);
    await harness.syncAll();
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('takes in a new team by itself when all teams are synced, and not otherwise', async () => {
    const { harness, clock, workspace } = await startImported();
    workspace.createTeam({ key: 'OPS', name: 'Operations' });
    workspace.createIssue({ team: 'OPS', title: 'The first of a new team' });
    await harness.syncAll();
    expect(await listDifferences(workspace)).toEqual([]);
    expect(await db().project.findFirst({ where: { key: 'OPS' } })).toMatchObject({ name: 'Operations' });
    await select(harness, ['ENG', 'MOB', 'DES', 'OPS']);
    clock.advance(900_000);
    workspace.createTeam({ key: 'NEW', name: 'Newer' });
    workspace.createIssue({ team: 'NEW', title: 'Not ours' });
    await harness.syncAll();
    expect(await db().task.count({ where: { title: 'Not ours' } })).toBe(0);
    expect(await db().teamScope.findFirst({ where: { key: 'NEW' } })).toMatchObject({
      selected: false,
      projectId: null,
    });
  });

  it('takes in a team that appears in the middle of a run with the next one', async () => {
    const { harness, clock, workspace } = await startImported({ access: { pageSize: 4 } });
    const makeTeam = () => {
      clock.advance(1);
      workspace.createTeam({ key: 'OPS', name: 'Operations' });
      const moved = liveOf(workspace, 'ENG');
      workspace.moveIssue(moved, 'OPS');
    };
    harness.linear.faults.nth(2, { kind: 'run', run: makeTeam });
    await harness.syncAll({ mode: 'full' });
    await harness.syncAll();
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('keeps the tasks of a team that the key no longer sees, and catches up when it sees it again', async () => {
    const { harness, clock, workspace } = await startImported();
    const before = await storedTasks();
    const { members } = workspace.team('MOB');
    workspace.setVisibility('MOB', 'private');
    workspace.setMembers('MOB', []);
    const issue = liveOf(workspace, 'MOB');
    workspace.updateIssue(issue, { title: 'Edited out of sight' });
    workspace.createIssue({ team: 'MOB', title: 'Made out of sight' });
    workspace.deletePermanently(must(issuesOf(workspace).filter(({ team }) => team.key === 'MOB')[0]));
    await harness.sync();
    await harness.syncAll({ mode: 'full' });
    expect(await storedTasks()).toEqual(before);
    clock.advance(900_000);
    workspace.setMembers('MOB', members);
    await harness.syncAll();
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('keeps the tasks of a team that is deleted', async () => {
    const { harness, workspace } = await startImported();
    const before = await storedTasks();
    workspace.deleteTeam('MOB');
    await harness.sync();
    await harness.syncAll({ mode: 'full' });
    expect(await storedTasks()).toEqual(before);
  });

  it('keeps two teams of one name apart', async () => {
    const { harness, workspace } = await startImported();
    workspace.renameTeam('MOB', 'Engineering');
    await harness.sync();
    expect(await db().project.count({ where: { name: 'Engineering' } })).toBe(2);
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('takes a team in at once that takes the key of another', async () => {
    const { harness, workspace } = await startImported();
    workspace.changeTeamKey('ENG', 'OLD');
    workspace.changeTeamKey('MOB', 'ENG');
    await harness.syncAll();
    expect(await listDifferences(workspace)).toEqual([]);
  });
});
