import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/lib/kit/must';
import type { Issue } from '@/tests/fakes/linear/model';
import type { CliRig } from '@/tests/support/cli';
import { IssuesRig } from './issues-rig';

let rig: IssuesRig;
let cli: CliRig;
let login: Issue;

beforeAll(async () => {
  rig = await IssuesRig.start();
  ({ cli, login } = rig);
  const { workspace } = rig.rig;
  workspace.createLabel({ name: 'Twice', color: '#00ff00' });
  workspace.createLabel({ name: 'Twice', color: '#0000ff', team: rig.team });
});
afterAll(() => rig.stop());
beforeEach(() => rig.clear());

const issue = (...args: string[]) => rig.issue(...args);
const json = (...args: string[]) => rig.json(...args);

describe('changing', () => {
  it('moves an issue by the name of a state, whatever its case', async () => {
    const { exit, stdout } = await issue('state', login.identifier, 'in progress');
    expect([exit, stdout]).toEqual([0, `${login.identifier}: Fix the login  In Progress\n`]);
    expect(login.state.name).toBe('In Progress');
  });

  it('assigns to me and to others, and unassigns', async () => {
    await issue('assign', login.identifier);
    expect(login.assignee?.name).toBe('Ada Whitfield');
    const bruno = must([...rig.rig.workspace.users.values()][1]);
    await issue('assign', login.identifier, bruno.name.toUpperCase());
    expect(login.assignee?.id).toBe(bruno.id);
    await issue('unassign', login.identifier);
    expect(login.assignee).toBeNull();
  });

  it('adds, removes and sets labels', async () => {
    const names = () => login.labels.map(({ name }) => name).sort();
    await issue('label', 'add', login.identifier, 'bug', 'Chore');
    expect(names()).toEqual(['Bug', 'Chore']);
    await issue('label', 'remove', login.identifier, 'Chore');
    expect(names()).toEqual(['Bug']);
    await issue('labels', 'set', login.identifier, 'Feature');
    expect(names()).toEqual(['Feature']);
    await issue('labels', 'set', login.identifier);
    expect(names()).toEqual([]);
  });

  it('changes several fields at once, and clears them', async () => {
    const given = [
      '--title',
      'Mend the login',
      '--priority',
      'high',
      '--estimate',
      '3',
      '--due',
      '2026-12-24',
      '--cycle',
      'current',
    ];
    expect((await issue('update', login.identifier, ...given)).exit).toBe(0);
    expect(login).toMatchObject({ title: 'Mend the login', priority: 2, estimate: 3, dueDate: '2026-12-24' });
    expect(login.cycle).not.toBeNull();
    await issue(
      'update',
      login.identifier,
      '--estimate',
      'none',
      '--due',
      'none',
      '--cycle',
      'none',
      '--title',
      'Fix the login',
    );
    expect(login).toMatchObject({ estimate: null, dueDate: null, cycle: null });
  });

  it('says what it set, and what the issue has besides', async () => {
    const { stdout } = await issue(
      'update',
      login.identifier,
      '--priority',
      'low',
      '--estimate',
      '1',
      '--due',
      'today',
    );
    expect(stdout).toMatch(/ {2}In Progress, low, 1 point, due \d+ \w{3} \d{4}\n$/);
    await issue('update', login.identifier, '--priority', 'none', '--estimate', 'none', '--due', 'none');
  });

  it('answers 3 for a state of another team, by name and by id', async () => {
    const theirs = must([...rig.rig.workspace.teams.values()].find(({ id }) => id !== rig.team.id));
    const state = rig.rig.workspace.addState(theirs, { name: 'Theirs alone', type: 'started' });
    for (const named of [state.name, state.id]) {
      const result = await json('state', login.identifier, named);
      expect([result.exit, result.error().code]).toEqual([3, 'unknown_state']);
    }
    expect(login.state.name).toBe('In Progress');
  });

  it('takes a description from standard input', async () => {
    await cli.run(['issue', 'update', login.identifier, '--description', '-'], { input: 'One\n\n* two\n' });
    expect(login.description).toBe('One\n\n* two');
  });

  it.each([
    ['state', ['state', 'LOGIN', 'In Progres'], ['In Progress']],
    ['label', ['label', 'add', 'LOGIN', 'Bugg'], ['Bug']],
    ['user', ['assign', 'LOGIN', 'Ada Whitfeld'], ['Ada Whitfield']],
  ])('offers the nearest %s, and answers 3', async (kind, args, near) => {
    const result = await json(...args.map((word) => (word === 'LOGIN' ? login.identifier : word)));
    expect(result.exit).toBe(3);
    expect(result.error()).toMatchObject({ code: `unknown_${kind}`, nearest: expect.arrayContaining(near) });
  });

  it('answers 3 for a cycle that is over, and a label that exists twice', async () => {
    expect((await json('cycle', login.identifier, '1')).error()).toMatchObject({ code: 'unknown_cycle', exitCode: 3 });
    const twice = await json('label', 'add', login.identifier, 'Twice');
    expect([twice.exit, twice.error().code]).toEqual([3, 'ambiguous_label']);
    const [first] = twice.error()['found'] as { id: string }[];
    expect((await issue('label', 'add', login.identifier, must(first).id)).exit).toBe(0);
    await issue('labels', 'set', login.identifier);
  });

  it('finds a label by a name that it has only just got', async () => {
    const chore = must(rig.labelNamed('Chore'));
    await cli.run(['labels', '--team', rig.team.key]);
    chore.name = 'Upkeep';
    expect((await issue('label', 'add', login.identifier, 'Upkeep')).exit).toBe(0);
    chore.name = 'Chore';
    await issue('labels', 'set', login.identifier);
    const stale = await json('label', 'add', login.identifier, 'Upkeep');
    expect([stale.exit, login.labels]).toEqual([3, []]);
  });

  it.each([
    [['update', 'LOGIN'], 'Nothing to change is given.'],
    [['update', 'LOGIN', '--priority', 'hi'], 'Did you mean high'],
    [['update', 'LOGIN', '--estimate', 'two'], 'Give whole points, or none.'],
    [['update', 'LOGIN', '--due', 'soon'], 'is no day'],
    [['update', 'LOGIN', '--title', ''], 'Name the issue.'],
    [['link', 'LOGIN', 'causes', 'OTHER'], 'Allowed choices are blocks, blocked-by'],
  ])('answers 2 for issue %j', async (args, said) => {
    const result = await issue(...args.map((word) => (word === 'LOGIN' ? login.identifier : word)));
    expect([result.exit, result.stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});
