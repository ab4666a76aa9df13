import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createToken } from '@/lib/auth/tokens';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import type { Issue } from '@/tests/fakes/linear/model';
import type { CliRig } from '@/tests/support/cli';
import { IssuesRig } from './issues-rig';

let rig: IssuesRig;
let cli: CliRig;
let login: Issue;
let other: Issue;

beforeAll(async () => {
  rig = await IssuesRig.start();
  ({ cli, login, other } = rig);
});
afterAll(() => rig.stop());
beforeEach(() => rig.clear());

const issue = (...args: string[]) => rig.issue(...args);
const json = (...args: string[]) => rig.json(...args);

describe('writing', () => {
  it('creates an issue with all that is given', async () => {
    const args = [
      '--team',
      rig.team.key,
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
      expect.stringMatching(/^Created [A-Z]+-\d+: Say why it failed {2}Todo, Ada Whitfield, urgent, Bug\nhttps:/),
    ]);
    const made = [...rig.rig.workspace.issues.values()].find(({ title }) => title === 'Say why it failed');
    expect(made).toMatchObject({ priority: 1, parent: { id: login.id } });
    expect((await issue('create', 'Where')).exit).toBe(2);
  });

  it('takes "me" for whose token it is, not for the owner of the key', async () => {
    const { userId } = rig.rig.member.actor;
    const { token } = await createToken(rig.rig.member.actor, { name: 'cli', scope: 'write' }, new Date());
    const env = { TRACKLINE_URL: rig.server.url, TRACKLINE_TOKEN: token };
    const unknown = await cli.run(['issue', 'assign', login.identifier, '--json'], { env });
    expect([unknown.exit, unknown.error().code]).toEqual([3, 'unknown_user']);
    await rig.setEmail(userId, 'Bruno Castellan');
    expect((await cli.run(['issue', 'assign', login.identifier], { env })).exit).toBe(0);
    expect(rig.rig.workspace.issue(login.id).assignee?.name).toBe('Bruno Castellan');
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
    expect(stdout).toBe(`${login.identifier}: Fix the login is blocked by ${other.identifier}: Fix the logout\n`);
    expect((await issue('get', login.identifier)).stdout).toContain(`is blocked by ${other.identifier}`);
    const address = `https://linear.app/x/issue/${other.identifier}/${'a-long-title-'.repeat(8)}`;
    expect((await json('link', login.identifier, 'related', address)).exit).toBe(0);
    expect((await json('link', login.identifier, 'related', 'ENG-99999')).exit).toBe(10);
  });

  it('takes a link away, and says which there are when it is none of them', async () => {
    const gone = await json('unlink', login.identifier, 'blocked-by', other.identifier.toLowerCase());
    expect(gone.json()).toMatchObject({ removed: { type: 'blocked_by', issue: { identifier: other.identifier } } });
    const none = await json('unlink', login.identifier, 'blocks', other.identifier);
    expect([none.exit, none.error()]).toMatchObject([
      3,
      { code: 'unknown_link', links: [`related ${other.identifier}`] },
    ]);
    const { stdout } = await issue('unlink', login.identifier, 'related', other.id);
    expect(stdout).toBe(
      `No longer: ${login.identifier}: Fix the login is related to ${other.identifier}: Fix the logout\n`,
    );
    expect(rig.rig.workspace.relationsOfIssue.of(login)).toEqual([]);
  });

  it('archives an issue, and takes it back', async () => {
    expect((await issue('archive', other.identifier)).stdout).toBe(`Archived ${other.identifier}: Fix the logout.\n`);
    expect(other.archivedAt).not.toBeNull();
    const { stdout } = await issue('unarchive', other.identifier);
    expect(stdout).toMatch(/^Took back [A-Z]+-\d+: Fix the logout {2}\w/);
    expect(other.archivedAt).toBeNull();
  });

  it('makes an issue of a task that was made by hand, named by its address here', async () => {
    const taskId = await makeTask({
      projectId: await makeProject({ name: 'By hand' }),
      title: 'Write the manual',
      source: 'manual',
    });
    const address = `${rig.server.url}/tasks/${taskId}`;
    const refused = await json('comment', address, 'Too early');
    expect([refused.exit, refused.error().code]).toEqual([10, 'not_an_issue']);
    const { exit, stdout } = await issue('send', address, '--team', rig.team.key, '--label', 'bug');
    expect([exit, stdout]).toEqual([
      0,
      expect.stringMatching(/^Sent [A-Z]+-\d+: Write the manual {2}\w+, Bug\nhttps:/),
    ]);
    expect((await json('get', address)).json()).toMatchObject({ task: { id: taskId, source: 'linear' } });
    expect((await json('send', address, '--team', rig.team.key)).error()).toMatchObject({ exitCode: 1, status: 409 });
  });

  it('looks up a write whose answer was lost, and sends nothing twice', async () => {
    rig.rig.linear.faults.add({ kind: 'reset' }, { next: 1, contains: 'commentCreate' });
    rig.rig.linear.faults.add({ kind: 'forbidden' }, { next: 1, contains: 'query CommentById' });
    const { exit, stdout } = await issue('comment', login.identifier, 'Only once');
    expect([exit, stdout]).toEqual([0, "Linear's answer was lost, but Linear has it: it is done.\n"]);
    const said = [...rig.rig.workspace.comments.values()].filter(({ body }) => body === 'Only once');
    expect(said).toHaveLength(1);
  });

  it('answers 12 for a write of which nobody knows yet', async () => {
    const before = login.title;
    rig.rig.linear.faults.add({ kind: 'cut' }, { next: 1, contains: 'issueUpdate' });
    const result = await json('update', login.identifier, '--title', 'Never');
    expect([result.exit, result.stdout]).toEqual([12, '']);
    expect(result.error()).toMatchObject({ code: 'linear_write_unknown', writeId: expect.any(String) });
    expect(login.title).toBe(before);
  });
});

