import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createToken, revokeToken } from '@/lib/auth/tokens';
import { ApiServer } from '@/tests/support/api-server';
import { CliRig } from '@/tests/support/cli';
import { makeMember, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let server: ApiServer;
let ada: TestPerson;
let token: string;
let cli: CliRig;

beforeAll(async () => {
  database = await startTestDatabase();
  server = await ApiServer.start();
  ada = await makeMember({ name: 'Ada', email: 'ada@example.com' });
  ({ token } = await createToken(ada.actor, { name: 'cli', scope: 'write' }, new Date()));
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});
beforeEach(async () => {
  cli = await CliRig.start();
});
afterEach(() => cli.stop());

it('signs in with what is typed, hides the token, and keeps it for its owner alone', async () => {
  const { exit, stdout, stderr } = await cli.run(['login'], { answers: [server.url, token] });
  expect(exit).toBe(0);
  expect(stdout).toBe(`Signed in at ${server.url} as Ada (ada@example.com).\n`);
  expect(stderr).toContain('[hidden]');
  const file = join(cli.folder, 'config', 'trackline', 'credentials.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ url: server.url, token });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await cli.run(['status'])).exit).toBe(0);
});

it('takes the token from standard input, and answers JSON', async () => {
  const result = await cli.run(['login', server.url, '--token', '-', '--json'], { input: `${token}\n` });
  expect(result.json()).toMatchObject({ url: server.url, person: { name: 'Ada', role: 'member' } });
  expect(result.stdout + result.stderr).not.toContain(token);
});

it('stores nothing when the token is wrong', async () => {
  const result = await cli.run(['login', server.url, '--token', 'tl_wrong', '--json']);
  expect(result.exit).toBe(11);
  expect(result.stdout).toBe('');
  expect(result.error()).toMatchObject({ code: 'unauthenticated', exitCode: 11, status: 401 });
  expect((await cli.run(['status'])).exit).toBe(11);
});

it('asks nothing where nobody can answer', async () => {
  const withoutUrl = await cli.run(['login']);
  expect([withoutUrl.exit, withoutUrl.stderr]).toEqual([
    2,
    'Error: No server is named.\nName it: trackline login <url>\n',
  ]);
  const withoutToken = await cli.run(['login', server.url]);
  expect([withoutToken.exit, withoutToken.stderr]).toEqual([2, expect.stringContaining('TRACKLINE_TOKEN')]);
});

it.each(['ftp://x', 'http://', 'https://user:pass@example.com', 'not an address'])(
  'refuses the address %s',
  async (url) => {
    expect((await cli.run(['login', url, '--token', token])).exit).toBe(2);
  },
);

it('lets TRACKLINE_URL and TRACKLINE_TOKEN win', async () => {
  await cli.run(['login', server.url, '--token', token]);
  const bad = await cli.run(['status'], { env: { TRACKLINE_TOKEN: 'tl_other' } });
  expect(bad.exit).toBe(11);
  await cli.run(['logout']);
  const env = { TRACKLINE_URL: `${server.url}/`, TRACKLINE_TOKEN: token };
  expect((await cli.run(['status'], { env })).exit).toBe(0);
});

it('shows a stored token to no other server', async () => {
  await cli.run(['login', server.url, '--token', token]);
  const other = await ApiServer.start();
  const { exit, stderr } = await cli.run(['status'], { env: { TRACKLINE_URL: other.url } });
  expect(exit).toBe(11);
  expect(stderr).toContain(`You are not signed in at ${other.url}.`);
  expect(other.requests).toEqual([]);
  await other.stop();
});

it('forgets the token on logout, and says that it still works', async () => {
  await cli.run(['login', server.url, '--token', token]);
  expect((await cli.run(['logout'])).stdout).toContain(`revoke it at ${server.url}/settings/tokens`);
  expect((await cli.run(['logout'])).stdout).toBe('You were not signed in.\n');
  expect((await cli.run(['status'])).stderr).toContain('Run: trackline login');
});

it('says what to do when the token was revoked', async () => {
  const made = await createToken(ada.actor, { name: 'short', scope: 'write' }, new Date());
  await cli.run(['login', server.url, '--token', made.token]);
  await revokeToken(ada.actor, made.id);
  const { exit, stderr } = await cli.run(['status']);
  expect(exit).toBe(11);
  expect(stderr).toContain(`Make a new one at ${server.url}/settings/tokens`);
});

it('says so when the token may only read, or is no token at all', async () => {
  const reader = await createToken(ada.actor, { name: 'reader', scope: 'read' }, new Date());
  const env = { TRACKLINE_URL: server.url, TRACKLINE_TOKEN: reader.token };
  expect((await cli.run(['status'], { env })).exit).toBe(0);
  const stop = await cli.run(['stop', '--json'], { env });
  expect(stop.error()).toMatchObject({ code: 'token_read_only', exitCode: 11 });
  const broken = await cli.run(['status'], { env: { ...env, TRACKLINE_TOKEN: 'two words' } });
  expect(broken.exit).toBe(11);
});

it('says in words why the token cannot be stored', async () => {
  const inTheWay = join(cli.folder, 'a-file');
  await writeFile(inTheWay, '');
  const env = { XDG_CONFIG_HOME: inTheWay };
  const { exit, stdout, stderr } = await cli.run(['login', server.url, '--token', token], { env });
  expect([exit, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/credentials\.json cannot be written: a file is in the way of its folder\.\n$/);
});

it('says which file cannot be read', async () => {
  await cli.run(['login', server.url, '--token', token]);
  const file = join(cli.folder, 'config', 'trackline', 'credentials.json');
  await writeFile(file, '{');
  const { exit, stderr } = await cli.run(['status']);
  expect(exit).toBe(1);
  expect(stderr).toContain(file);
});
