import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createToken } from '@/lib/auth/tokens';
import type { ReportSummary } from '@/lib/contracts/report';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import type { ApiServer } from '@/tests/support/api-server';
import type { CliRig } from '@/tests/support/cli';
import { makeAdmin } from '@/tests/support/people';
import { startTimeRig, type TimeRig } from './time-rig';

let rig: TimeRig;
let server: ApiServer;
let cli: CliRig;

beforeAll(async () => {
  rig = await startTimeRig();
  ({ server, cli } = rig);
  const engineering = await makeProject({ name: 'Engineering' });
  const design = await makeProject({ name: 'Design' });
  await makeTask({ projectId: engineering, identifier: 'ENG-42', title: 'Login' });
  await makeTask({
    projectId: design,
    identifier: 'DES-1',
    title: 'A very long title that no narrow terminal shows whole',
  });
  for (const [issue, duration, on] of [
    ['ENG-42', '1h30m', '2026-11-18'],
    ['ENG-42', '2h', '2026-11-19'],
    ['DES-1', '45m', '2026-11-19'],
  ] as const)
    await cli.run(['log', issue, duration, '--on', on]);
});
afterAll(() => rig.stop());
beforeEach(() => {
  server.fault = null;
});

const days = ['--from', '2026-11-18', '--to', '2026-11-19'];

describe('report', () => {
  it('draws a table by project', async () => {
    const { exit, stdout } = await cli.run(['report', ...days]);
    expect(exit).toBe(0);
    expect(stdout.split('\n')).toEqual([
      '18 Nov 2026 to 19 Nov 2026, your time',
      '',
      'Project      Time  Billable  Entries',
      'Engineering  3:30      3:30        2',
      'Design       0:45      0:45        1',
      'Total        4:15      4:15        3',
      '',
    ]);
  });

  it('groups twice, and cuts what does not fit the terminal', async () => {
    const { stdout } = await cli.run(['report', ...days, '-g', 'day,task'], { columns: 50 });
    expect(stdout).toContain('  ENG-42: Login');
    expect(stdout).toContain('…');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
  });

  it('answers JSON, filtered by names', async () => {
    const report = await cli.run(['report', ...days, '--project', 'engineering', '--json']);
    expect(report.json<ReportSummary>()).toMatchObject({ total: { seconds: 12_600, entries: 2 } });
    const issue = await cli.run(['report', ...days, '--issue', 'DES-1', '--exact', '--json']);
    expect(issue.json<ReportSummary>().total.seconds).toBe(2_700);
  });

  it('takes a named range, and says when there is no time', async () => {
    expect((await cli.run(['report', '--range', 'last-year'])).stdout).toContain('No time.');
  });

  it("tells an admin that it is everyone's time, or whose it was asked for", async () => {
    const { actor } = await makeAdmin({ name: 'Ada' });
    const { token } = await createToken(actor, { name: 'cli', scope: 'read' }, new Date());
    const env = { TRACKLINE_TOKEN: token };
    const all = await cli.run(['report', ...days], { env });
    expect(all.stdout).toMatch(/^18 Nov 2026 to 19 Nov 2026, everyone's time\n.*Total +4:15/s);
    const some = await cli.run(['report', ...days, '--person', 'bob'], { env });
    expect(some.stdout).toMatch(/^18 Nov 2026 to 19 Nov 2026, time of bob\n.*Total +4:15/s);
  });

  it('offers the nearest name', async () => {
    const result = await cli.run(['report', '--project', 'Enginering', '--json']);
    expect(result.exit).toBe(2);
    expect(result.error()).toMatchObject({ code: 'unknown_project', nearest: ['Engineering', 'Design'] });
  });

  it.each([
    [['--range', 'someday'], 'Allowed choices are today, yesterday, this-week'],
    [['--group-by', 'projct'], 'Did you mean project'],
    [['--group-by', 'project,task,day'], 'Group by one or two things.'],
    [['--to', '2026-11-19'], 'Give the first day as well'],
    [['--range', 'today', '--from', '2026-11-19'], 'not both'],
    [['--from', '2026-11-19', '--to', '2026-11-18'], 'The last day is before the first.'],
  ])('answers 2 for report %j', async (args, said) => {
    const result = await cli.run(['report', ...args]);
    expect([result.exit, result.stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe('export', () => {
  it('saves a file under the name of the server, and does not write over it', async () => {
    const first = await cli.run(['export', 'csv', ...days, '--json']);
    const { file, bytes } = first.json<{ file: string; bytes: number }>();
    const text = await readFile(file, 'utf8');
    expect(text).toContain('Engineering');
    expect(Buffer.byteLength(text)).toBe(bytes);
    const again = await cli.run(['export', 'csv', ...days]);
    expect([again.exit, again.stderr]).toEqual([1, expect.stringContaining('is there already')]);
    expect((await cli.run(['export', 'csv', ...days, '--force'])).exit).toBe(0);
  });

  it.each([
    ['xlsx', 'PK'],
    ['pdf', '%PDF'],
  ])('saves %s', async (format, head) => {
    const file = join(cli.folder, `report.${format}`);
    expect((await cli.run(['export', format, ...days, '-o', file, '--entries'])).exit).toBe(0);
    expect((await readFile(file)).subarray(0, head.length).toString()).toBe(head);
  });

  it('writes to standard output', async () => {
    const { stdout } = await cli.run(['export', 'csv', ...days, '-o', '-']);
    expect(stdout).toContain('Engineering');
    expect((await cli.run(['export', 'csv', '-o', '-', '--json'])).exit).toBe(2);
  });

  it('leaves no half of a file when the connection breaks', async () => {
    const cwd = join(cli.folder, 'broken');
    await mkdir(cwd);
    server.fault = async (request, answer) => {
      if (!request.url.includes('/export')) return answer();
      const body = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('half')),
        pull: async (controller) => controller.error(new Error('The disk of the server is full')),
      });
      return new Response(body, { headers: { 'content-type': 'text/csv', 'content-length': '1000' } });
    };
    const result = await cli.run(['export', 'csv', ...days, '-o', 'report.csv'], { cwd });
    expect(result.exit).toBe(12);
    expect(await readdir(cwd)).toEqual([]);
  });

  it('says what it cannot write, and takes no path from the server', async () => {
    const nowhere = await cli.run(['export', 'csv', ...days, '-o', 'no/such/folder.csv']);
    expect([nowhere.exit, nowhere.stderr]).toEqual([
      1,
      expect.stringMatching(/folder\.csv cannot be written: there is no such folder\.\n$/),
    ]);
    await writeFile(join(cli.folder, 'a-file'), '');
    const inFile = await cli.run(['export', 'csv', ...days, '-o', 'a-file/report.csv']);
    expect([inFile.exit, inFile.stderr]).toEqual([1, expect.stringContaining('a file is in the way of its folder')]);
    const cwd = join(cli.folder, 'own');
    await mkdir(cwd);
    await writeFile(join(cli.folder, 'evil.csv'), 'mine');
    server.fault = async () =>
      new Response('x', {
        headers: { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="../evil.csv"' },
      });
    await cli.run(['export', 'csv', '-r', 'today', '--force'], { cwd });
    expect(await readFile(join(cli.folder, 'evil.csv'), 'utf8')).toBe('mine');
    expect(await readdir(cwd)).toEqual(['evil.csv']);
  });
});
