import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { SyncClock } from '@/tests/support/sync-clock';
import { issuesOf, provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

describe('what a task stores', () => {
  it('names a task after its issue, links it, and keeps the metadata in the promised shape', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 3 });
    const { workspace } = harness.linear;
    const [parent] = issuesOf(workspace);
    const project = must([...workspace.projects.values()][0]);
    const cycle = must([...workspace.cycles.values()].find(({ team }) => team.key === 'ENG'));
    const issue = workspace.createIssue({
      team: 'ENG',
      title: 'Fix login',
      state: 'Todo',
      project,
      cycle,
      parent: must(parent),
    });
    workspace.changeTeamKey('ENG', 'APP');
    await harness.sync();
    const task = await db().task.findFirstOrThrow({ where: { externalId: issue.id }, include: { aliases: true } });
    const url = `https://linear.app/northwind/issue/${issue.identifier}/fix-login`;
    expect(task).toMatchObject({
      name: `${issue.identifier}: Fix login`,
      description: url,
      url,
      source: 'linear',
      sourceState: 'live',
    });
    expect(JSON.parse(task.customFields)).toEqual({
      integration: {
        source: 'linear',
        ref: issue.id,
        identifier: issue.identifier,
        url,
        team: { id: issue.team.id, key: 'APP', name: 'Engineering' },
        state: { id: issue.state.id, name: 'Todo', type: 'unstarted' },
        project: { id: project.id, name: project.name },
        cycle: { id: cycle.id, number: cycle.number, name: cycle.name },
        parent: { id: parent?.id, identifier: parent?.identifier },
        previousIdentifiers: issue.previousIdentifiers,
        updatedAt: issue.updatedAt,
      },
    });
    expect(issue.previousIdentifiers).toEqual([expect.stringMatching(/^ENG-\d+$/)]);
    expect(task.aliases.map(({ identifier }) => identifier)).toEqual(issue.previousIdentifiers);
  });

  it('says null for what an issue does not have', async () => {
    const harness = await start({ issues: 0 });
    const issue = harness.linear.workspace.createIssue({ team: 'ENG', title: 'Bare' });
    await harness.syncAll();
    const task = await db().task.findFirstOrThrow({ where: { externalId: issue.id } });
    expect(JSON.parse(task.customFields)).toMatchObject({
      integration: { project: null, cycle: null, parent: null, previousIdentifiers: [] },
    });
    expect(task).toMatchObject({ estimate: null, dueDate: null, assigneeEmail: null, labels: '[]', labelText: '|' });
  });

  it('keeps the metadata of a project in the promised shape, and up to date', async () => {
    const harness = await start();
    const { workspace } = harness.linear;
    await harness.sync();
    const { id } = workspace.team('MOB');
    const shape = (key: string) => ({
      integration: { source: 'linear', ref: id, key, url: `https://linear.app/northwind/team/${key}` },
    });
    const load = () => db().project.findFirstOrThrow({ where: { externalId: id } });
    expect(JSON.parse((await load()).customFields)).toEqual(shape('MOB'));
    workspace.changeTeamKey('MOB', 'APP');
    await harness.sync();
    expect(JSON.parse((await load()).customFields)).toEqual(shape('APP'));
    expect(await load()).toMatchObject({ key: 'APP', url: 'https://linear.app/northwind/team/APP' });
  });

  it('keeps a history of what a sync changed', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 5 });
    const { workspace } = harness.linear;
    await harness.sync();
    const issue = must(issuesOf(workspace).find(({ archivedAt }) => archivedAt === null));
    const before = issue.title;
    clock.advance(900_000);
    workspace.updateIssue(issue, { title: 'Another title', priority: (issue.priority + 1) % 5 });
    const run = await harness.sync();
    const events = await db().taskEvent.findMany({ where: { runId: run.id } });
    expect(events).toMatchObject([{ kind: 'updated' }]);
    expect(JSON.parse(must(events[0]).changes)).toEqual([
      { field: 'title', from: before, to: 'Another title' },
      { field: 'priority', from: expect.any(String), to: expect.any(String) },
    ]);
  });
});
