import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeIssues, type Rig, startRig } from './ask-linear';

let rig: Rig;

beforeEach(async () => {
  rig = await startRig();
  makeIssues(rig, 1);
  rig.tick(3_600_000);
});

afterEach(() => rig.simulator.stop());

describe('what a write leaves behind', () => {
  test('is a new span of its state, and a history in the name of the key', async () => {
    const { workspace } = rig.simulator;
    const started = workspace.state('ENG', 'In Progress');
    const { id } = workspace.user('Ada Whitfield');
    const input = `{ stateId: "${started.id}", assigneeId: "${id}" }`;
    const { body } = await rig.ask(`mutation { issueUpdate(id: "ENG-1", input: ${input}) { issue {
      history(first: 5) { nodes { actor { name } fromState { name } toState { name } toAssignee { name } } }
    } } }`);
    const name = 'Ada Whitfield';
    const entry = { actor: { name }, fromState: { name: 'Backlog' }, toState: { name: 'In Progress' } };
    const history = { nodes: [{ ...entry, toAssignee: { name } }] };
    expect(body).toEqual({ data: { issueUpdate: { issue: { history } } } });
    const now = workspace.now();
    expect(workspace.log.spansOf(workspace.issue('ENG-1'))).toMatchObject([
      { state: { name: 'Backlog' }, endedAt: now },
      { state: { name: 'In Progress' }, startedAt: now, endedAt: null },
    ]);
  });

  test('is nothing when it was refused', async () => {
    const { workspace } = rig.simulator;
    const before = workspace.changes.count;
    await rig.ask('mutation { issueUpdate(id: "ENG-1", input: { title: "New", priority: 9 }) { success } }');
    expect([workspace.issue('ENG-1').title, workspace.changes.count]).toEqual(['Issue 1', before]);
  });
});
