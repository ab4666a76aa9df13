import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import type { Issue } from '@/tests/fakes/linear/model';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { type Harness, startHarness } from '@/tests/support/sync-harness';

let harness: Harness;
let workspace: Workspace;
beforeAll(async () => {
  harness = await startHarness({ issues: 20 });
  workspace = harness.linear.workspace;
  await harness.syncAll();
});
afterEach(() => harness.linear.reset());
afterAll(() => harness.stop());

function taskOf(issue: Issue) {
  return db().task.findFirst({ where: { externalId: issue.id }, include: { project: true } });
}

async function syncWell() {
  const run = await harness.syncAll();
  expect(run).toMatchObject({ status: 'succeeded', error: null, issueErrors: [], counts: { failed: 0 } });
  return run;
}

async function isUnchanged(): Promise<void> {
  expect(await syncWell()).toMatchObject({ requests: 1, counts: { created: 0, updated: 0 } });
}

describe('one bad issue', () => {
  it.each(['state', 'title', 'team', 'updatedAt'])(
    'with a null %s is one error, is tried again, and comes in once it is whole',
    async (field) => {
      const bad = workspace.createIssue({ team: 'ENG', title: `Bad ${field}` });
      const good = workspace.createIssue({ team: 'ENG', title: 'Good' });
      const spoil = { kind: 'null-field', field, issueId: bad.id } as const;
      harness.linear.faults.always(spoil);
      const run = await harness.sync();
      expect(run).toMatchObject({ status: 'succeeded', counts: { failed: 1, created: 1 } });
      expect(run.issueErrors).toEqual([
        { identifier: bad.identifier, externalId: bad.id, message: expect.stringContaining(field) },
      ]);
      expect([await taskOf(bad), (await taskOf(good))?.title]).toEqual([null, 'Good']);
      // Not only while it is new: the window of changes has passed it by.
      expect((await harness.sync()).issueErrors).toHaveLength(1);
      expect((await db().syncRetry.findMany()).map(({ externalId }) => externalId)).toEqual([bad.id]);
      harness.linear.faults.clear();
      await syncWell();
      expect((await taskOf(bad))?.title).toBe(`Bad ${field}`);
      expect(await db().syncRetry.count()).toBe(0);
      await isUnchanged();
    },
  );

  it('that Linear sends in part keeps the task as it was', async () => {
    const issue = workspace.createIssue({ team: 'ENG', title: 'Assigned', assignee: 'Ada Whitfield' });
    await syncWell();
    workspace.updateIssue(issue, { title: 'Still assigned' });
    harness.linear.faults.next({ kind: 'partial-error', field: 'assignee', nodeIndex: 0 });
    const run = await harness.sync();
    expect(run.issueErrors[0]).toMatchObject({ externalId: issue.id, message: expect.stringContaining('in part') });
    expect(await taskOf(issue)).toMatchObject({ title: 'Assigned', assigneeName: 'Ada Whitfield' });
    await syncWell();
    expect(await taskOf(issue)).toMatchObject({ title: 'Still assigned', assigneeName: 'Ada Whitfield' });
  });

  it('that the database refuses is one error among its page', async () => {
    const issues = Array.from({ length: 9 }, (_, index) =>
      workspace.createIssue({ team: 'ENG', title: `Row ${index}` }),
    );
    await db().$executeRawUnsafe(
      "CREATE TRIGGER refuse BEFORE INSERT ON task WHEN NEW.title = 'Row 4' BEGIN SELECT RAISE(ABORT, 'not this one'); END",
    );
    const run = await harness.sync();
    expect(run).toMatchObject({ status: 'succeeded', counts: { created: 8, failed: 1 } });
    expect(run.issueErrors[0]).toMatchObject({ externalId: must(issues[4]).id });
    await db().$executeRawUnsafe('DROP TRIGGER refuse');
    await syncWell();
    expect(await taskOf(must(issues[4]))).toMatchObject({ title: 'Row 4' });
    await isUnchanged();
  });

  it('that is deleted before it could be read is forgotten', async () => {
    const bad = workspace.createIssue({ team: 'ENG', title: 'Never read' });
    harness.linear.faults.next({ kind: 'null-field', field: 'title', issueId: bad.id });
    expect((await harness.sync()).counts.failed).toBe(1);
    workspace.deletePermanently(bad);
    await syncWell();
    expect(await db().syncRetry.count()).toBe(0);
  });
});

