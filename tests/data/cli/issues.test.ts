import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createToken } from '@/lib/auth/tokens';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { ConnectionsRig } from '@/tests/data/api/connections-rig';
import type { Issue, Team } from '@/tests/fakes/linear/model';
import { ApiServer } from '@/tests/support/api-server';
import { CliRig } from '@/tests/support/cli';

let rig: ConnectionsRig;
let connectionId: string;
let server: ApiServer;
let cli: CliRig;
let team: Team;
let login: Issue;
let other: Issue;

beforeAll(async () => {
  rig = await ConnectionsRig.start({ issues: 3 });
  connectionId = (await rig.create()).body.id;
  await rig.change(connectionId, { writeBack: 'everyone' });
  server = await ApiServer.start();
  cli = await CliRig.start();
  await setEmail(rig.admin.actor.userId, 'Ada Whitfield');
  const { token } = await createToken(rig.admin.actor, { name: 'cli', scope: 'write' }, new Date());
  cli.env = { TRACKLINE_URL: server.url, TRACKLINE_TOKEN: token };
  team = must([...rig.workspace.teams.values()][0]);
  login = rig.workspace.createIssue({ team, title: 'Fix the login' });
  other = rig.workspace.createIssue({ team, title: 'Fix the logout' });
  for (const name of ['Bug', 'Feature', 'Chore'])
    if (!labelNamed(name)) rig.workspace.createLabel({ name, color: '#ff0000' });
  rig.workspace.createLabel({ name: 'Twice', color: '#00ff00' });
  rig.workspace.createLabel({ name: 'Twice', color: '#0000ff', team });
  await rig.syncToEnd(connectionId);
});
afterAll(async () => {
  await cli.stop();
  await server.stop();
  await rig.stop();
});
beforeEach(() => {
  server.fault = null;
  rig.linear.faults.clear();
});

/** As that person has it at Linear. */
async function setEmail(userId: string, name: string): Promise<void> {
  const { email } = must([...rig.workspace.users.values()].find((user) => user.name === name));
  await db().user.update({ where: { id: userId }, data: { email } });
}
const labelNamed = (name: string) => [...rig.workspace.labels.values()].find((label) => label.name === name);
const issue = (...args: string[]) => cli.run(['issue', ...args]);
const json = async (...args: string[]) => issue(...args, '--json');

describe('reading', () => {
  it('shows an issue by identifier, UUID or address', async () => {
    for (const name of [
      login.identifier.toLowerCase(),
      login.id,
      `https://linear.app/x/issue/${login.identifier}/fix-it`,
    ]) {
      const result = await json('get', name);
      expect(result.json()).toMatchObject({ task: { identifier: login.identifier }, live: { id: login.id } });
    }
    expect((await issue('get', login.identifier)).stdout).toMatch(/^\S+: Fix the login\nState +\S/);
  });

  it('lists and finds', async () => {
    const all = await issue('list', '--team', team.key.toLowerCase());
    expect(all.stdout).toMatch(/^Issue +Title +State +Assignee +Time\n/);
    expect((await json('list', '--limit', '2')).json<{ items: unknown[] }>().items).toHaveLength(2);
    const found = await json('search', 'fix', 'logout');
    expect(found.json<{ items: { identifier: string }[] }>().items.map((one) => one.identifier)).toEqual([
      other.identifier,
    ]);
    expect((await issue('search', 'no such words')).stdout).toBe('No issues.\n');
  });

  it('answers 10 for what is not there, by identifier and by UUID', async () => {
    for (const name of ['ENG-99999', '00000000-0000-4000-8000-000000000000']) {
      const result = await json('get', name);
      expect([result.exit, result.stdout]).toEqual([10, '']);
      expect(result.error()).toMatchObject({ code: 'issue_not_found', exitCode: 10 });
    }
  });

  it('answers 3 for a team that is not there', async () => {
    const result = await json('list', '--team', 'ENGG');
    expect([result.exit, result.error()['nearest']]).toEqual([3, expect.arrayContaining(['ENG'])]);
  });

  it('shows what was imported while Linear is away', async () => {
    rig.linear.faults.add({ kind: 'proxy-page' }, {});
    const { exit, stdout, stderr } = await issue('get', login.identifier);
    expect([exit, stdout]).toEqual([0, expect.stringContaining('Fix the login')]);
    expect(stderr).toContain('As of the last sync.');
  });
});

