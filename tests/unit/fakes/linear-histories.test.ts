import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { makeIssues, type Rig, startRig } from './ask-linear';

let rig: Rig;
let workspace: Workspace;

beforeEach(async () => {
  rig = await startRig();
  workspace = rig.simulator.workspace;
  makeIssues(rig, 1);
});

afterEach(() => rig.simulator.stop());

async function issue(selection: string): Promise<Record<string, unknown>> {
  const { body } = await rig.ask(`{ issue(id: "ENG-1") { ${selection} } }`);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data?.issue as Record<string, unknown>;
}

const SPANS = 'stateHistory { nodes { startedAt endedAt state { name } } }';

describe('the state history', () => {
  test('of an issue that never moved is one stay since its creation', async () => {
    const { createdAt } = workspace.issue('ENG-1');
    expect(await issue(SPANS)).toEqual({
      stateHistory: { nodes: [{ startedAt: createdAt, endedAt: null, state: { name: 'Backlog' } }] },
    });
  });

  test('has a stay for each state, newest first, and none for an edit of something else', async () => {
    const { createdAt } = workspace.issue('ENG-1');
    rig.tick();
    const begun = workspace.now();
    workspace.updateIssue('ENG-1', { state: 'In Progress' });
    workspace.updateIssue('ENG-1', { state: 'In Progress', title: 'Renamed' });
    rig.tick();
    const done = workspace.now();
    workspace.updateIssue('ENG-1', { state: 'Done' });
    const nodes = [
      { startedAt: done, endedAt: null, state: { name: 'Done' } },
      { startedAt: begun, endedAt: done, state: { name: 'In Progress' } },
      { startedAt: createdAt, endedAt: begun, state: { name: 'Backlog' } },
    ];
    expect(await issue(SPANS)).toEqual({ stateHistory: { nodes } });
  });

  test('is read in pages, without an order or archived rows to ask for', async () => {
    rig.tick();
    workspace.updateIssue('ENG-1', { state: 'In Progress' });
    const first = (await issue('stateHistory(first: 1) { nodes { id stateId } pageInfo { hasNextPage endCursor } }'))
      .stateHistory as { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await issue(
      `stateHistory(first: 1, after: "${first.pageInfo.endCursor}") { nodes { state { name } } }`,
    );
    expect(second).toEqual({ stateHistory: { nodes: [{ state: { name: 'Backlog' } }] } });
    expect((await rig.ask('{ issue(id: "ENG-1") { stateHistory(orderBy: createdAt) { nodes { id } } } }')).status).toBe(
      400,
    );
  });

  test('can be written for a test, and the issue is in the last state then', async () => {
    const created = workspace.issue('ENG-1').createdAt;
    workspace.setStateHistory('ENG-1', [
      { state: 'Todo', at: created },
      { state: 'In Progress', at: '2026-03-02T10:05:00.000Z', by: 'Ada Whitfield' },
      { state: 'Done', at: '2026-03-02T12:40:00.000Z', by: 'Ada Whitfield' },
    ]);
    expect(await issue('state { name } startedAt completedAt')).toEqual({
      state: { name: 'Done' },
      startedAt: '2026-03-02T10:05:00.000Z',
      completedAt: '2026-03-02T12:40:00.000Z',
    });
    const { history } = await issue('history { nodes { fromState { name } toState { name } actor { name } } }');
    const actor = { name: 'Ada Whitfield' };
    expect(history).toEqual({
      nodes: [
        { fromState: { name: 'In Progress' }, toState: { name: 'Done' }, actor },
        { fromState: { name: 'Todo' }, toState: { name: 'In Progress' }, actor },
      ],
    });
  });
});

describe('the history', () => {
  test('says who changed what from what to what', async () => {
    const ada = workspace.user('Ada Whitfield');
    const bug = workspace.createLabel({ name: 'Bug' });
    workspace.updateIssue('ENG-1', { assignee: ada, estimate: 3, labels: [bug], description: 'Why' }, ada);
    const fields = `actor { name } actorId fromAssigneeId toAssignee { name } toAssigneeId fromEstimate toEstimate
      addedLabels { name } addedLabelIds removedLabelIds updatedDescription toStateId`;
    expect(await issue(`history { nodes { ${fields} } }`)).toEqual({
      history: {
        nodes: [
          {
            ...{ actor: { name: ada.name }, actorId: ada.id },
            ...{ fromAssigneeId: null, toAssignee: { name: ada.name }, toAssigneeId: ada.id },
            ...{ fromEstimate: null, toEstimate: 3, updatedDescription: true, toStateId: null },
            ...{ addedLabels: [{ name: 'Bug' }], addedLabelIds: [bug.id], removedLabelIds: null },
          },
        ],
      },
    });
  });

  test('tells of archiving and back, newest first, and of nothing where nothing changed', async () => {
    workspace.updateIssue('ENG-1', { title: 'Issue 1' });
    rig.tick();
    workspace.archiveIssue('ENG-1');
    rig.tick();
    workspace.unarchiveIssue('ENG-1');
    expect(await issue('history { nodes { archived } }')).toEqual({
      history: { nodes: [{ archived: false }, { archived: true }] },
    });
  });

  test('does not name a team that the key cannot see', async () => {
    workspace.createTeam({ key: 'SEC', name: 'Security' });
    workspace.createIssue({ team: 'SEC', title: 'Secret' });
    workspace.moveIssue('SEC-1', 'ENG');
    workspace.setMembers('SEC', []);
    workspace.setPrivate('SEC', true);
    const query =
      '{ issue(id: "ENG-2") { history { nodes { fromTeam { name } fromTeamId toTeam { name } fromState { name } } } } }';
    const nodes = [{ fromTeam: null, fromTeamId: null, toTeam: { name: 'Engineering' }, fromState: null }];
    expect((await rig.ask(query)).body.data).toEqual({ issue: { history: { nodes } } });
  });
});
