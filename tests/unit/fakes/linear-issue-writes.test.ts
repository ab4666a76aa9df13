import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Issue } from '@/tests/fakes/linear/model';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { makeIssues, type Rig, startRig } from './ask-linear';

let rig: Rig;
let workspace: Workspace;
let issue: Issue;

beforeEach(async () => {
  rig = await startRig();
  workspace = rig.simulator.workspace;
  makeIssues(rig, 2);
  issue = workspace.issue('ENG-1');
  rig.tick(60_000);
});

afterEach(() => rig.simulator.stop());

const FIELDS =
  'id identifier title updatedAt estimate dueDate priority state { id name } assignee { name } labels { nodes { name } } previousIdentifiers';
const UPDATE = `mutation Update($id: String!, $input: IssueUpdateInput!) {
  issueUpdate(id: $id, input: $input) { success lastSyncId issue { ${FIELDS} } }
}`;
const CREATE = `mutation Create($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { ${FIELDS} } } }`;

type Payload = { success: boolean; issue: Record<string, unknown> };

async function update(id: string, input: Record<string, unknown>): Promise<Payload> {
  const { body } = await rig.ask(UPDATE, { id, input });
  if (body.errors !== undefined) throw new Error(body.errors[0]?.extensions.userPresentableMessage);
  return body.data?.issueUpdate as Payload;
}

async function refused(query: string, variables: Record<string, unknown>) {
  const { status, body } = await rig.ask(query, variables);
  const [error] = body.errors ?? [];
  return { status, data: body.data, message: error?.message, presentable: error?.extensions.userPresentableMessage };
}