describe('what a team has', () => {
  it.each([
    ['states', /^State +Type\n/, 'Done'],
    ['labels', /^Label +Group\n/, 'Bug'],
    ['users', /^Name +Called +E-mail\n/, 'Ada Whitfield'],
    ['cycles', /^Cycle +Name +From +To\n/, '20'],
  ])('%s are listed', async (name, head, item) => {
    const { stdout } = await cli.run([name, '--team', team.key]);
    expect(stdout).toMatch(head);
    expect(stdout).toContain(item);
    expect((await cli.run([name, '--team', team.key, '--json'])).json<{ items: unknown[] }>().items).not.toHaveLength(
      0,
    );
  });

  it('milestones are listed, or that there are none', async () => {
    expect((await cli.run(['milestones', '--team', team.key])).exit).toBe(0);
  });

  it('wants to know the team where there are several', async () => {
    const result = await cli.run(['states']);
    expect([result.exit, result.stderr]).toEqual([2, expect.stringContaining('Name one: --team')]);
    const unknown = await cli.run(['states', '--team', 'XXX', '--json']);
    expect([unknown.exit, unknown.error().code]).toEqual([3, 'unknown_team']);
  });

  it('says that Linear makes no cycles for others any more', async () => {
    const result = await cli.run(['cycles', 'create', '--team', team.key, 'Sprint 9', '--json']);
    expect(result.exit).toBe(3);
    expect(result.error()).toMatchObject({
      code: 'not_supported_by_linear',
      message: 'Linear no longer supports creating cycles.',
    });
  });
});

