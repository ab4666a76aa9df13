import { once } from 'node:events';
import { access, stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ApiServer } from '@/tests/support/api-server';
import { bin, type Child, endOf, startChild } from './child';
import { startTimeRig, type TimeRig } from './time-rig';

let rig: TimeRig;
let server: ApiServer;

beforeAll(async () => {
  rig = await startTimeRig();
  ({ server } = rig);
});
afterAll(() => rig.stop());
afterEach(() => {
  server.fault = null;
});

const start = (...args: string[]): Child => startChild(rig.cli.folder, args);

it('runs from any folder, and can be called by its name', async () => {
  await expect(access(bin, 1)).resolves.toBeUndefined();
  const { exit, stdout, stderr } = await endOf(start('--help'));
  expect([exit, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Usage: trackline/);
});

it('signs in with a token from a pipe, and then talks to that server', async () => {
  const login = await endOf(start('login', server.url, '--token', '-', '--json'), `${rig.token}\n`);
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
