import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { POST as archive } from '@/app/api/v1/tasks/[id]/archive/route';
import { GET as getIssue } from '@/app/api/v1/tasks/[id]/issue/route';
import { POST as unarchive } from '@/app/api/v1/tasks/[id]/unarchive/route';
import type { Task } from '@/lib/contracts/task';
import { must } from '@/lib/kit/must';
import { WriteRig } from './linear-write-rig';

const coming = { startsAt: '2030-01-07T00:00:00.000Z', endsAt: '2030-01-21T00:00:00.000Z' };

let write: WriteRig;

beforeAll(async () => {
  write = await WriteRig.start();
});
afterEach(() => write.faults.clear());
afterAll(() => write.rig.stop());

describe('changing an issue', () => {
  it('sets state, assignee, priority, estimate, due date, title, description and cycle in one mutation', async () => {
    const { issue, task } = await write.issue();
    const { fields } = await task.live();
    const user = must(
      [...write.workspace.users.values()].find(({ active }) => active),
      'a user',
    );
    const cycle = write.workspace.createCycle({ team: 'ENG', number: 90, ...coming });
    const set = {
      stateId: write.stateOf(issue.team, 'completed').id,
      assigneeId: user.id,
      priority: 2,
      estimate: 3,
      dueDate: '2026-12-24',
      title: 'Fix the login for good',
      description: '# Why\n\nIt is broken.',
      cycleId: cycle.id,
    };
    write.rig.linear.requests.clear();
    const { status, body } = await task.change({ set, base: fields });
    expect(status).toBe(200);
    expect(write.sent()).toEqual(['UpdateIssue']);
    expect(body.issue.fields).toEqual({ ...set, labelIds: [] });
    expect(body.task).toMatchObject({
      status: 'done',
      title: 'Fix the login for good',
      priority: 2,
      estimate: 3,
      dueDate: '2026-12-24',
      assignee: { name: user.name },
    });
    expect(issue).toMatchObject({
      title: 'Fix the login for good',
      cycle,
      assignee: user,
      description: set.description,
    });
  });

  it.each([
    ['two requests', { priority: 3 }, ['LiveIssue', 'UpdateIssue']],
    ['a third where it is set to something of the team', null, ['LiveIssue', 'References', 'UpdateIssue']],
  ])('costs %s', async (_what, given, requests) => {
    const { issue, task } = await write.issue();
    const set = given ?? { stateId: write.stateOf(issue.team, 'started').id };
    write.rig.linear.requests.clear();
    await task.change({ set });
    expect(write.rig.linear.requests.map(({ operationName }) => operationName)).toEqual(requests);
  });

  it('writes into the history who did it', async () => {
    const { task } = await write.issue();
    await task.change({ set: { priority: 1 }, base: { priority: 0 } });
    expect(await task.events()).toMatchObject([
      { kind: 'updated', by: 'Test admin', runId: null, changes: [{ field: 'priority', from: 'None', to: 'Urgent' }] },
    ]);
  });

  it('clears what is set to null, and nothing else', async () => {
    const { issue, task } = await write.issue();
    write.workspace.updateIssue(issue, { estimate: 5, dueDate: '2026-12-01', description: 'Kept.' });
    const { status } = await task.change({ set: { dueDate: null } });
    expect(status).toBe(200);
    expect(issue).toMatchObject({ dueDate: null, estimate: 5, description: 'Kept.' });
  });

  it('sends nothing when all is as wanted already', async () => {
    const { task } = await write.issue();
    const { fields } = await task.live();
    write.rig.linear.requests.clear();
    expect((await task.change({ set: fields, base: fields })).status).toBe(200);
    expect(write.sent()).toEqual([]);
    expect(await task.events()).toEqual([]);
  });

  it('adds and removes labels, and leaves those that others put on meanwhile', async () => {
    const { issue, task } = await write.issue();
    const [bug, ui, late] = ['bug-a', 'ui-a', 'late-a'].map((name) => write.workspace.createLabel({ name }));
    write.workspace.setLabels(issue, [must(bug, 'bug').id]);
    write.faults.add(
      {
        kind: 'run',
        at: 'before',
        run: (workspace) => void workspace.setLabels(issue, [must(bug, 'b').id, must(late, 'l').id]),
      },
      { next: 1, contains: 'mutation UpdateIssue' },
    );
    const { status } = await task.change({ addLabelIds: [must(ui, 'ui').id], removeLabelIds: [must(bug, 'bug').id] });
    expect(status).toBe(200);
    expect(issue.labels.map(({ name }) => name).sort()).toEqual(['late-a', 'ui-a']);
    expect((await task.task()).labels.map(({ name }) => name).sort()).toEqual(['late-a', 'ui-a']);
  });
});

