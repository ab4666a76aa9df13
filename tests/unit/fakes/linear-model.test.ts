import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Workspace } from '@/tests/fakes/linear/workspace';
import { identifiers, makeIssues, type Rig, startRig } from './ask-linear';

let rig: Rig;
let workspace: Workspace;

beforeEach(async () => {
  rig = await startRig();
  workspace = rig.simulator.workspace;
  makeIssues(rig, 2);
  rig.tick();
});

afterEach(() => rig.simulator.stop());

function stamp(ref: string): string {
  return workspace.issue(ref).updatedAt;
}

describe('updatedAt', () => {
  test.each([
    ['title', { title: 'New' }],
    ['description', { description: 'New' }],
    ['priority', { priority: 2 }],
    ['due date', { dueDate: '2026-05-01' }],
    ['state', { state: 'Done' }],
    ['assignee', { assignee: 'Ada Whitfield' }],
    ['labels', { labels: [] }],
    ['project', { project: null }],
  ])('moves with the %s', (_name, changes) => {
    workspace.updateIssue('ENG-1', changes);
    expect(stamp('ENG-1')).toBe(workspace.now());
  });

  test.each(['archiveIssue', 'unarchiveIssue', 'trashIssue', 'restoreIssue'] as const)('stays with %s', (operation) => {
    const before = stamp('ENG-1');
    workspace[operation]('ENG-1');
    expect(stamp('ENG-1')).toBe(before);
  });

  test('stays with a comment and with a change of the team key', () => {
    const before = stamp('ENG-1');
    workspace.comment('ENG-1', 'Hello');
    workspace.changeTeamKey('ENG', 'CORE');
    expect(stamp('CORE-1')).toBe(before);
  });

  test('moves with archiving when Linear should be so', () => {
    workspace.behaviour.bumpUpdatedAtOnArchive = true;
    workspace.archiveIssue('ENG-1');
    expect(stamp('ENG-1')).toBe(workspace.now());
  });

  test('puts a changed issue at the head of the updatedAt order only', async () => {
    workspace.updateIssue('ENG-1', { title: 'Touched' });
    expect(identifiers(await rig.page({ orderBy: 'updatedAt' }))).toEqual(['ENG-1', 'ENG-2']);
    expect(identifiers(await rig.page())).toEqual(['ENG-2', 'ENG-1']);
  });
});

describe('identifiers', () => {
  test('change with a move to another team, and the old one goes on resolving', async () => {
    workspace.createTeam({ key: 'MOB', name: 'Mobile' });
    workspace.updateIssue('ENG-1', { state: 'In Progress' });
    const { id } = workspace.moveIssue('ENG-1', 'MOB');
    const { body } = await rig.ask(
      '{ issue(id: "ENG-1") { id identifier previousIdentifiers team { key } state { name team { key } } } }',
    );
    expect(body.data?.issue).toEqual({
      id,
      identifier: 'MOB-1',
      previousIdentifiers: ['ENG-1'],
      team: { key: 'MOB' },
      state: { name: 'In Progress', team: { key: 'MOB' } },
    });
  });

  test('change with the key of the team', async () => {
    workspace.changeTeamKey('ENG', 'CORE');
    const page = await rig.page();
    expect(identifiers(page)).toEqual(['CORE-2', 'CORE-1']);
    expect(page.nodes[1]?.previousIdentifiers).toEqual(['ENG-1']);
    expect((await rig.ask('{ issue(id: "ENG-2") { identifier } }')).body.data).toEqual({
      issue: { identifier: 'CORE-2' },
    });
  });

  test('are never given twice', () => {
    workspace.deletePermanently('ENG-2');
    expect(workspace.createIssue({ team: 'ENG' }).identifier).toBe('ENG-3');
  });
});

describe('a workspace', () => {
  test('gives a new team six states without triage', async () => {
    const { body } = await rig.ask('{ workflowStates { nodes { name type } } }');
    const { nodes } = (body.data?.workflowStates ?? { nodes: [] }) as { nodes: { name: string; type: string }[] };
    expect(nodes.map((state) => state.name).sort()).toEqual([
      'Backlog',
      'Canceled',
      'Done',
      'Duplicate',
      'In Progress',
      'Todo',
    ]);
    expect(nodes.map((state) => state.type).sort()).toEqual([
      'backlog',
      'canceled',
      'completed',
      'duplicate',
      'started',
      'unstarted',
    ]);
  });

  test('stamps an issue with the phases of its state', () => {
    expect(workspace.updateIssue('ENG-1', { state: 'Done' })).toMatchObject({
      completedAt: workspace.now(),
      startedAt: workspace.now(),
    });
    expect(workspace.updateIssue('ENG-1', { state: 'Todo' })).toMatchObject({ completedAt: null, canceledAt: null });
    expect(workspace.updateIssue('ENG-1', { state: 'Duplicate' })).toMatchObject({ canceledAt: workspace.now() });
  });

  test('leaves no trace of what is deleted for good', async () => {
    workspace.updateIssue('ENG-2', { parent: 'ENG-1' });
    workspace.deletePermanently('ENG-1');
    const { body } = await rig.ask('{ issues(includeArchived: true) { nodes { identifier parent { id } } } }');
    expect(body.data?.issues).toEqual({ nodes: [{ identifier: 'ENG-2', parent: null }] });
  });

  test('forgets a deleted team with all that is in it', async () => {
    workspace.deleteTeam('ENG');
    const { body } = await rig.ask(
      '{ teams { nodes { key } } issues { nodes { id } } workflowStates { nodes { id } } }',
    );
    expect(body.data).toEqual({ teams: { nodes: [] }, issues: { nodes: [] }, workflowStates: { nodes: [] } });
  });

  test('has the same ids and keys for the same seed', () => {
    const make = (seed: number) => {
      const own = new Workspace({ seed, clock: () => new Date(0) });
      own.makeUser({ name: 'Ada Whitfield' });
      own.createTeam({ key: 'ENG', name: 'Engineering' });
      return [own.createIssue({ team: 'ENG' }).id, own.createKey().value];
    };
    expect(make(7)).toEqual(make(7));
    expect(make(7)).not.toEqual(make(8));
    expect(make(7)[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(make(7)[1]).toMatch(/^lin_api_[A-Za-z0-9]{40}$/);
  });
});
