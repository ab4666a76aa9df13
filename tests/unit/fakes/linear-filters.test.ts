import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identifiers, type Rig, startRig } from './ask-linear';

let rig: Rig;

/** ENG-1 … ENG-4 a day apart, MOB-1 a day later, then the clock a day after that. */
beforeAll(async () => {
  rig = await startRig();
  const { workspace } = rig.simulator;
  const bruno = workspace.makeUser({ name: 'Bruno Castellan', email: 'bruno@example.com' });
  workspace.createTeam({ key: 'MOB', name: 'Mobile' });
  workspace.createLabel({ name: 'Bug' });
  const day = 86_400_000;
  workspace.createIssue({ team: 'ENG', title: 'Fix Café menu', state: 'Done', assignee: 'Ada Whitfield' });
  rig.tick(day);
  workspace.createIssue({ team: 'ENG', title: 'Second', state: 'Todo', assignee: bruno, labels: ['Bug'], priority: 1 });
  rig.tick(day);
  workspace.createIssue({ team: 'ENG', title: 'Third', state: 'In Progress', parent: 'ENG-1', dueDate: '2026-04-01' });
  rig.tick(day);
  workspace.createIssue({ team: 'ENG', title: 'Fourth', state: 'Canceled', estimate: 3 });
  rig.tick(day);
  workspace.createIssue({ team: 'MOB', title: 'Fifth', state: 'Duplicate' });
  workspace.archiveIssue('ENG-4');
  rig.tick(day);
});

afterAll(() => rig.simulator.stop());

describe('issue filters', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ['team key', { team: { key: { in: ['MOB'] } } }, ['MOB-1']],
    ['team key in the wrong case', { team: { key: { in: ['mob'] } } }, []],
    ['team key without case', { team: { key: { eqIgnoreCase: 'mob' } } }, ['MOB-1']],
    ['number', { number: { in: [2, 3] } }, ['ENG-3', 'ENG-2']],
    ['number range', { number: { gt: 1, lte: 3 }, team: { name: { eq: 'Engineering' } } }, ['ENG-3', 'ENG-2']],
    ['state type', { state: { type: { nin: ['completed', 'canceled', 'duplicate'] } } }, ['ENG-3', 'ENG-2']],
    ['state name', { state: { name: { eq: 'Todo' } } }, ['ENG-2']],
    ['assignee e-mail', { assignee: { email: { eq: 'bruno@example.com' } } }, ['ENG-2']],
    ['assignee me', { assignee: { isMe: { eq: true } } }, ['ENG-1']],
    ['nobody', { assignee: { null: true } }, ['MOB-1', 'ENG-4', 'ENG-3']],
    [
      'nobody or me',
      { assignee: { or: [{ null: true }, { isMe: { eq: true } }] } },
      ['MOB-1', 'ENG-4', 'ENG-3', 'ENG-1'],
    ],
    ['a parent', { parent: { number: { eq: 1 } } }, ['ENG-3']],
    ['a label', { labels: { name: { eq: 'Bug' } } }, ['ENG-2']],
    ['no label', { labels: { length: { eq: 0 } }, number: { lt: 3 }, team: { key: { eq: 'ENG' } } }, ['ENG-1']],
    ['every label', { labels: { every: { name: { eq: 'Bug' } } }, number: { eq: 2 } }, ['ENG-2']],
    ['or', { or: [{ number: { eq: 4 } }, { title: { startsWith: 'Sec' } }] }, ['ENG-4', 'ENG-2']],
    ['and', { and: [{ number: { gte: 2 } }, { number: { lt: 3 } }] }, ['ENG-2']],
    ['title without accents', { title: { containsIgnoreCaseAndAccent: 'cafe' } }, ['ENG-1']],
    ['created since', { createdAt: { gte: '2026-03-04' } }, ['MOB-1', 'ENG-4']],
    ['created before', { createdAt: { lt: '2026-03-02T00:00:00Z' } }, ['ENG-1']],
    ['created at', { createdAt: { eq: '2026-03-02T00:00:00.000Z' } }, ['ENG-2']],
    ['created in one of two instants', { createdAt: { in: ['2026-03-01', '2026-03-02'] } }, ['ENG-2', 'ENG-1']],
    ['created in a year', { createdAt: { gte: '2026', lt: '2027' }, number: { eq: 4 } }, ['ENG-4']],
    ['created within two days', { createdAt: { gt: '-P2D' } }, ['MOB-1']],
    ['created within fifty hours', { createdAt: { gte: '-PT50H' } }, ['MOB-1', 'ENG-4']],
    ['updated in a window', { updatedAt: { gte: '2026-03-02', lte: '2026-03-03' } }, ['ENG-3', 'ENG-2']],
    ['archived since', { archivedAt: { gte: '2026-03-05' } }, ['ENG-4']],
    ['not archived', { archivedAt: { null: true }, number: { gt: 2 } }, ['ENG-3']],
    ['completed', { completedAt: { null: false } }, ['ENG-1']],
    ['due date', { dueDate: { lte: '2026-04-01' } }, ['ENG-3']],
    ['priority', { priority: { eq: 1 } }, ['ENG-2']],
    ['estimate', { estimate: { or: [{ gt: 2 }, { eq: 0 }] } }, ['ENG-4']],
    ['nothing at all', {}, ['MOB-1', 'ENG-4', 'ENG-3', 'ENG-2', 'ENG-1']],
  ])('find by %s', async (_name, filter, expected) => {
    expect(identifiers(await rig.page({ filter, includeArchived: true }))).toEqual(expected);
    const byUpdate = await rig.page({ filter, includeArchived: true, orderBy: 'updatedAt' });
    expect(identifiers(byUpdate)).toEqual(expected);
  });

  test('find by ids', async () => {
    const id = (ref: string) => rig.simulator.workspace.issue(ref).id;
    const filter = { id: { in: [id('ENG-1'), id('MOB-1')] } };
    expect(identifiers(await rig.page({ filter }))).toEqual(['MOB-1', 'ENG-1']);
  });
});

