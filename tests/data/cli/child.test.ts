import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createToken } from '@/lib/auth/tokens';
import { ApiServer } from '@/tests/support/api-server';
import { type CliResult, CliRig, toResult } from '@/tests/support/cli';
import { makeMember } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

const bin = join(process.cwd(), 'bin', 'trackline.mjs');

let database: TestDatabase;
let server: ApiServer;
let cli: CliRig;
let token: string;

beforeAll(async () => {
  database = await startTestDatabase();
  server = await ApiServer.start();
  cli = await CliRig.start();
  const { actor } = await makeMember({ name: 'Bob' });
  ({ token } = await createToken(actor, { name: 'cli', scope: 'write' }, new Date()));
});
afterAll(async () => {
  await cli.stop();
  await server.stop();
  await database.stop();
});
afterEach(() => {
  server.fault = null;
});

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** From a folder of its own: nothing of the checkout is near. */
function start(...args: string[]): Child {
  const { TRACKLINE_URL: _url, TRACKLINE_TOKEN: _token, ...env } = process.env;
  const settings = { XDG_CONFIG_HOME: join(cli.folder, 'config'), HOME: cli.folder };
  return spawn(process.execPath, [bin, ...args], {
    cwd: cli.folder,
    env: { ...env, ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

async function endOf(child: Child, input = ''): Promise<CliResult> {
  child.stdin.end(input);
  const [stdout, stderr, [exit]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return toResult(exit, stdout, stderr);
}

it('runs from any folder, and can be called by its name', async () => {
  await expect(access(bin, 1)).resolves.toBeUndefined();
  const { exit, stdout, stderr } = await endOf(start('--help'));
  expect([exit, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Usage: trackline/);
});

it('signs in with a token from a pipe, and then talks to that server', async () => {
  const login = await endOf(start('login', server.url, '--token', '-', '--json'), `${token}\n`);
  expect([login.exit, login.stderr]).toEqual([0, '']);
  const { file } = login.json<{ file: string }>();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const status = await endOf(start('status', '--json'));
  expect([status.exit, status.stderr]).toEqual([0, '']);
  expect(status.json()).toMatchObject({ entry: null });
});

it('answers exit codes and errors to scripts', async () => {
  const missing = await endOf(start('start', 'ENG-1', '--json'));
  expect([missing.exit, missing.stdout]).toEqual([10, '']);
  expect(missing.error()).toMatchObject({ exitCode: 10 });
  expect((await endOf(start('nonsense'))).exit).toBe(2);
});

it('ends on Ctrl-C with 130', async () => {
  const child = start('stop');
  server.fault = async () => {
    child.kill('SIGINT');
    return new Promise(() => undefined);
  };
  const { exit, stderr } = await endOf(child);
  expect([exit, stderr]).toEqual([130, 'Error: Interrupted.\n']);
});

it('ends quietly when nobody reads on', async () => {
  const child = start('--help');
  child.stdout.destroy();
  const [stderr, [exit]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect([exit, stderr]).toEqual([0, '']);
});
