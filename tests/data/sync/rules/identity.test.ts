import { describe, expect, it } from 'vitest';
import { taskQuery } from '@/lib/contracts/task';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { executeRun } from '@/lib/sync/execute-run';
import { requestRun } from '@/lib/sync/request-run';
import { getTaskByIdentifier } from '@/lib/tracking/get-task';
import { listTasks } from '@/lib/tracking/list-tasks';
import { makeMember } from '@/tests/support/people';
import { listDifferences, storedTasks } from '@/tests/support/sync-expected';
import { issuesOf, provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

async function idsByIssue(): Promise<Record<string, string>> {
  return Object.fromEntries([...(await storedTasks())].map(([externalId, { id }]) => [externalId, id]));
}

async function idsByProject(): Promise<Record<string, string>> {
  const projects = await db().project.findMany();
  return Object.fromEntries(projects.map(({ externalId, id }) => [externalId, id]));
}

describe("identity is Linear's UUID", () => {
  it('keeps project and tasks of a team that is renamed', async () => {
    const harness = await start();
    const { workspace } = harness.linear;
    await harness.sync();
    const [tasks, projects] = [await idsByIssue(), await idsByProject()];
    workspace.renameTeam('ENG', 'Platform');
    await harness.sync();
    expect(await idsByIssue()).toEqual(tasks);
    expect(await idsByProject()).toEqual(projects);
    expect(await db().project.findFirst({ where: { externalId: workspace.team('ENG').id } })).toMatchObject({
      name: 'Platform',
    });
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('keeps the tasks of a team whose key changes, and finds them by their old identifiers', async () => {
    const harness = await start();
    const { workspace } = harness.linear;
    const { actor } = await makeMember();
    await harness.sync();
    const tasks = await idsByIssue();
    const issue = must(issuesOf(workspace).find(({ team }) => team.key === 'ENG'));
    const old = issue.identifier;
    workspace.changeTeamKey('ENG', 'PLT');
    await harness.sync();
    expect(await idsByIssue()).toEqual(tasks);
    expect(await listDifferences(workspace)).toEqual([]);
    expect((await getTaskByIdentifier(actor, old)).identifier).toBe(issue.identifier);
    const found = await listTasks(actor, taskQuery.parse({ search: old, sourceState: 'all' }));
    expect(found.items.map(({ externalId }) => externalId)).toContain(issue.id);
  });

  it('remembers an identifier that Linear itself has forgotten', async () => {
    const harness = await start();
    const { workspace } = harness.linear;
    const { actor } = await makeMember();
    await harness.sync();
    const issue = must(issuesOf(workspace).find(({ team }) => team.key === 'ENG'));
    const old = issue.identifier;
    workspace.changeTeamKey('ENG', 'PLT');
    for (const each of workspace.issues.values()) workspace.issues.change(each, { previousIdentifiers: [] });
    await harness.sync();
    expect((await getTaskByIdentifier(actor, old)).externalId).toBe(issue.id);
  });

  it('takes the task along when its issue moves to another team, and back', async () => {
    const harness = await start();
    const { workspace } = harness.linear;
    const { actor } = await makeMember();
    await harness.sync();
    const tasks = await idsByIssue();
    const issue = must(issuesOf(workspace).find(({ team }) => team.key === 'ENG'));
    const names = [issue.identifier];
    for (const key of ['MOB', 'DES', 'ENG']) {
      workspace.moveIssue(issue, key);
      names.push(issue.identifier);
      const run = await harness.sync();
      expect(run.counts).toMatchObject({ created: 0, moved: 1 });
      expect(await listDifferences(workspace)).toEqual([]);
    }
    expect(await idsByIssue()).toEqual(tasks);
    for (const name of names) expect((await getTaskByIdentifier(actor, name)).id).toBe(tasks[issue.id]);
  });

  it('makes one task for each issue when two runs are asked for and carried out at once', async () => {
    const harness = await start({ issues: 60, access: { pageSize: 5 } });
    const both = await Promise.all([harness.sync(), harness.sync()]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(await db().task.count()).toBe(60);
    expect(await db().syncRun.count()).toBe(1);
  });

  it('carries out a run once when two processes take it at the same moment', async () => {
    const harness = await start({ access: { pageSize: 5 } });
    const plain = {
      trigger: 'manual',
      mode: 'incremental',
      dryRun: false,
      allowLargeRemoval: false,
      requestedById: null,
    } as const;
    const { run } = await requestRun({ ...plain, connectionId: harness.connection.id }, new Date());
    harness.linear.requests.clear();
    const execute = (owner: string) =>
      executeRun(run.id, { owner, access: harness.access, now: () => new Date() }, new AbortController());
    await Promise.all([execute('one'), execute('two'), execute('three')]);
    expect(harness.linear.requests.filter(({ operationName }) => operationName === 'Look')).toHaveLength(1);
    expect(await db().task.count()).toBe(30);
  });

  it('refuses a second task of one issue in the database itself', async () => {
    const harness = await start();
    await harness.sync();
    const { id: _, ...task } = await db().task.findFirstOrThrow();
    await expect(db().task.create({ data: { ...task, id: 'another' } })).rejects.toMatchObject({ code: 'P2002' });
  });

  it('loses no tracked time, whatever happens to the issue', async () => {
    const harness = await start();
    const { workspace } = harness.linear;
    const { id: userId } = await makeMember();
    await harness.sync();
    const tasks = await db().task.findMany();
    for (const { id: taskId, projectId } of tasks) {
      await db().timeEntry.create({
        data: {
          id: `entry ${taskId}`,
          userId,
          taskId,
          projectId,
          madeInProjectId: projectId,
          on: '2026-03-02',
          durationSeconds: 60,
        },
      });
    }
    const [first, second, third, fourth] = issuesOf(workspace).map((issue) => must(issue));
    workspace.moveIssue(must(first), 'DES');
    workspace.trashIssue(must(second));
    workspace.deletePermanently(must(third));
    workspace.archiveIssue(must(fourth));
    workspace.changeTeamKey('MOB', 'APP');
    await harness.syncAll({ mode: 'full' });
    expect(await db().timeEntry.count({ where: { taskId: { in: tasks.map(({ id }) => id) } } })).toBe(tasks.length);
    expect(await listDifferences(workspace)).toEqual([]);
  });
});