describe('issueUpdate', () => {
  test('changes what is given, by identifier too, and answers the issue as it is now', async () => {
    const done = workspace.state('ENG', 'Done');
    const answer = await update('ENG-1', { stateId: done.id, title: 'Better', estimate: 3, dueDate: '2026-04-01' });
    expect(answer).toMatchObject({
      success: true,
      issue: { title: 'Better', estimate: 3, dueDate: '2026-04-01', state: { name: 'Done' } },
    });
    expect(issue.updatedAt).toBe(workspace.now());
    expect(issue.completedAt).toBe(workspace.now());
  });

  test('clears with null, and leaves what is absent', async () => {
    const { id } = workspace.user('Ada Whitfield');
    await update(issue.id, { assigneeId: id, estimate: 5, priority: 2, description: 'Long' });
    await update(issue.id, { assigneeId: null, estimate: null });
    expect(issue).toMatchObject({ assignee: null, estimate: null, priority: 2, description: 'Long' });
  });

  test('moves no stamp when everything is already so', async () => {
    const before = issue.updatedAt;
    await update(issue.id, { title: issue.title, stateId: issue.state.id, labelIds: [] });
    expect(issue.updatedAt).toBe(before);
  });

  test('replaces labels, or adds and removes single ones', async () => {
    const [bug, urgent, later] = ['Bug', 'Urgent', 'Later'].map((name) => workspace.createLabel({ name }).id);
    await update(issue.id, { labelIds: [bug, urgent] });
    await update(issue.id, { addedLabelIds: [later], removedLabelIds: [bug] });
    expect(issue.labels.map((label) => label.name)).toEqual(['Urgent', 'Later']);
    await update(issue.id, { labelIds: [bug] });
    expect(issue.labels.map((label) => label.name)).toEqual(['Bug']);
  });

  test('refuses two labels of one group, and a label of another team', async () => {
    const other = workspace.createTeam({ key: 'MOB', name: 'Mobile' });
    const group = workspace.createLabel({ name: 'Type' });
    const [bug, chore] = ['Bug', 'Chore'].map((name) => {
      const label = workspace.createLabel({ name });
      label.parent = group;
      return label.id;
    });
    const theirs = workspace.createLabel({ name: 'Android', team: other });
    expect(await refused(UPDATE, { id: issue.id, input: { labelIds: [bug, chore] } })).toMatchObject({
      status: 200,
      data: null,
      message: 'labelIds not exclusive child labels',
      presentable:
        "The label 'Chore' is in the same group as 'Bug'. Only one label in a group can be applied to an issue.",
    });
    const answer = await refused(UPDATE, { id: issue.id, input: { labelIds: [theirs.id] } });
    expect(answer.presentable).toBe("The label 'Android' does not belong to Engineering.");
    expect(issue.labels).toEqual([]);
  });

  test('refuses a state, a cycle and a project of another team in the same words', async () => {
    const team = workspace.createTeam({ key: 'MOB', name: 'Mobile' });
    const stateId = workspace.state('MOB', 'Done').id;
    const times = { startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2026-03-15T00:00:00.000Z' };
    const cycleId = workspace.createCycle({ team, number: 1, ...times }).id;
    const projectId = workspace.createProject({ name: 'App', teams: [team] }).id;
    for (const input of [{ stateId }, { cycleId }, { projectId }]) {
      expect((await refused(UPDATE, { id: issue.id, input })).message).toBe(
        'Discrepancy between issue team and state, cycle or project',
      );
    }
  });

  test('refuses what is no UUID, a priority above four and an empty title', async () => {
    const answers = await Promise.all(
      [{ stateId: 'Done' }, { priority: 5 }, { title: ' ' }].map((input) => refused(UPDATE, { id: 'ENG-1', input })),
    );
    expect(answers.map((answer) => answer.presentable)).toEqual([
      'stateId must be a UUID.',
      'priority must not be greater than 4.',
      'title must be longer than or equal to 1 characters.',
    ]);
    expect(answers.every((answer) => answer.message === 'Argument Validation Error')).toBe(true);
  });

  test('moves to another team under a new identifier, and drops what that team has not', async () => {
    const team = workspace.createTeam({ key: 'MOB', name: 'Mobile' });
    const project = workspace.createProject({ name: 'Engine', teams: ['ENG'] });
    workspace.updateIssue(issue, { project });
    const { issue: moved } = await update('ENG-1', { teamId: team.id, stateId: workspace.state('MOB', 'Done').id });
    expect(moved).toMatchObject({ identifier: 'MOB-1', previousIdentifiers: ['ENG-1'], state: { name: 'Done' } });
    expect(issue.project).toBeNull();
    expect((await update('ENG-1', { priority: 1 })).issue.identifier).toBe('MOB-1');
  });

  test('trashes and restores', async () => {
    await update(issue.id, { trashed: true });
    expect(issue.trashed).toBe(true);
    await update(issue.id, { trashed: null });
    expect([issue.trashed, issue.archivedAt]).toEqual([null, null]);
  });

  test('knows only what the key may see', async () => {
    workspace.createTeam({ key: 'MOB', name: 'Mobile' });
    const theirs = workspace.createIssue({ team: 'MOB', title: 'Secret' });
    const key = workspace.createKey({ teams: ['ENG'] }).value;
    const { body } = await rig.ask(UPDATE, { id: theirs.id, input: { title: 'Mine' } }, key);
    expect(body.errors?.[0]?.message).toBe('Entity not found: Issue');
    expect(theirs.title).toBe('Secret');
  });
});

describe('issueCreate', () => {
  test('takes an id of the client, and refuses it a second time', async () => {
    const id = randomUUID();
    const input = { id, teamId: workspace.team('ENG').id, title: 'From outside' };
    const { body } = await rig.ask(CREATE, { input });
    expect(body.data?.issueCreate).toMatchObject({ issue: { id, identifier: 'ENG-3', state: { name: 'Backlog' } } });
    expect(workspace.issue(id).creator?.name).toBe('Ada Whitfield');
    expect(await refused(CREATE, { input })).toEqual({
      status: 200,
      data: null,
      message: 'conflict on insert of Issue',
      presentable: `Entity Issue with id ${id} already exists.`,
    });
    expect(workspace.issues.size).toBe(3);
  });

  test('sets everything at once', async () => {
    const label = workspace.createLabel({ name: 'Bug' });
    const user = workspace.user('Ada Whitfield');
    const stateId = workspace.state('ENG', 'Todo').id;
    const input = { stateId, labelIds: [label.id], assigneeId: user.id, parentId: 'ENG-1', priority: 1, estimate: 2 };
    await rig.ask(CREATE, { input: { ...input, teamId: workspace.team('ENG').id, title: 'All' } });
    const made = workspace.issue('ENG-3');
    expect(made).toMatchObject({ priority: 1, estimate: 2, assignee: user, parent: issue, labels: [label] });
    expect(made.state.name).toBe('Todo');
  });

  test('makes nothing of a wrong team or without a title', async () => {
    const teamId = workspace.team('ENG').id;
    expect((await refused(CREATE, { input: { teamId: randomUUID(), title: 'X' } })).message).toBe(
      'Entity not found: Team',
    );
    expect((await refused(CREATE, { input: { teamId } })).message).toBe('Argument Validation Error');
    expect(workspace.issues.size).toBe(2);
  });
});

describe('the other writes of an issue', () => {
  test('archive without moving the stamp, trash, bring back and delete for good', async () => {
    const before = issue.updatedAt;
    await rig.ask('mutation { issueArchive(id: "ENG-1") { success entity { archivedAt } } }');
    expect([issue.archivedAt, issue.updatedAt]).toEqual([workspace.now(), before]);
    await rig.ask('mutation { issueUnarchive(id: "ENG-1") { success } }');
    expect(issue.archivedAt).toBeNull();
    await rig.ask('mutation { issueDelete(id: "ENG-1") { success } }');
    expect(issue.trashed).toBe(true);
    const forever = 'mutation { issueDelete(id: "ENG-1", permanentlyDelete: true) { success entity { id } } }';
    expect((await rig.ask(forever)).body.errors?.[0]?.message).toBe('Invalid role: admin required');
    workspace.user('Ada Whitfield').admin = true;
    expect((await rig.ask(forever)).body.data).toEqual({ issueDelete: { success: true, entity: null } });
    expect(workspace.findIssue('ENG-1')).toBeUndefined();
  });

  test('add and remove one label', async () => {
    const { id } = workspace.createLabel({ name: 'Bug' });
    await rig.ask(`mutation { issueAddLabel(id: "ENG-1", labelId: "${id}") { success } }`);
    expect(issue.labels).toHaveLength(1);
    await rig.ask(`mutation { issueRemoveLabel(id: "ENG-1", labelId: "${id}") { success } }`);
    expect(issue.labels).toHaveLength(0);
  });

  test('cost what their selections cost, and are logged like queries', async () => {
    const answer = await rig.ask('mutation Bin { issueDelete(id: "ENG-1") { success } }');
    expect(answer.headers.get('x-complexity')).toBe('2');
    const logged = rig.simulator.requests.at(-1);
    expect([logged?.operationName, logged?.cost]).toEqual(['Bin', 2]);
  });
});
