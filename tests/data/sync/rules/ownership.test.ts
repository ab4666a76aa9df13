import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { changeProject } from '@/lib/tracking/change-project';
import { changeTask } from '@/lib/tracking/change-task';
import { createProject } from '@/lib/tracking/create-project';
import { createTask } from '@/lib/tracking/create-task';
import { makeAdmin } from '@/tests/support/people';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences, storedTasks } from '@/tests/support/sync-expected';
import { issuesOf, provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

describe('ownership', () => {
  it('leaves notes, billable, custom fields and colour to the user, whatever happens in Linear', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock });
    const { workspace } = harness.linear;
    const { actor } = await makeAdmin();
    await harness.sync();
    const issue = must(issuesOf(workspace).find(({ team, archivedAt }) => team.key === 'ENG' && archivedAt === null));
    const { id } = must((await storedTasks()).get(issue.id));
    await changeTask(actor, id, { notes: 'Ask Ada first', billable: false }, clock.ours());
    const { customFields } = await db().task.findUniqueOrThrow({ where: { id } });
    const mine = {
      ...(JSON.parse(customFields) as object),
      invoice: { number: 'A-7', lines: [1, 2] },
      état: 'ünïcode "quoted"',
    };
    await db().task.update({ where: { id }, data: { customFields: JSON.stringify(mine) } });
    const project = await db().project.findFirstOrThrow({ where: { key: 'ENG' } });
    await changeProject(actor, project.id, { color: '#112233', description: 'Our own words' }, clock.ours());
    const projectFields = { ...(JSON.parse(project.customFields) as object), costCentre: 42 };
    await db().project.update({ where: { id: project.id }, data: { customFields: JSON.stringify(projectFields) } });

    const happenings = [
      () => workspace.updateIssue(issue, { title: 'Another title', priority: 1, state: 'completed', assignee: null }),
      () => workspace.setLabels(issue, [...workspace.labels.values()].slice(0, 3)),
      () => workspace.renameTeam('ENG', 'Platform'),
      () => workspace.changeTeamKey('ENG', 'PLT'),
      () => workspace.renameState('PLT', issue.state, 'Shipped'),
      () => workspace.archiveIssue(issue),
      () => workspace.unarchiveIssue(issue),
      () => workspace.trashIssue(issue),
      () => workspace.restoreIssue(issue),
      () => workspace.moveIssue(issue, 'MOB'),
      () => workspace.moveIssue(issue, 'PLT'),
    ];
    for (const happen of happenings) {
      clock.advance(100_000);
      happen();
      await harness.sync();
      expect(await listDifferences(workspace)).toEqual([]);
      const task = await db().task.findUniqueOrThrow({ where: { id } });
      expect(task).toMatchObject({ notes: 'Ask Ada first', billable: false });
      expect(JSON.parse(task.customFields)).toMatchObject({
        invoice: { number: 'A-7', lines: [1, 2] },
        état: 'ünïcode "quoted"',
      });
      const kept = await db().project.findUniqueOrThrow({ where: { id: project.id } });
      expect(kept).toMatchObject({ color: '#112233', description: 'Our own words' });
      expect(JSON.parse(kept.customFields)).toMatchObject({ costCentre: 42 });
    }
    workspace.deletePermanently(issue);
    await harness.syncAll({ mode: 'full' });
    expect(await db().task.findUnique({ where: { id } })).toMatchObject({
      notes: 'Ask Ada first',
      billable: false,
      sourceState: 'gone',
    });
  });

  it('never captures a project or a task that was made by hand, however alike it is', async () => {
    const harness = await start();
    const { workspace } = harness.linear;
    const { actor } = await makeAdmin();
    const now = new Date();
    const issue = must(issuesOf(workspace)[0]);
    const project = await createProject(actor, { name: issue.team.name }, now);
    const task = await createTask(actor, { projectId: project.id, title: issue.title }, now);
    await db().task.update({
      where: { id: task.id },
      data: { name: `${issue.identifier}: ${issue.title}`, identifier: issue.identifier },
    });
    const before = [
      await db().project.findUnique({ where: { id: project.id } }),
      await db().task.findUnique({ where: { id: task.id } }),
    ];
    await harness.sync();
    workspace.updateIssue(issue, { title: 'Changed' });
    await harness.sync();
    await harness.syncAll({ mode: 'full' });
    expect(await listDifferences(workspace)).toEqual([]);
    expect([
      await db().project.findUnique({ where: { id: project.id } }),
      await db().task.findUnique({ where: { id: task.id } }),
    ]).toEqual(before);
    expect(await db().project.count({ where: { name: issue.team.name } })).toBe(2);
  });
});