describe('an issue that changed meanwhile', () => {
  it('answers both values and writes nothing', async () => {
    const { issue, task } = await write.issue();
    const { fields } = await task.live();
    write.workspace.updateIssue(issue, { priority: 4, title: 'Theirs' });
    write.rig.linear.requests.clear();
    const { status, body } = await task.refused({ set: { title: 'Mine', priority: 1, estimate: 2 }, base: fields });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'issue_changed' });
    expect(body.conflicts).toEqual([
      { field: 'title', shown: 'Fix the login', theirs: 'Theirs', yours: 'Mine' },
      { field: 'priority', shown: 0, theirs: 4, yours: 1 },
    ]);
    expect(write.sent()).toEqual([]);
    expect(issue.estimate).toBeNull();
  });

  it('brings what others changed here, and does not put it down to the person', async () => {
    const { issue, task } = await write.issue();
    const { fields } = await task.live();
    write.workspace.updateIssue(issue, { title: 'Theirs' });
    await task.refused({ set: { title: 'Mine' }, base: fields });
    expect((await task.task()).title).toBe('Theirs');
    expect(await task.events()).toMatchObject([
      { kind: 'updated', by: null, changes: [{ field: 'title', to: 'Theirs' }] },
    ]);
  });

  it('takes a change of other fields', async () => {
    const { issue, task } = await write.issue();
    const { fields } = await task.live();
    write.workspace.updateIssue(issue, { title: 'Theirs' });
    expect((await task.change({ set: { priority: 3 }, base: { priority: fields.priority } })).status).toBe(200);
    expect(issue).toMatchObject({ title: 'Theirs', priority: 3 });
  });

  it('writes over it once the person has seen it', async () => {
    const { issue, task } = await write.issue();
    write.workspace.updateIssue(issue, { title: 'Theirs' });
    expect((await task.change({ set: { title: 'Mine' }, base: { title: 'Theirs' } })).status).toBe(200);
    expect(issue.title).toBe('Mine');
  });

  it('is no conflict where both want the same', async () => {
    const { issue, task } = await write.issue();
    write.workspace.updateIssue(issue, { priority: 2 });
    expect((await task.change({ set: { priority: 2 }, base: { priority: 0 } })).status).toBe(200);
  });

  it('lets one of two people win who change the same at once', async () => {
    const { issue, task } = await write.issue();
    const both = await Promise.all(
      ['Ada', 'Bea'].map((name) => task.refused({ set: { title: name }, base: { title: 'Fix the login' } })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(['Ada', 'Bea']).toContain(issue.title);
  });
});

