import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { secondsBetween } from '@/lib/time/local-day';
import { startTimer } from '@/lib/tracking/start-timer';
import { stopForgotten } from '@/lib/tracking/stop-forgotten';
import { stopTimer } from '@/lib/tracking/stop-timer';
import { discardTimer, getTimer } from '@/lib/tracking/timer';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { makeMember, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 25);

let database: TestDatabase;
let bob: TestPerson;
let tasks: string[];

beforeAll(async () => {
  database = await startTestDatabase();
  bob = await makeMember();
  const projectId = await makeProject();
  tasks = [await makeTask({ projectId }), await makeTask({ projectId }), await makeTask({ projectId })];
});
afterAll(() => database.stop());
beforeEach(clear);

async function clear(): Promise<void> {
  await db().timeEntry.deleteMany();
  await db().timeEntryEvent.deleteMany();
}

const task = (index: number) => tasks[index] ?? '';
const entries = () => db().timeEntry.findMany({ orderBy: [{ startedAt: 'asc' }, { endedAt: 'asc' }] });
const running = async () => (await entries()).filter(({ endedAt }) => endedAt === null);
const startEarlier = () => startTimer(bob.actor, { taskId: task(0) }, new Date(Date.now() - 3 * 3_600_000));
const forget = () => db().timeEntry.updateMany({ data: { askAt: new Date(Date.now() - 3_700_000) } });

interface Child {
  begin(): void;
  /** How many of its calls did something. */
  did: Promise<number>;
}

/** A second server on the same database. */
async function child(what: 'start' | 'stop' | 'sweep', taskId: string, times: number): Promise<Child> {
  const args = ['--import', 'tsx', 'tests/support/timer-child.ts', what, bob.id, taskId, String(times)];
  const env = { ...process.env, DATA_DIR: database.dataDir };
  const process_ = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  let printed = '';
  process_.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const ended = once(process_, 'exit');
  await expect.poll(() => printed, { timeout: 30_000 }).toContain('ready');
  return {
    begin: () => void process_.stdin.write('go\n'),
    did: ended.then(() => Number(/did (\d+)/.exec(printed)?.[1])),
  };
}

describe('the database', () => {
  it('holds one running timer a person, whatever the code does', async () => {
    await startEarlier();
    const [row] = await entries();
    if (row === undefined) throw new Error('Nothing runs');
    await expect(db().timeEntry.create({ data: { ...row, id: 'second' } })).rejects.toMatchObject({ code: 'P2002' });
    const ended = { ...row, id: 'ended', endedAt: new Date(), durationSeconds: 1 };
    await db().timeEntry.create({ data: ended });
    await expect(db().timeEntry.update({ where: { id: 'ended' }, data: { endedAt: null } })).rejects.toMatchObject({
      code: 'P2002',
    });
  });
});

describe('starts at the same instant', () => {
  it('in one process leave one running, and no second is counted twice', async () => {
    await startEarlier();
    const now = new Date();
    await Promise.all([1, 2, 1, 2, 1, 2].map((index) => startTimer(bob.actor, { taskId: task(index) }, now)));
    expect(await running()).toHaveLength(1);
    await expectNoOverlap();
  });

  it('on the same task are one', async () => {
    const now = new Date();
    const started = await Promise.all([1, 2, 3, 4].map(() => startTimer(bob.actor, { taskId: task(0) }, now)));
    expect(new Set(started.map(({ entry }) => entry?.id)).size).toBe(1);
    expect(await entries()).toHaveLength(1);
  });

  it('in three processes leave one running, and no second is counted twice', async () => {
    await startEarlier();
    const children = await Promise.all([child('start', task(1), 12), child('start', task(2), 12)]);
    for (const { begin } of children) begin();
    for (let n = 0; n < 12; n += 1) await startTimer(bob.actor, { taskId: task(0) }, new Date());
    expect(await Promise.all(children.map(({ did }) => did))).toEqual([12, 12]);
    expect(await running()).toHaveLength(1);
    await expectNoOverlap();
  }, 60_000);
});

