import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { problemResponse } from '@/lib/http/problem';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import type { ApiServer } from '@/tests/support/api-server';
import type { CliRig } from '@/tests/support/cli';
import { startTimeRig, type TimeRig } from './time-rig';

let rig: TimeRig;
let server: ApiServer;
let cli: CliRig;

beforeAll(async () => {
  rig = await startTimeRig();
  ({ server, cli } = rig);
  const projectId = await makeProject({ name: 'Engineering' });
  await makeTask({ projectId, identifier: 'ENG-42', previousIdentifiers: ['OLD-7'], title: 'Login\u001b[31m fails' });
  await makeTask({ projectId, identifier: 'ENG-43', title: 'Logout' });
});
afterAll(() => rig.stop());
beforeEach(async () => {
  server.fault = null;
  await db().timeEntry.deleteMany();
});

const entries = () => db().timeEntry.findMany();

describe('the timer', () => {
  it('lives from start to stop', async () => {
    expect((await cli.run(['start', '--tag', 'Call', '--tag', 'Urgent', 'ENG-42', '-m', 'Look at it'])).stdout).toMatch(
      /^Started ENG-42: Login\[31m fails\.\n$/,
    );
    const status = await cli.run(['status']);
    expect(status.stdout).toMatch(/^0:00 {2}ENG-42: Login\[31m fails\nSince \d\d:\d\d: Look at it\n\nToday {6}0:00\n/);
    expect((await cli.run(['status', '--json'])).json()).toMatchObject({
      entry: { task: { identifier: 'ENG-42' }, tags: ['Call', 'Urgent'], description: 'Look at it' },
      today: { seconds: 0 },
    });
    expect((await cli.run(['stop'])).stdout).toBe('Stopped ENG-42: Login[31m fails after 0:00.\n');
    expect((await cli.run(['status'])).stdout).toContain('Nothing runs.');
  });

  it('switches from one issue to another, and says so', async () => {
    await cli.run(['start', 'ENG-42']);
    await db().timeEntry.updateMany({ data: { startedAt: new Date(Date.now() - 5_430_000) } });
    const { stdout } = await cli.run(['start', 'eng-43']);
    expect(stdout).toBe('Stopped ENG-42: Login[31m fails after 1:30.\nStarted ENG-43: Logout.\n');
  });

  it('knows an issue by its old name', async () => {
    expect((await cli.run(['start', 'OLD-7', '--json'])).json()).toMatchObject({
      entry: { task: { identifier: 'ENG-42' } },
    });
  });

  it('knows a task by its UUID, also without Linear', async () => {
    const { id } = await db().task.findFirstOrThrow({ where: { identifier: 'ENG-43' } });
    expect((await cli.run(['start', id])).stdout).toBe('Started ENG-43: Logout.\n');
  });

  it('answers 10 for an issue that is not there, and 1 when nothing runs', async () => {
    const missing = await cli.run(['start', 'ENG-999', '--json']);
    expect(missing.exit).toBe(10);
    expect(missing.error()).toMatchObject({ code: 'issue_not_found', exitCode: 10 });
    const nothing = await cli.run(['stop', '--json']);
    expect(nothing.exit).toBe(1);
    expect(nothing.error()).toMatchObject({ code: 'no_timer' });
  });
});

describe('start without a name', () => {
  const git = (...args: string[]) => execFileSync('git', ['-C', cli.folder, ...args], { stdio: 'ignore' });

  it('wants a git branch', async () => {
    const { exit, stderr } = await cli.run(['start'], { cwd: '/' });
    expect([exit, stderr]).toEqual([2, expect.stringContaining('on no git branch')]);
  });

  it('takes the issue that the branch names, past what only looks like one', async () => {
    git('init', '--initial-branch', 'utf-8/ada/eng-43-log-out');
    expect((await cli.run(['start'])).stdout).toBe('Started ENG-43: Logout.\n');
  });

  it('says so when the branch names none, or none that is there', async () => {
    git('symbolic-ref', 'HEAD', 'refs/heads/main');
    expect(await cli.run(['start'])).toMatchObject({ exit: 2, stderr: expect.stringContaining('"main" names none') });
    git('symbolic-ref', 'HEAD', 'refs/heads/release-2026');
    expect(await cli.run(['start'])).toMatchObject({ exit: 10, stderr: expect.stringContaining('RELEASE-2026') });
  });
});

describe('log', () => {
  it('takes a duration in one word or in several, on a day', async () => {
    const now = new Date('2026-11-20T12:00:00Z');
    const spaced = await cli.run(['log', 'ENG-42', '1h', '30m', '--on', 'yesterday', '-m', 'Review', '--json'], {
      now,
    });
    expect(spaced.json<TimeEntry>()).toMatchObject({ on: '2026-11-19', durationSeconds: 5400, description: 'Review' });
    const { stdout } = await cli.run(['log', 'ENG-43', '1h30m', '--on', '2026-11-18', '--no-billable'], { now });
    expect(stdout).toBe('Logged 1:30 on ENG-43: Logout, 18 Nov 2026.\n');
    expect(await entries()).toHaveLength(2);
  });

  it.each([
    [['ENG-42', 'soon'], 'Enter a duration, like 1h 30m or 1:30.'],
    [['ENG-42', '0m'], 'Enter more than no time.'],
    [['ENG-42', '25h'], 'Use at most 24 hours.'],
    [['ENG-42', '1h', '--on', '2026-02-30'], '"2026-02-30" is no day.'],
    [['ENG-42', '1h', '--on', 'someday'], '"someday" is no day.'],
    [['ENG-42', '1h', '--on', '1850-01-01'], 'between 1900 and 2199'],
    [['ENG-42'], "Missing required argument 'duration'."],
    [['ENG-42', '1h', '--when', 'now'], "Unknown option '--when'."],
  ])('answers 2 for log %j', async (args, said) => {
    const result = await cli.run(['log', ...args]);
    expect(result.exit).toBe(2);
    expect(result.stderr).toContain(said);
    expect(await entries()).toEqual([]);
  });
});

describe('a connection that breaks', () => {
  it('is tried once more with the same key, so that the time is there once', async () => {
    let keys: (string | null)[] = [];
    server.fault = async (request, answer) => {
      if (request.method !== 'POST') return answer();
      keys = [...keys, request.headers.get('idempotency-key')];
      const answered = await answer();
      return keys.length === 1 ? 'cut' : answered;
    };
    const { exit, stdout } = await cli.run(['log', 'ENG-42', '2h']);
    expect([exit, stdout]).toEqual([0, expect.stringContaining('Logged 2:00')]);
    expect(keys).toEqual([expect.any(String), keys[0]]);
    expect(await entries()).toHaveLength(1);
  });

  it('waits for the first when that is still being done', async () => {
    let calls = 0;
    server.fault = async (request, answer) => {
      if (request.method !== 'POST') return answer();
      calls += 1;
      if (calls === 1) return 'cut';
      if (calls > 2) return answer();
      return problemResponse(new AppError('idempotency_in_progress', 'This call is being done.'), 'r1');
    };
    expect((await cli.run(['log', 'ENG-42', '2h'])).exit).toBe(0);
    expect(calls).toBe(3);
    expect(await entries()).toHaveLength(1);
  });

  it('answers 12 when it breaks again', async () => {
    server.fault = async () => 'cut';
    const result = await cli.run(['stop', '--json']);
    expect(result.exit).toBe(12);
    expect(result.error()).toMatchObject({ code: 'connection_cut', exitCode: 12 });
  });
});