describe('changing', () => {
  it('moves an issue by the name of a state, whatever its case', async () => {
    const { exit, stdout } = await issue('state', login.identifier, 'in progress');
    expect([exit, stdout]).toEqual([0, `${login.identifier}: Fix the login  In Progress\n`]);
    expect(login.state.name).toBe('In Progress');
  });

  it('assigns to me and to others, and unassigns', async () => {
    await issue('assign', login.identifier);
    expect(login.assignee?.name).toBe('Ada Whitfield');
    const bruno = must([...rig.workspace.users.values()][1]);
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
    const chore = must(labelNamed('Chore'));
    await cli.run(['labels', '--team', team.key]);
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

describe('close and reopen', () => {
  const configure = async (settings: unknown) => {
    const folder = join(cli.folder, 'config', 'trackline');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'config.json'), JSON.stringify(settings));
  };

  it('take the usual states of the team', async () => {
    await issue('close', login.identifier);
    expect(login.state.type).toBe('completed');
    await issue('reopen', login.identifier);
    expect(login.state.type).toBe('unstarted');
  });

  it('take the states of the settings, and of the command before those', async () => {
    await configure({ close: { [team.key.toLowerCase()]: 'Canceled' }, reopen: { '*': 'In Progress' } });
    await issue('close', login.identifier);
    expect(login.state.name).toBe('Canceled');
    await issue('reopen', login.identifier);
    expect(login.state.name).toBe('In Progress');
    await issue('close', login.identifier, '--state', 'Done');
    expect(login.state.name).toBe('Done');
    await configure({ close: { '*': 'Dnoe' } });
    expect((await json('close', login.identifier)).error()).toMatchObject({
      exitCode: 3,
      nearest: expect.arrayContaining(['Done']),
    });
    await configure({ clsoe: {} });
    expect(await issue('close', login.identifier)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('config.json'),
    });
    await configure({});
  });

  it('classifies by labels', async () => {
    const unknown = await json('classify', login.identifier);
    expect([unknown.exit, unknown.error().code]).toEqual([3, 'unclassified']);
    await issue('label', 'add', login.identifier, 'Bug', 'Feature');
    expect((await issue('classify', login.identifier)).stdout).toBe('bug\n');
    await configure({ classify: { bug: [], chore: ['feature'], feature: [] } });
    expect((await json('classify', login.identifier)).json()).toMatchObject({ kind: 'chore', by: 'Feature' });
    await configure({ classify: { bug: [], chore: [], feature: [], otherwise: 'patch' } });
    expect((await json('classify', login.identifier)).json()).toMatchObject({ kind: 'patch', by: null });
    await configure({});
  });
});

describe('writing', () => {
  it('creates an issue with all that is given', async () => {
    const args = [
      '--team',
      team.key,
      '--state',
      'Todo',
      '--assignee',
      'me',
      '--label',
      'Bug',
      '--priority',
      '1',
      '--parent',
      login.identifier,
    ];
    const { exit, stdout } = await issue('create', 'Say why it failed', ...args);
    expect([exit, stdout]).toEqual([
      0,
      expect.stringMatching(/^Created [A-Z]+-\d+: Say why it failed {2}Todo, Ada Whitfield, Bug\nhttps:/),
    ]);
    const made = [...rig.workspace.issues.values()].find(({ title }) => title === 'Say why it failed');
    expect(made).toMatchObject({ priority: 1, parent: { id: login.id } });
    expect((await issue('create', 'Where')).exit).toBe(2);
  });

  it('takes "me" for whose token it is, not for the owner of the key', async () => {
    const { userId } = rig.member.actor;
    const { token } = await createToken(rig.member.actor, { name: 'cli', scope: 'write' }, new Date());
    const env = { TRACKLINE_URL: server.url, TRACKLINE_TOKEN: token };
    const unknown = await cli.run(['issue', 'assign', login.identifier, '--json'], { env });
    expect([unknown.exit, unknown.error().code]).toEqual([3, 'unknown_user']);
    await setEmail(userId, 'Bruno Castellan');
    expect((await cli.run(['issue', 'assign', login.identifier], { env })).exit).toBe(0);
    expect(rig.workspace.issue(login.id).assignee?.name).toBe('Bruno Castellan');
  });

  it('comments, and lists the comments', async () => {
    expect((await issue('comment', login.identifier, 'Looks **good**')).stdout).toMatch(/^Commented on .*\nhttps:/);
    await cli.run(['issue', 'comment', login.identifier, '-'], { input: 'From a file\n' });
    const { stdout } = await issue('comments', login.identifier);
    expect(stdout).toMatch(/^Ada Whitfield, \d\d:\d\d\nLooks \*\*good\*\*\n\nAda Whitfield, .*\nFrom a file\n$/);
    expect((await issue('comment', login.identifier, ' ')).exit).toBe(2);
  });

  it('links issues', async () => {
    const { stdout } = await issue('link', login.identifier, 'blocked-by', other.identifier);
    expect(stdout).toBe(`${login.identifier}: Fix the login blocked by ${other.identifier}: Fix the logout\n`);
    expect((await issue('get', login.identifier)).stdout).toContain(`blocked by ${other.identifier}`);
    const address = `https://linear.app/x/issue/${other.identifier}/${'a-long-title-'.repeat(8)}`;
    expect((await json('link', login.identifier, 'related', address)).exit).toBe(0);
    expect((await json('link', login.identifier, 'related', 'ENG-99999')).exit).toBe(10);
  });

  it('archives an issue', async () => {
    expect((await issue('archive', other.identifier)).stdout).toBe(`Archived ${other.identifier}: Fix the logout.\n`);
    expect(other.archivedAt).not.toBeNull();
  });

  it('looks up a write whose answer was lost, and sends nothing twice', async () => {
    rig.linear.faults.add({ kind: 'reset' }, { next: 1, contains: 'commentCreate' });
    rig.linear.faults.add({ kind: 'forbidden' }, { next: 1, contains: 'query CommentById' });
    const { exit, stdout } = await issue('comment', login.identifier, 'Only once');
    expect([exit, stdout]).toEqual([0, "Linear's answer was lost, but Linear has it: it is done.\n"]);
    const said = [...rig.workspace.comments.values()].filter(({ body }) => body === 'Only once');
    expect(said).toHaveLength(1);
  });

  it('answers 12 for a write of which nobody knows yet', async () => {
    const before = login.title;
    rig.linear.faults.add({ kind: 'cut' }, { next: 1, contains: 'issueUpdate' });
    const result = await json('update', login.identifier, '--title', 'Never');
    expect([result.exit, result.stdout]).toEqual([12, '']);
    expect(result.error()).toMatchObject({ code: 'linear_write_unknown', writeId: expect.any(String) });
    expect(login.title).toBe(before);
  });
});

describe('what Linear refuses', () => {
  it('is shown in its own words, with 3', async () => {
    rig.linear.faults.add(
      { kind: 'refused', message: 'No', presentable: 'Cycles are off.' },
      { next: 1, contains: 'mutation' },
    );
    const result = await json('state', login.identifier, 'Backlog');
    expect([result.exit, result.stdout]).toEqual([3, '']);
    expect(result.error()).toMatchObject({
      code: 'linear_refused',
      message: expect.stringContaining('Cycles are off.'),
    });
  });

  it('is 13 when its limit is used up, with the time', async () => {
    rig.linear.faults.add({ kind: 'rate-limited', resetMs: 600_000 }, {});
    const result = await json('state', login.identifier, 'Backlog');
    expect(result.exit).toBe(13);
    expect(result.error()).toMatchObject({ code: 'linear_rate_limited', retryAt: expect.any(String) });
  });

  it('is 11 when writing is off here, where reading still goes on', async () => {
    await rig.change(connectionId, { writeBack: 'off' });
    const result = await json('state', login.identifier, 'Backlog');
    expect([result.exit, result.error().code]).toEqual([11, 'write_back_off']);
    expect((await json('get', login.identifier)).json()).toMatchObject({ live: null });
    const states = ['states', '--team', team.key] as const;
    expect(await cli.run(states)).toMatchObject({
      exit: 11,
      stderr: expect.stringContaining('Writing to Linear is off'),
    });
    await rig.change(connectionId, { collections: ['workflow-states', 'labels'] });
    await rig.syncToEnd(connectionId);
    expect((await cli.run(states)).stdout).toMatch(/^State +Type\n(.*\n)*Done +completed\n/);
    await rig.change(connectionId, { writeBack: 'everyone' });
  });

  it('is 10 when the issue is gone from Linear', async () => {
    rig.workspace.deletePermanently(other);
    expect((await json('assign', other.identifier)).exit).toBe(10);
  });
});
