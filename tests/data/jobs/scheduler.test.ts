import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import cron from 'node-cron';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scheduler as actor } from '@/lib/auth/actor';
import type { ConnectionChange } from '@/lib/contracts/connection';
import { db } from '@/lib/db/client';
import { getConnection } from '@/lib/db/connection';
import { SchedulerJob } from '@/lib/jobs/scheduler';
import { must } from '@/lib/kit/must';
import { removeConnection } from '@/lib/sync/connections';
import { requestRun } from '@/lib/sync/request-run';
import { changeConnection } from '@/lib/sync/save-connection';
import { countTasks, type Harness, startHarness } from '@/tests/support/sync-harness';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

const issues = 40;
const hour = 3_600_000;
let database: TestDatabase;
let harness: Harness;
let jobs: SchedulerJob[] = [];
beforeAll(async () => {
  database = await startTestDatabase();
  return () => database.stop();
});
beforeEach(async () => {
  const schedule = { enabled: true, cron: '0 0 1 1 *', timeZone: 'UTC' };
  harness = await startHarness({ issues, database, connection: { schedule }, access: { pageSize: 10 } });
});
afterEach(async () => {
  await Promise.all(jobs.map((job) => job.stop()));
  jobs = [];
  await harness.stop();
});

async function start(options: { continueAfterMs?: number; leaseMs?: number } = {}): Promise<SchedulerJob> {
  const job = new SchedulerJob({ owner: randomUUID(), access: harness.access, now: () => new Date(), ...options });
  jobs.push(job);
  await job.start();
  return job;
}

/** The cron entries of this process: the ids of their connections, and when they fire next. */
function entries(): { id: string; next: string }[] {
  return [...cron.getTasks().values()].map((task) => ({
    id: String(task.name),
    next: String(task.getNextRun()?.toISOString()),
  }));
}

async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const giveUpAt = Date.now() + 20_000; !(await isSo()); await sleep(15)) {
    if (Date.now() > giveUpAt) throw new Error(`${what}: not within 20 s`);
  }
}

const change = (body: ConnectionChange) =>
  changeConnection(actor, harness.connection.id, body, {
    access: harness.access,
    signal: new AbortController().signal,
  });
const store = (data: Parameters<ReturnType<typeof db>['connection']['updateMany']>[0]['data']) =>
  db().connection.updateMany({ data });
const runs = () => db().syncRun.findMany({ orderBy: { id: 'asc' } });
const areEnded = async () => (await runs()).every(({ finishedAt }) => finishedAt !== null);
const queue = () =>
  requestRun(
    {
      connectionId: harness.connection.id,
      mode: 'incremental',
      dryRun: false,
      allowLargeRemoval: false,
      trigger: 'manual',
      requestedById: null,
    },
    new Date(),
  );

describe('the entries of the schedule', () => {
  it('are one for each connection, and follow it at once', async () => {
    const job = await start();
    const { id } = harness.connection;
    expect(entries()).toEqual([{ id, next: expect.stringMatching(/-01-01T00:00:00/) }]);
    await change({ schedule: { enabled: true, cron: '30 4 2 2 *', timeZone: 'Asia/Tokyo' } });
    job.wake();
    await until('the new time', () => entries().some(({ next }) => /-02-01T19:30:00/.test(next)));
    expect(entries()).toHaveLength(1);
    await change({ schedule: { enabled: false, cron: '30 4 2 2 *' } });
    job.wake();
    await until('the pause', () => entries().length === 0);
    await change({ schedule: { enabled: true, cron: '30 4 2 2 *' } });
    job.wake();
    await until('the return', () => entries().length === 1);
    await removeConnection(actor, id, 'remove', new Date());
    job.wake();
    await until('the end', () => entries().length === 0);
    expect(await runs()).toEqual([]);
  });

  it('end with the scheduler, which then does nothing more', async () => {
    const job = await start();
    await job.stop();
    expect(entries()).toEqual([]);
    await queue();
    job.wake();
    await sleep(50);
    expect((await runs()).map(({ status }) => status)).toEqual(['queued']);
  });

  it('of one connection that cannot be read leave the others their work', async () => {
    const other = must(await getConnection(harness.connection.id));
    await db().connection.create({
      data: {
        ...other,
        id: 'odd',
        workspaceId: 'odd',
        scheduleCron: '5/15 * * * *',
        lastTickAt: new Date(),
        createdAt: new Date(0),
      },
    });
    await db().connection.create({
      data: { ...other, id: 'odder', workspaceId: 'odder', scheduleTimeZone: 'Mars/Base', createdAt: new Date(0) },
    });
    await queue();
    await start();
    await until('the run', areEnded);
    expect(await countTasks()).toBe(issues);
    expect(entries().map(({ id }) => id)).toContain(harness.connection.id);
    await db().connection.deleteMany({ where: { id: { in: ['odd', 'odder'] } } });
  });
});