describe('what the issue cannot be set to', () => {
  const refuse = async (set: Record<string, unknown>, words: RegExp) => {
    const { task } = await write.issue();
    write.rig.linear.requests.clear();
    const { status, body } = await task.refused({ set });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid_reference' });
    expect(body.detail).toMatch(words);
    expect(write.sent()).toEqual([]);
  };

  it('refuses a state of another team', async () => {
    await refuse({ stateId: write.stateOf(write.team('DES'), 'started').id }, /team DES, and the issue to ENG/);
  });

  it('refuses a cycle of another team', async () => {
    const cycle = write.workspace.createCycle({ team: 'DES', number: 91, ...coming });
    await refuse({ cycleId: cycle.id }, /team DES/);
  });

  it('refuses a person who left', async () => {
    const user = write.workspace.makeUser({ name: 'Gone Girl', email: 'gone@northwind.example', active: false });
    await refuse({ assigneeId: user.id }, /Gone Girl cannot be assigned|no such person/);
  });

  it('refuses a label that does not exist', async () => {
    await refuse({ labelIds: ['00000000-0000-4000-8000-000000000000'] }, /no such label/);
  });

  it('tells labels of the same name apart: each is named by its id', async () => {
    const [workspaces, teams] = [{}, { team: 'ENG' }].map((of) =>
      write.workspace.createLabel({ name: 'twice-c', ...of }),
    );
    const { issue, task } = await write.issue();
    expect((await task.change({ addLabelIds: [must(teams, 'label').id] })).status).toBe(200);
    expect(issue.labels.map(({ id }) => id)).toEqual([teams?.id]);
    expect(
      (await task.change({ addLabelIds: [must(workspaces, 'label').id], removeLabelIds: [must(teams, 'label').id] }))
        .status,
    ).toBe(200);
    expect(issue.labels.map(({ id }) => id)).toEqual([workspaces?.id]);
  });

  it('refuses a group of labels', async () => {
    const group = write.workspace.createLabel({ name: 'Kind of work', isGroup: true });
    await refuse({ labelIds: [group.id] }, /group of labels/);
  });
});

describe('an issue that is not there any more', () => {
  it('says so, and marks the task, when it was deleted for good', async () => {
    const { issue, task } = await write.issue();
    write.workspace.deletePermanently(issue);
    const { status, body } = await task.refused({ set: { priority: 1 } });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'linear_issue_gone' });
    expect((await task.task()).sourceState).toBe('gone');
    await task.refused({ set: { priority: 1 } });
    expect((await task.events()).map(({ kind }) => kind)).toEqual(['gone']);
  });

  it('says so, and marks the task, when it is in the trash', async () => {
    const { issue, task } = await write.issue();
    write.workspace.trashIssue(issue);
    expect((await task.refused({ set: { priority: 1 } })).body.code).toBe('linear_issue_gone');
    expect((await task.task()).sourceState).toBe('trashed');
  });

  it('takes it back from the trash', async () => {
    const { issue, task } = await write.issue();
    write.workspace.trashIssue(issue);
    expect((await task.call<Task>(unarchive, 'POST', '/unarchive')).body.sourceState).toBe('live');
    expect(issue.trashed).toBeNull();
  });

  it('shows nothing of it either', async () => {
    const { issue, task } = await write.issue();
    write.workspace.deletePermanently(issue);
    expect((await task.call(getIssue, 'GET', '/issue')).body).toMatchObject({ code: 'linear_issue_gone' });
  });
});

describe('archiving', () => {
  it('lets an archived issue be changed, and leaves it archived', async () => {
    const { issue, task } = await write.issue();
    write.workspace.archiveIssue(issue);
    const { body } = await task.change({ set: { priority: 1 } });
    expect(body.task).toMatchObject({ priority: 1, sourceState: 'archived' });
  });

  it('archives at Linear and here, and takes it back, with the person in the history', async () => {
    const { issue, task } = await write.issue();
    expect((await task.call<Task>(archive, 'POST', '/archive')).body.sourceState).toBe('archived');
    expect(issue.archivedAt).not.toBeNull();
    expect((await task.call<Task>(unarchive, 'POST', '/unarchive')).body.sourceState).toBe('live');
    expect(issue.archivedAt).toBeNull();
    expect(await task.events()).toMatchObject([
      { kind: 'restored', by: 'Test admin' },
      { kind: 'archived', by: 'Test admin' },
    ]);
  });

  it('sends nothing for what is archived already', async () => {
    const { issue, task } = await write.issue();
    write.workspace.archiveIssue(issue);
    write.rig.linear.requests.clear();
    expect((await task.call<Task>(archive, 'POST', '/archive')).body.sourceState).toBe('archived');
    expect(write.sent()).toEqual([]);
  });
});