describe('odd text', () => {
  it.each([
    ['of 5,000 letters', 'x'.repeat(5_000)],
    ['of emoji', '👩‍👩‍👧‍👦🏳️‍🌈 café ☕️ 漢字 مرحبا'],
    ['that is HTML', '<img src=x onerror=alert(1)> & "quotes" </script>'],
    ['that is a formula', '=HYPERLINK("http://evil.example","click")'],
    ['that begins with a sign', '@SUM(1+1)|cmd'],
    ['that looks like SQL', "'; DROP TABLE task; -- %_\\"],
    ['with line breaks', 'one\r\ntwo\tthree'],
    ['that is empty', ''],
    ['that runs backwards', '\u202egnp.exe'],
  ])('in a title %s is stored as it is, and is not stored again', async (_, title) => {
    const issue = workspace.createIssue({ team: 'MOB', title });
    await syncWell();
    const task = must(await taskOf(issue));
    expect([task.title, task.name]).toEqual([title, `${issue.identifier}: ${title}`]);
    await isUnchanged();
  });

  it('with NUL and half a surrogate is stored without what no database holds, once', async () => {
    const issue = workspace.createIssue({ team: 'MOB', title: 'a\0b\ud83d!' });
    await syncWell();
    expect(await taskOf(issue)).toMatchObject({ title: 'ab\ufffd!' });
    workspace.updateIssue(issue, { priority: 2 });
    await syncWell();
    const [event] = await db().taskEvent.findMany({ where: { task: { externalId: issue.id } } });
    expect(JSON.parse(must(event).changes)).toEqual([{ field: 'priority', from: 'None', to: 'High' }]);
    await isUnchanged();
  });

  it('in names of teams, states, labels and people is stored as it is', async () => {
    const name = '=1+1 <b>\u{1f600}\0';
    const team = workspace.createTeam({ key: 'ODD', name, members: [...workspace.users.values()] });
    const label = workspace.createLabel({ name: `label ${name}` });
    const state = workspace.addState(team, { name: `state ${name}`, type: 'started' });
    const user = workspace.makeUser({ name: `user ${name}` });
    const issue = workspace.createIssue({ team, title: 'Odd', labels: [label], state, assignee: user });
    await syncWell();
    const clean = '=1+1 <b>\u{1f600}';
    const task = must(await taskOf(issue));
    expect(task).toMatchObject({
      stateName: `state ${clean}`,
      assigneeName: `user ${clean}`,
      project: { name: clean },
    });
    expect(JSON.parse(task.labels)).toEqual([{ name: `label ${clean}`, color: label.color }]);
    await isUnchanged();
  });
});

describe('odd workspaces', () => {
  it('has 300 labels, and an issue that carries them all', async () => {
    const labels = Array.from({ length: 300 }, (_, index) => workspace.createLabel({ name: `many-${index}` }));
    const issue = workspace.createIssue({ team: 'DES', title: 'Much labelled', labels });
    await syncWell();
    const stored = JSON.parse(must(await taskOf(issue)).labels) as { name: string }[];
    expect(stored.map(({ name }) => name).sort()).toEqual(labels.map(({ name }) => name).sort());
    // Asking for the rest of its labels may cost requests, storing it again may not.
    expect((await syncWell()).counts).toMatchObject({ created: 0, updated: 0 });
  });

  it('has a team with no issue, which gets its project and is done', async () => {
    const team = workspace.createTeam({ key: 'NIL', name: 'Nothing yet' });
    await syncWell();
    expect(await db().project.findFirst({ where: { externalId: team.id } })).toMatchObject({
      name: 'Nothing yet',
      key: 'NIL',
    });
    expect(await db().teamScope.findFirst({ where: { externalTeamId: team.id } })).toMatchObject({
      walkState: 'done',
      selected: true,
    });
  });

  it('has two teams of one name, and a project made by hand with it too: three projects', async () => {
    await db().project.create({ data: { id: 'hand-made', name: 'Twins', color: '#000000', source: 'manual' } });
    const [one, two] = ['TWA', 'TWB'].map((key) => workspace.createTeam({ key, name: 'Twins' }));
    const issues = [one, two].map((team) => workspace.createIssue({ team: must(team), title: 'Same name' }));
    await syncWell();
    const projects = await db().project.findMany({ where: { name: 'Twins' }, include: { tasks: true } });
    expect(projects.map(({ key, tasks }) => [key, tasks.map(({ externalId }) => externalId)])).toEqual(
      expect.arrayContaining([
        ['TWA', [issues[0]?.id]],
        ['TWB', [issues[1]?.id]],
        [null, []],
      ]),
    );
    expect(projects).toHaveLength(3);
  });

  it('has a state of a type that nobody knows: its tasks are to do', async () => {
    const state = workspace.addState('ENG', { name: 'Levitating', type: 'levitating' });
    const issue = workspace.createIssue({ team: 'ENG', title: 'Up', state });
    await syncWell();
    expect(await taskOf(issue)).toMatchObject({ status: 'todo', stateType: 'levitating' });
  });
});
