import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { exitCodes } from '@/cli/exit-codes';
import { ApiServer } from '@/tests/support/api-server';
import { endOf, startChild } from './child';
import { IssuesRig } from './issues-rig';

let rig: IssuesRig;
let gone: string;

beforeAll(async () => {
  rig = await IssuesRig.start();
  const server = await ApiServer.start();
  gone = server.url;
  await server.stop();
});
afterAll(() => rig.stop());
beforeEach(() => rig.clear());

interface Case {
  exit: number;
  args: string[];
  env?: () => Record<string, string>;
  before?: () => void;
}

type FaultOf = Parameters<typeof rig.rig.linear.faults.add>;
const fault =
  (kind: FaultOf[0], when: FaultOf[1] = {}) =>
  () =>
    rig.rig.linear.faults.add(kind, when);
const toStarted = ['issue', 'state', 'LOGIN', 'In Progress'];

const cases: Record<string, Case> = {
  'a list that is shown': { exit: 0, args: ['states', '--team', 'ENG'] },
  'stop while nothing runs': { exit: 1, args: ['stop'] },
  'a server that is too old': {
    exit: 1,
    args: ['drafts', 'list'],
    before: () => {
      rig.server.fault = async () => new Response(null, { status: 405 });
    },
  },
  'a word that is missing': { exit: 2, args: ['issue', 'state', 'LOGIN'] },
  'a state that is not there': { exit: 3, args: ['issue', 'state', 'LOGIN', 'In Progres'] },
  'a label that is not there': { exit: 3, args: ['issue', 'label', 'add', 'LOGIN', 'Bgu'] },
  'a question that Linear refuses': { exit: 1, args: toStarted, before: fault({ kind: 'refused', message: 'No' }) },
  'a transition that Linear refuses': {
    exit: 3,
    args: toStarted,
    before: fault({ kind: 'refused', message: 'No' }, { contains: 'mutation' }),
  },
  'an issue that is not there': { exit: 10, args: ['issue', 'get', 'ENG-99999'] },
  'a token that is not right': { exit: 11, args: ['status'], env: () => ({ TRACKLINE_TOKEN: 'tl_wrong' }) },
  'no server': { exit: 12, args: ['status'], env: () => ({ TRACKLINE_URL: gone }) },
  'a limit that is used up': { exit: 13, args: toStarted, before: fault({ kind: 'rate-limited', resetMs: 600_000 }) },
};

it.each(Object.entries(cases))('%s', async (_what, { exit, args, env, before }) => {
  before?.();
  const given = args.map((word) => (word === 'LOGIN' ? rig.login.identifier : word));
  const child = startChild(rig.cli.folder, [...given, '--json'], { ...rig.cli.env, ...env?.() });
  const result = await endOf(child);
  expect(result.exit).toBe(exit);
  if (exit === 0) expect(result.stderr).toBe('');
  else expect([result.stdout, result.error().exitCode]).toEqual(['', exit]);
});

it('each of them is documented, and shown above; 130 in child.test.ts', async () => {
  const page = await readFile('docs/command-line.md', 'utf8');
  const documented = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(documented).toEqual(Object.values(exitCodes));
  const shown = new Set(Object.values(cases).map(({ exit }) => exit));
  expect([...shown, exitCodes.interrupted]).toEqual(documented);
});