describe('a tick', () => {
  it('that was missed runs once, however many were', async () => {
    await store({ scheduleCron: '* * * * *', lastTickAt: new Date(Date.now() - 48 * hour) });
    await start();
    await until('the run', async () => (await runs()).length > 0 && (await areEnded()));
    const first = (await runs()).filter(({ createdAt }) => createdAt.getTime() < Date.now());
    expect(first[0]).toMatchObject({ trigger: 'schedule', mode: 'incremental', status: 'succeeded' });
    // A minute may begin while this test runs: then that is a second tick, but no third.
    expect(first.length).toBeLessThanOrEqual(2);
  });

  it('is claimed by one of two processes', async () => {
    await store({ scheduleCron: '0 0 1 * *', lastTickAt: new Date(Date.now() - 90 * 24 * hour) });
    await Promise.all([start(), start(), start()]);
    await until('the run', async () => (await runs()).length > 0 && (await areEnded()));
    for (const job of jobs) job.wake();
    await sleep(100);
    expect(await runs()).toHaveLength(1);
    expect(await countTasks()).toBe(issues);
  });

  it.each([
    [25, 'full'],
    [23, 'incremental'],
  ])('%i hours after the last full pass is %s', async (hours, mode) => {
    await harness.syncAll();
    await store({
      lastFullPassAt: new Date(Date.now() - hours * hour),
      scheduleCron: '0 0 1 * *',
      lastTickAt: new Date(0),
    });
    await start();
    await until('the run', async () =>
      (await runs()).some(({ trigger, status }) => trigger === 'schedule' && status === 'succeeded'),
    );
    expect((await runs()).at(-1)).toMatchObject({ mode });
    const passed = must((await getConnection(harness.connection.id))?.lastFullPassAt).getTime() > Date.now() - hour;
    expect(passed).toBe(mode === 'full');
  });

  it('does not run while the schedule is off or the key is refused', async () => {
    for (const data of [{ scheduleEnabled: false }, { scheduleEnabled: true, pausedReason: 'auth' }]) {
      await store({ ...data, scheduleCron: '* * * * *', lastTickAt: new Date(0) });
      const job = await start();
      await job.stop();
      expect(await runs()).toEqual([]);
    }
  });
});

describe('work that is unfinished', () => {
  it('goes on by itself, slice after slice, until all is read', async () => {
    await store({ maxPagesPerRun: 2 });
    await queue();
    const job = await start({ continueAfterMs: 1 });
    await until('the last slice', async () => {
      job.wake();
      return (await runs()).at(-1)?.status === 'succeeded';
    });
    expect((await runs()).map(({ status }) => status).slice(0, -1)).toEqual(expect.arrayContaining(['partial']));
    expect((await runs()).length).toBeGreaterThan(2);
    expect(await countTasks()).toBe(issues);
    expect((await getConnection(harness.connection.id))?.resumeAt).toBeNull();
  });

  it('waits its 30 seconds', async () => {
    await store({ maxPagesPerRun: 1 });
    await queue();
    const job = await start();
    await until('the slice', areEnded);
    job.wake();
    await sleep(100);
    expect(await runs()).toHaveLength(1);
    const wait = must((await getConnection(harness.connection.id))?.resumeAt).getTime() - Date.now();
    expect(wait).toBeGreaterThan(20_000);
    expect(wait).toBeLessThanOrEqual(30_000);
  });

  it('of a process that died is taken over, and a run that a person had canceled is not', async () => {
    const died = {
      status: 'running',
      leaseOwner: 'a dead process',
      leaseExpiresAt: new Date(Date.now() - 1),
      startedAt: new Date(0),
    };
    await queue();
    await db().syncRun.updateMany({ data: died });
    await start();
    await until('the second run', async () => (await runs()).length === 2 && (await areEnded()));
    expect((await runs()).map(({ status }) => status)).toEqual(['interrupted', 'succeeded']);
    await queue();
    await db().syncRun.updateMany({ where: { status: 'queued' }, data: { ...died, cancelRequestedAt: new Date() } });
    must(jobs[0]).wake();
    await until('the cancel', areEnded);
    expect((await runs()).at(-1)?.status).toBe('canceled');
    must(jobs[0]).wake();
    await sleep(100);
    expect((await runs()).length).toBe(3);
  });

  it('of a process that lives is left to it, however slow Linear is', async () => {
    harness.linear.latencyMs = 600;
    await queue();
    await start({ leaseMs: 500 });
    const second = await start({ leaseMs: 500 });
    await until('the end', async () => {
      second.wake();
      return areEnded();
    });
    expect((await runs()).map(({ status }) => status)).toEqual(['succeeded']);
    expect(await countTasks()).toBe(issues);
  });
});

describe('stopping', () => {
  it('ends a run within its page, which then is stored or not', async () => {
    harness.linear.latencyMs = 100;
    await queue();
    const job = await start();
    await until('a page', async () => (await countTasks()) >= 10);
    const askedAt = performance.now();
    await job.stop();
    expect(performance.now() - askedAt).toBeLessThan(2_000);
    const [run] = await runs();
    expect(run).toMatchObject({ status: 'interrupted', activeKey: null });
    expect(await countTasks()).toBe(run?.created);
    harness.linear.latencyMs = 0;
    await start();
    await until('the rest', async () => (await countTasks()) === issues && (await areEnded()));
  });
});
