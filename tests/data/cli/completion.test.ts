import { afterAll, beforeAll, expect, it } from 'vitest';
import { createToken } from '@/lib/auth/tokens';
import { must } from '@/lib/kit/must';
import { ConnectionsRig } from '@/tests/data/api/connections-rig';
import type { Issue } from '@/tests/fakes/linear/model';
import { ApiServer } from '@/tests/support/api-server';
import { CliRig } from '@/tests/support/cli';

let rig: ConnectionsRig;
let server: ApiServer;
let cli: CliRig;
let issue: Issue;

beforeAll(async () => {
  rig = await ConnectionsRig.start({ issues: 2 });
  server = await ApiServer.start();
  cli = await CliRig.start();
  const { token } = await createToken(rig.admin.actor, { name: 'cli', scope: 'write' }, new Date());
  cli.env = { TRACKLINE_URL: server.url, TRACKLINE_TOKEN: token };
  const connectionId = (await rig.create()).body.id;
  await rig.change(connectionId, { writeBack: 'everyone' });
  await rig.syncToEnd(connectionId);
  issue = must([...rig.workspace.issues.values()].find(({ archivedAt }) => archivedAt === null));
});
afterAll(async () => {
  await cli.stop();
  await server.stop();
  await rig.stop();
});

const complete = async (...words: string[]) => {
  const { stdout } = await cli.run(['__complete', ...words]);
  return stdout.split('\n').flatMap((line) => line.split('\t')[0] || []);
};

it('offers the issues that were worked on', async () => {
  expect(await complete('start', '')).toEqual([]);
  await cli.run(['log', issue.identifier, '1h']);
  expect(await complete('start', issue.identifier.slice(0, 2).toLowerCase())).toEqual([issue.identifier]);
  expect(await complete('issue', 'link', issue.identifier, 'blocks', '')).toEqual([issue.identifier]);
});

it('offers what the team of the issue has', async () => {
  expect(await complete('issue', 'state', issue.identifier, 'in')).toContain('In Progress');
  expect(await complete('issue', 'label', 'add', issue.identifier, 'Bug', '')).toContain('Bug');
  expect(await complete('issue', 'assign', issue.identifier, '')).toEqual(
    expect.arrayContaining(['me', 'Ada Whitfield']),
  );
  expect(await complete('issue', 'link', issue.identifier, '')).toContain('blocked-by');
});

it('offers teams, what the named team has, and connections', async () => {
  expect(await complete('states', '--team', 'e')).toEqual(['ENG']);
  expect(await complete('issue', 'create', 'A title', '--team', 'ENG', '--state', 'd')).toContain('Done');
  expect(await complete('issue', 'create', 'A title', '--state', 'd')).toEqual([]);
  expect(await complete('connection', 'sync', '')).toHaveLength(1);
});

it('does not wait for a server that is slow', async () => {
  server.fault = () => new Promise(() => undefined);
  const began = performance.now();
  expect(await cli.run(['__complete', 'start', ''])).toMatchObject({ exit: 0, stdout: '', stderr: '' });
  expect(performance.now() - began).toBeLessThan(10_000);
});