describe('filters of other lists', () => {
  test('find the states that changed since an instant, without a change of their issues', async () => {
    const { workspace } = rig.simulator;
    workspace.renameState('ENG', 'Todo', 'Up next');
    const query =
      '{ workflowStates(filter: { updatedAt: { gte: "-PT1H" }, team: { key: { eq: "ENG" } } }) { nodes { name } } }';
    expect((await rig.ask(query)).body.data).toEqual({ workflowStates: { nodes: [{ name: 'Up next' }] } });
    expect(workspace.issue('ENG-2').updatedAt).toBe('2026-03-02T00:00:00.000Z');
    workspace.renameState('ENG', 'Up next', 'Todo');
  });

  test('find teams by key, with their issue counts', async () => {
    const { body } = await rig.ask(
      '{ teams(filter: { key: { eq: "ENG" } }) { nodes { name issueCount all: issueCount(includeArchived: true) } } }',
    );
    expect(body.data).toEqual({ teams: { nodes: [{ name: 'Engineering', issueCount: 3, all: 4 }] } });
  });

  test('hide disabled users unless asked for them', async () => {
    const { workspace } = rig.simulator;
    workspace.updateUser('Bruno Castellan', { active: false });
    const shown = await rig.ask('{ users { nodes { name } } all: users(includeDisabled: true) { nodes { name } } }');
    expect(shown.body.data).toMatchObject({ users: { nodes: [{ name: 'Ada Whitfield' }] } });
    expect(shown.body.data?.all).toMatchObject({ nodes: expect.arrayContaining([{ name: 'Bruno Castellan' }]) });
    workspace.updateUser('Bruno Castellan', { active: true });
  });
});
