import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
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

describe('reading', () => {
  it('shows an issue by identifier, UUID or address', async () => {
    for (const name of [
      login.identifier.toLowerCase(),
      login.id,
      login.id.toUpperCase(),
      `https://linear.app/x/issue/${login.identifier}/fix-it`,
    ]) {
      const result = await json('get', name);
      expect(result.json()).toMatchObject({ task: { identifier: login.identifier }, live: { id: login.id } });
    }
    expect((await issue('get', login.identifier)).stdout).toMatch(/^\S+: Fix the login\nState +\S/);
  });

  it('lists and finds', async () => {
    const all = await issue('list', '--team', rig.team.key.toLowerCase());
    expect(all.stdout).toMatch(/^Issue +Title +State +Assignee +Time\n/);
    expect((await json('list', '--limit', '2')).json<{ items: unknown[] }>().items).toHaveLength(2);
    const found = await json('search', 'fix', 'logout');
    expect(found.json<{ items: { identifier: string }[] }>().items.map((one) => one.identifier)).toEqual([
      other.identifier,
    ]);
    expect((await issue('search', 'no such words')).stdout).toBe('No issues.\n');
  });

  it('lists the issues of every team that has the key, and of none that has it as its name', async () => {
    const [one, namesake] = await db().project.findMany({ where: { source: 'linear' }, orderBy: { key: 'asc' } });
    const { id, key, name } = must(namesake);
    const rename = (change: { key?: string | null; name?: string }) =>
      db().project.update({ where: { id }, data: change });
    const projects = async () => {
      const { items } = (await json('list', '--team', must(must(one).key))).json<{
        items: { project: { id: string } }[];
      }>();
      return new Set(items.map(({ project }) => project.id));
    };
    const mine = await projects();
    await rename({ key: must(one).key });
    const both = await projects();
    await rename({ key, name: must(must(one).key) });
    const keyed = await projects();
    await rename({ name });
    expect([mine, both, keyed]).toEqual([
      new Set([must(one).id]),
      new Set([must(one).id, id]),
      new Set([must(one).id]),
    ]);
  });

  it('filters by names in any case, and by what no issue has', async () => {
    const found = async (...args: string[]) => {
      const { exit, json: read } = await json('list', ...args);
      return [exit, read<{ items: { identifier: string }[] }>().items.map(({ identifier }) => identifier)];
    };
    const { name } = login.state;
    const ours = ['--state', name.toLowerCase(), '--team', rig.team.key];
    expect(await found(...ours)).toEqual([0, expect.arrayContaining([login.identifier, other.identifier])]);
    expect(await found(...ours, '--assignee', 'ada whitfield', '--label', 'chore')).toEqual([0, []]);
    expect(await found('--state', 'duplicate')).toEqual([0, []]);
  });

  it.each([
    ['state', ['--state', 'In Progres'], 'In Progress'],
    ['label', ['--label', 'Chroe'], 'Chore'],
    ['user', ['--assignee', 'Ada Whitfeld'], 'Ada Whitfield'],
  ])('answers 3 for a %s that is not there, with the nearest', async (kind, args, near) => {
    const result = await json('list', ...args);
    expect([result.exit, result.stdout]).toEqual([3, '']);
    expect(result.error()).toMatchObject({ code: `unknown_${kind}`, nearest: expect.arrayContaining([near]) });
  });

  it('cuts a title for a narrow terminal alone: a pipe gets all of it, and no colours', async () => {
    const title = 'Find out why the export of a long report takes as long as it does, and make it quick';
    const { identifier } = rig.rig.workspace.createIssue({ team: rig.team, title });
    await rig.rig.syncToEnd(rig.connectionId);
    const lineOf = ({ stdout }: { stdout: string }) => stdout.split('\n').find((line) => line.includes(identifier));
    expect(lineOf(await issue('list'))).toContain(`${identifier}  ${title}  `);
    expect((await issue('list')).stdout).not.toContain('\u001b');
    const narrow = await cli.run(['issue', 'list'], { isTty: true, columns: 80 });
    expect(lineOf(narrow)).toMatch(/^[A-Z]+-\d+ +Find out why .*… /);
    expect(
      Math.max(
        ...stripVTControlCharacters(narrow.stdout)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBe(80);
    expect((await cli.run(['--help'], { columns: 80 })).stdout).not.toMatch(/^.{81}/m);
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
    rig.rig.linear.faults.add({ kind: 'proxy-page' }, {});
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
    const { stdout } = await cli.run([name, '--team', rig.team.key]);
    expect(stdout).toMatch(head);
    expect(stdout).toContain(item);
    expect(
      (await cli.run([name, '--team', rig.team.key, '--json'])).json<{ items: unknown[] }>().items,
    ).not.toHaveLength(0);
  });

  it('milestones are listed by project, cycles by time, names by the alphabet', async () => {
    const list = async (name: string) =>
      (await cli.run([name, '--team', rig.team.key, '--json'])).json<{ items: Record<string, unknown>[] }>().items;
    const milestones = (await list('milestones')).map(({ project }) => (project as { name: string }).name);
    expect(milestones.length).toBeGreaterThan(1);
    expect(milestones).toEqual([...milestones].sort());
    for (const [name, field] of [
      ['cycles', 'startsAt'],
      ['users', 'name'],
    ] as const) {
      const values = (await list(name)).map((item) => item[field]);
      expect(values.length).toBeGreaterThan(1);
      expect(values).toEqual([...values].sort());
    }
  });

  it('is what was imported for whoever may not ask Linear, and the same', async () => {
    const names = ['states', 'labels', 'users', 'cycles', 'milestones'] as const;
    const read = (name: string) => cli.run([name, '--team', rig.team.key.toLowerCase()]);
    const asked = await Promise.all(names.map(read));
    await rig.rig.change(rig.connectionId, {
      collections: ['workflow-states', 'labels', 'users', 'cycles', 'projects', 'milestones'],
    });
    await rig.rig.syncToEnd(rig.connectionId);
    await rig.rig.change(rig.connectionId, { writeBack: 'off' });
    const imported = await Promise.all(names.map(read));
    await rig.rig.change(rig.connectionId, { writeBack: 'everyone', collections: [] });
    expect(imported).toMatchObject(asked.map(({ stdout }) => ({ exit: 0, stdout, stderr: '' })));
  });

  it('wants to know the team where there are several', async () => {
    const result = await cli.run(['states']);
    expect([result.exit, result.stderr]).toEqual([2, expect.stringContaining('Name one: --team')]);
    const unknown = await cli.run(['states', '--team', 'XXX', '--json']);
    expect([unknown.exit, unknown.error().code]).toEqual([3, 'unknown_team']);
  });

  it('says that Linear makes no cycles for others any more', async () => {
    const result = await cli.run(['cycles', 'create', '--team', rig.team.key, 'Sprint 9', '--json']);
    expect(result.exit).toBe(3);
    expect(result.error()).toMatchObject({
      code: 'not_supported_by_linear',
      message: 'Creating a cycle is no longer supported by Linear.',
    });
  });
});
