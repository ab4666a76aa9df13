import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createToken } from '@/lib/auth/tokens';
import type { Connection } from '@/lib/contracts/connection';
import type { Run } from '@/lib/contracts/run';
import { must } from '@/lib/kit/must';
import { ConnectionsRig } from '@/tests/data/api/connections-rig';
import { ApiServer } from '@/tests/support/api-server';
import { CliRig } from '@/tests/support/cli';

let rig: ConnectionsRig;
let server: ApiServer;
let cli: CliRig;
let memberToken: string;

beforeAll(async () => {
  rig = await ConnectionsRig.start({ issues: 30 });
  server = await ApiServer.start();
  cli = await CliRig.start();
  const { token } = await createToken(rig.admin.actor, { name: 'cli', scope: 'write' }, new Date());
  cli.env = { TRACKLINE_URL: server.url, TRACKLINE_TOKEN: token };
  ({ token: memberToken } = await createToken(rig.member.actor, { name: 'cli', scope: 'write' }, new Date()));
});
afterAll(async () => {
  await cli.stop();
  await server.stop();
  await rig.stop();
});
beforeEach(() => {
  server.fault = null;
});

describe('before there is a connection', () => {
  it('says so', async () => {
    expect((await cli.run(['connection', 'list'])).stdout).toBe('No connections.\n');
    expect(await cli.run(['connection', 'sync'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('There is no connection yet.'),
    });
  });

  it('is for admins alone', async () => {
    const result = await cli.run(['connection', 'list', '--json'], { env: { TRACKLINE_TOKEN: memberToken } });
    expect([result.exit, result.error().code]).toEqual([11, 'forbidden']);
  });
});

describe('with a connection', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = (await rig.create()).body;
  });

  it('follows a run to its end', async () => {
    const { exit, stdout, stderr } = await cli.run(['connection', 'sync']);
    expect([exit, stdout]).toEqual([0, '30 created.\n']);
    expect(stderr).toMatch(/Queued \.\.\.|issues, \d+ page/);
    const again = await cli.run(['connection', 'sync', connection.name, '--json']);
    expect(again.json<Run>()).toMatchObject({ status: 'succeeded', counts: { created: 0 } });
    expect(again.stderr).toBe('');
  });

  it('shows what would change, and changes nothing', async () => {
    const [issue] = rig.workspace.issues.values();
    rig.workspace.updateIssue(must(issue), { title: 'Renamed\u0007 at Linear' });
    const { stdout } = await cli.run(['connection', 'sync', '--dry-run']);
    expect(stdout).toMatch(/^Dry run: 1 updated\.\n {2}update .*Renamed at Linear/);
    expect((await cli.run(['connection', 'sync'])).stdout).toBe('1 updated.\n');
  });

  it('goes on looking while the server restarts', async () => {
    let looks = 0;
    server.fault = async (request, answer) => {
      if (!request.url.includes('/runs/')) return answer();
      looks += 1;
      return looks < 3 ? 'cut' : answer();
    };
    expect((await cli.run(['connection', 'sync'])).exit).toBe(0);
  });

  it('leaves the run alone on Ctrl-C', async () => {
    const interrupt = new AbortController();
    server.fault = async (request, answer) => {
      if (request.url.includes('/runs/')) interrupt.abort(new Error('Interrupted'));
      return answer();
    };
    const { exit, stderr } = await cli.run(['connection', 'sync'], { signal: interrupt.signal });
    expect([exit, stderr]).toEqual([130, expect.stringContaining('the run goes on at the server')]);
    server.fault = null;
    expect((await cli.run(['connection', 'sync'])).exit).toBe(0);
  });

  it('does not wait when it should not', async () => {
    const { exit, stdout } = await cli.run(['connection', 'sync', '--no-wait']);
    expect([exit, stdout]).toEqual([0, expect.stringMatching(/^The run \S+ is queued\.\n$/)]);
    await cli.run(['connection', 'sync']);
  });

  it('shows its state and its teams', async () => {
    const { stdout } = await cli.run(['connection', 'status', connection.workspace.urlKey.toUpperCase()]);
    expect(stdout).toContain(connection.name);
    expect(stdout).toMatch(/^Health +paused: The schedule is off\.$/m);
    expect(stdout).toMatch(/^ENG +Engineering +\d+ +done$/m);
    expect((await cli.run(['connection', 'list'])).stdout).toMatch(/^Name +Workspace +Health +Last run +Next run\n/);
    expect((await cli.run(['connection', 'status', '--json'])).json<Connection>().id).toBe(connection.id);
  });

  it('offers the nearest name', async () => {
    const result = await cli.run(['connection', 'test', 'nothwind', '--json']);
    expect([result.exit, result.error()['nearest']]).toEqual([2, [connection.name]]);
  });

  it('tests the key', async () => {
    expect((await cli.run(['connection', 'test'])).stdout).toMatch(/^Works +yes, as Ada Whitfield/);
    expect((await cli.run(['connection', 'test', '--json'])).json()).toMatchObject({ ok: true });
  });

  it.each([
    [{ kind: 'revoked-key' }, 11],
    [{ kind: 'rate-limited' }, 13],
    [{ kind: 'proxy-page' }, 12],
    [{ kind: 'usage-limit' }, 1],
  ] as const)('says by its exit code what Linear has: %j is %i', async (fault, exit) => {
    rig.linear.faults.add(fault, {});
    const test = await cli.run(['connection', 'test', '--json']);
    rig.linear.faults.clear();
    expect([test.exit, test.stdout]).toEqual([exit, '']);
    expect(test.error()).toMatchObject({ exitCode: exit, code: expect.stringMatching(/^linear_/) });
  });

  it('ends a sync whose key was revoked with 11, and gives scripts the run', async () => {
    rig.linear.faults.add({ kind: 'revoked-key' }, {});
    const sync = await cli.run(['connection', 'sync', '--json']);
    rig.linear.faults.clear();
    expect(sync.exit).toBe(11);
    expect(sync.error()).toMatchObject({ code: 'linear_auth_failed', run: { status: 'failed' } });
  });
});
