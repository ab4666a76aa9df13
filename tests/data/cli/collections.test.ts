import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createToken } from '@/lib/auth/tokens';
import { config } from '@/lib/config/config';
import type { LinearExport } from '@/lib/contracts/linear-export';
import { linearCollections } from '@/lib/contracts/values';
import type { CliResult } from '@/tests/support/cli';
import { IssuesRig } from './issues-rig';

let rig: IssuesRig;

beforeAll(async () => {
  rig = await IssuesRig.start();
  rig.rig.workspace.comment(rig.login, 'It is broken', 'Ada Whitfield');
  rig.rig.workspace.relate(rig.login.id, 'blocks', rig.other.id);
  await rig.rig.change(rig.connectionId, { collections: linearCollections.filter((name) => name !== 'issues') });
  await rig.rig.syncToEnd(rig.connectionId);
});
afterAll(() => rig.stop());
beforeEach(() => rig.clear());

const collection = (...args: string[]): Promise<CliResult> => rig.cli.run(['collection', ...args]);

it.each(linearCollections)('reads %s, as a table and as JSON', async (name) => {
  const { exit, stdout, stderr } = await collection(name);
  expect([exit, stderr]).toEqual([0, '']);
  const { items } = (await collection(name, '--json')).json<{ items: { id: string }[] }>();
  if (items.length === 0) expect(stdout).toBe('Nothing.\n');
  else expect(stdout).toMatch(/^ID +What +Changed\n/);
  for (const { id } of items) expect(stdout).toContain(id);
});

it('filters, and takes so many', async () => {
  const { login, other, team } = rig;
  expect((await collection('comments', '--issue', login.identifier)).stdout).toContain(
    `${login.identifier} Ada Whitfield: It is broken`,
  );
  expect((await collection('issue-relations', '--issue', other.identifier)).stdout).toContain(
    `${login.identifier} blocks ${other.identifier}`,
  );
  const found = await collection('issues', '--team', team.key, '--search', 'logout', '--since', 'today', '--json');
  expect(found.json<{ items: { id: string }[] }>().items).toMatchObject([{ id: other.id }]);
  const since = new Date(Date.now() + 60_000).toISOString();
  expect((await collection('issues', '--since', since)).stdout).toBe('Nothing.\n');
  expect((await collection('users', '--limit', '2', '--json')).json<{ items: unknown[] }>().items).toHaveLength(2);
});

it('says what it cannot read', async () => {
  expect(await collection('gadgets')).toMatchObject({ exit: 2, stderr: expect.stringContaining('Allowed choices') });
  expect((await collection('users', '--issue', 'ENG-1', '--json')).error()).toMatchObject({ exitCode: 2 });
  expect(await collection('issues', '--since', '2026T')).toMatchObject({ exit: 2 });
  const { token } = await createToken(rig.rig.member.actor, { name: 'cli', scope: 'read' }, new Date());
  const env = { TRACKLINE_URL: rig.server.url, TRACKLINE_TOKEN: token };
  const result = await rig.cli.run(['collection', 'notifications', '--json'], { env });
  expect([result.exit, result.error().code]).toEqual([11, 'forbidden']);
});

it('is exported to a folder on the server, then only what changed', async () => {
  const first = await rig.cli.run(['connection', 'export', '--folder', 'by-hand', '--json']);
  const { written } = first.json<LinearExport>();
  expect(written).toBeGreaterThan(10);
  const folder = join(config().dataDir, 'exports', 'by-hand', 'northwind');
  expect(JSON.parse(await readFile(join(folder, 'issues', `${rig.login.id}.json`), 'utf8'))).toMatchObject({
    title: 'Fix the login',
  });
  const again = await rig.cli.run(['connection', 'export', 'northwind', '--folder', 'by-hand']);
  expect(again.stdout).toMatch(/^Exported to by-hand on the server: 0 files written, [\d,]+ unchanged, 0 removed\.\n$/);
  expect((await rig.cli.run(['connection', 'export', '--folder', '../up'])).exit).toBe(2);
});

it('is exported no further than the server may write, and the way on is said', async () => {
  const run = (...more: string[]) => rig.cli.run(['connection', 'export', '--folder', 'in-the-way', ...more]);
  const folder = join(config().dataDir, 'exports', 'in-the-way');
  await mkdir(join(folder, 'northwind'), { recursive: true });
  await writeFile(join(folder, 'northwind', 'issues'), 'a file where a folder should be');
  const refused = await run('--json');
  expect([refused.exit, refused.stdout, refused.error().code]).toEqual([1, '', 'export_failed']);
  expect(await run()).toMatchObject({ stderr: expect.stringMatching(/cannot be written: .*\n.*goes on from there/) });
  await rm(join(folder, 'northwind', 'issues'));
  expect((await run()).exit).toBe(0);
});