describe('what Linear refuses', () => {
  it('is shown in its own words, with 3', async () => {
    rig.rig.linear.faults.add(
      { kind: 'refused', message: 'No', presentable: 'Cycles are off.' },
      { next: 1, contains: 'mutation' },
    );
    const result = await json('state', login.identifier, 'In Progress');
    expect([result.exit, result.stdout]).toEqual([3, '']);
    expect(result.error()).toMatchObject({
      code: 'linear_refused',
      message: expect.stringContaining('Cycles are off.'),
    });
  });

  it('is 13 when its limit is used up, with the time', async () => {
    rig.rig.linear.faults.add({ kind: 'rate-limited', resetMs: 600_000 }, {});
    const result = await json('state', login.identifier, 'In Progress');
    expect(result.exit).toBe(13);
    expect(result.error()).toMatchObject({ code: 'linear_rate_limited', retryAt: expect.any(String) });
  });

  it('is 11 for a key that may only read, and what to do is said', async () => {
    const key = rig.rig.workspace.keys.find(({ value }) => value === rig.rig.apiKey);
    if (key) key.scopes = ['read'];
    const result = await json('comment', login.identifier, 'Hello');
    expect([result.exit, result.stdout]).toEqual([11, '']);
    expect(result.error()).toMatchObject({ code: 'linear_scope_missing', hint: expect.any(String) });
    if (key) key.scopes = ['read', 'write'];
    await rig.rig.change(rig.connectionId, { writeBack: 'everyone' });
  });

  it('is 11 when writing is off here, where reading still goes on', async () => {
    await rig.rig.change(rig.connectionId, { writeBack: 'off' });
    const result = await json('state', login.identifier, 'In Progress');
    expect([result.exit, result.error().code]).toEqual([11, 'write_back_off']);
    expect((await json('get', login.identifier)).json()).toMatchObject({ live: null });
    const states = ['states', '--team', rig.team.key] as const;
    expect(await cli.run(states)).toMatchObject({
      exit: 11,
      stderr: expect.stringMatching(
        /Writing to Linear is off.*\n.*can be read where the collections .* workflow states\.\n$/,
      ),
    });
    await rig.rig.change(rig.connectionId, { collections: ['workflow-states', 'labels'] });
    await rig.rig.syncToEnd(rig.connectionId);
    expect((await cli.run(states)).stdout).toMatch(/^State +Type\n(.*\n)*Done +completed\n/);
    await rig.rig.change(rig.connectionId, { writeBack: 'everyone' });
  });

  it('is 10 when the issue is gone from Linear', async () => {
    rig.rig.workspace.deletePermanently(other);
    expect((await json('assign', other.identifier)).exit).toBe(10);
  });
});