describe('a forgotten timer', () => {
  it('is stopped by one of two processes, once', async () => {
    await startEarlier();
    await forget();
    const other = await child('sweep', '', 5);
    other.begin();
    const ours = await Promise.all([1, 2, 3].map(() => stopForgotten(bob.id, new Date())));
    expect(ours.filter((id) => id !== null).length + (await other.did)).toBe(1);
    expect(await db().timeEntryEvent.count({ where: { kind: 'stopped' } })).toBe(1);
  }, 60_000);

  it.each(['sweep first', 'stop first'])('has the end that its person gave in time, %s', async (order) => {
    await startEarlier();
    await forget();
    const end = new Date(Date.now() - 120_000);
    const sweep = () => stopForgotten(bob.id, new Date());
    const [entry] = await running();
    const stop = () => stopTimer(bob.actor, { entryId: entry?.id, endedAt: end.toISOString() }, new Date());
    const both = order === 'sweep first' ? [sweep(), stop()] : [stop(), sweep()];
    await Promise.all(both);
    end.setMilliseconds(0);
    // What the person says wins, whoever came first.
    const durationSeconds = (end.getTime() - (entry?.startedAt?.getTime() ?? 0)) / 1000;
    expect(await entries()).toMatchObject([{ endedAt: end, review: null, durationSeconds }]);
  });
});

type Step = { after: number } & (
  | { kind: 'start'; task: number; ago: number | null }
  | { kind: 'stop'; ago: number | null }
  | { kind: 'discard' | 'look' }
);

const after = fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: -3_600_000, max: 30 * 3_600_000 }));
const ago = fc.option(fc.integer({ min: -30_000, max: 2 * 3_600_000 }));
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('start' as const), after, task: fc.nat(2), ago }),
  fc.record({ kind: fc.constant('stop' as const), after, ago }),
  fc.record({ kind: fc.constantFrom('discard' as const, 'look' as const), after }),
);

const zones = ['Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Kiritimati', 'UTC'];

/** What is refused is refused with a reason; what ran is never counted twice and never for longer than a day. */
it(`holds its rules in ${numRuns} random lives of a timer, with clocks that jump`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...zones), fc.array(step, { maxLength: 12 }), async (timeZone, steps) => {
      await clear();
      const actor = { ...bob.actor, timeZone };
      // The night before clocks go back in Europe.
      let now = Date.UTC(2026, 9, 24, 20);
      for (const one of steps) {
        now += one.after;
        await live(one, actor, new Date(now));
        expect((await running()).length).toBeLessThanOrEqual(1);
      }
      for (const entry of await entries()) {
        if (entry.startedAt === null) throw new Error('A timer without a start');
        if (entry.endedAt === null) continue;
        expect(entry.durationSeconds).toBe(secondsBetween(entry.startedAt, entry.endedAt));
        expect(entry.durationSeconds).toBeGreaterThan(0);
        expect(entry.durationSeconds).toBeLessThanOrEqual(86_400);
        expect(entry.durationSeconds === 86_400 || entry.review !== 'stopped_at_longest').toBe(true);
        expect(entry.askAt).toBeNull();
      }
    }),
    { numRuns },
  );
}, 600_000);

async function live(one: Step, actor: TestPerson['actor'], now: Date): Promise<void> {
  const instant = (ago: number | null) => (ago === null ? undefined : new Date(now.getTime() - ago).toISOString());
  try {
    if (one.kind === 'start') await startTimer(actor, { taskId: task(one.task), startedAt: instant(one.ago) }, now);
    else if (one.kind === 'stop') await stopTimer(actor, { endedAt: instant(one.ago) }, now);
    else if (one.kind === 'discard') await discardTimer(actor, undefined, now);
    else await getTimer(actor, now);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(['no_timer', 'ends_before_start', 'ends_in_future']).toContain(error.code);
  }
}

async function expectNoOverlap(): Promise<void> {
  const all = await entries();
  for (const [index, { startedAt }] of all.entries()) {
    const before = all[index - 1]?.endedAt ?? null;
    if (before !== null && startedAt !== null) expect(startedAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
  }
}
