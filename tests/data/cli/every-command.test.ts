import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Context } from '@/cli/context';
import type { Io } from '@/cli/io';
import { makeProgram } from '@/cli/program';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { IssuesRig } from './issues-rig';

let rig: IssuesRig;
let known: Record<string, string>;

beforeAll(async () => {
  rig = await IssuesRig.start();
  const handMade = await makeTask({ projectId: await makeProject({ name: 'By hand' }), source: 'manual' });
  const file = join(rig.cli.folder, 'report.csv');
  known = { LOGIN: rig.login.identifier, OTHER: rig.other.id, TASK: handMade, FILE: file, URL: rig.server.url };
});
afterAll(() => rig.stop());

/** Each command once, in an order in which they can be done; the words before an argument of it are its name. */
const journey: readonly (readonly string[])[] = [
  ['login', 'URL'],
  ['connection list'],
  ['connection status'],
  ['connection test'],
  ['connection sync', '--full'],
  ['connection export', '--folder', 'all'],
  ['collection', 'issues', '--team', 'ENG'],
  ['states', '--team', 'ENG'],
  ['labels', '--team', 'ENG'],
  ['users', '--team', 'ENG'],
  ['cycles', '--team', 'ENG'],
  ['milestones', '--team', 'ENG'],
  ['issue get', 'LOGIN'],
  ['issue list', '--team', 'ENG', '--assignee', 'none'],
  ['issue search', 'fix', 'login', '--archived'],
  ['issue create', 'A new one', '--team', 'ENG', '--priority', 'high', '--parent', 'LOGIN'],
  ['issue send', 'TASK', '--team', 'ENG', '--due', 'today'],
  ['issue update', 'LOGIN', '--title', 'Mend the login', '--description', 'As it was.', '--estimate', '2'],
  ['issue state', 'LOGIN', 'todo'],
  ['issue assign', 'LOGIN', 'me'],
  ['issue unassign', 'LOGIN'],
  ['issue label add', 'LOGIN', 'bug', 'chore'],
  ['issue label remove', 'LOGIN', 'chore'],
  ['issue classify', 'LOGIN'],
  ['issue labels set', 'LOGIN', 'feature'],
  ['issue cycle', 'LOGIN', 'current'],
  ['issue comment', 'LOGIN', 'Hello'],
  ['issue comments', 'LOGIN'],
  ['issue link', 'LOGIN', 'blocks', 'OTHER'],
  ['issue unlink', 'LOGIN', 'blocks', 'OTHER'],
  ['issue close', 'LOGIN'],
  ['issue reopen', 'LOGIN'],
  ['issue archive', 'OTHER'],
  ['issue unarchive', 'OTHER'],
  ['start', 'LOGIN', '-m', 'Look at it'],
  ['status'],
  ['stop'],
  ['log', 'LOGIN', '1h30m', '--on', 'yesterday'],
  ['drafts list', '--on', 'yesterday'],
  ['drafts accept', '--all', '--on', 'yesterday'],
  ['report', '--range', 'this-month', '--issue', 'LOGIN'],
  ['export', 'csv', '-o', 'FILE'],
  ['completion', 'fish'],
  ['logout'],
];

it.each(journey)('%s answers 0 and one JSON document', async (name, ...rest) => {
  const args = [...name.split(' '), ...rest.map((word) => known[word] ?? word)];
  const { exit, stdout, stderr, json } = await rig.cli.run([...args, '--json']);
  expect([exit, stderr]).toEqual([0, '']);
  expect(json()).toBeTypeOf('object');
  if (composed[name]) expect(Object.keys(json())).toEqual(composed[name]);
  expect(stdout.endsWith('}\n')).toBe(true);
});

/** What docs/command-line.md says of documents that are no answer of the API. */
const composed: Readonly<Record<string, readonly string[]>> = {
  states: ['team', 'items'],
  'issue get': ['task', 'live'],
  'issue unlink': ['removed'],
  'issue classify': ['identifier', 'kind', 'by', 'labels'],
  export: ['file', 'format', 'bytes'],
  login: ['url', 'person', 'file'],
  logout: ['wasSignedIn', 'url'],
  completion: ['shell', 'script'],
};

it('there is no other command, but for the help and what Linear has given up', () => {
  const program = makeProgram(new Context(nowhere, false));
  const all = leavesOf(program).map((path) => path.join(' '));
  expect(all.sort()).toEqual([...journey.map(([name = '']) => name), 'cycles create'].sort());
});

function leavesOf(command: Command, path: readonly string[] = []): string[][] {
  return command.commands.flatMap((sub) => {
    const own = [...path, sub.name()];
    // "cycles" lists them, although it has a command of its own.
    const isLeaf = sub.commands.length === 0 || sub.name() === 'cycles';
    return [...(isLeaf ? [own] : []), ...leavesOf(sub, own)];
  });
}

const nothing = { write: () => undefined, isTty: false, columns: null };
const nowhere: Io = {
  env: {},
  cwd: '/',
  home: '/',
  stdout: nothing,
  stderr: nothing,
  isInteractive: false,
  ask: async () => '',
  readInput: async () => '',
  now: () => new Date(),
  signal: new AbortController().signal,
};
