import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '@/lib/contracts/run';
import { db } from '@/lib/db/client';
import { getConnection } from '@/lib/db/connection';
import type { LinearAccess } from '@/lib/sync/open-client';
import type { RateLimitOptions } from '@/tests/fakes/linear/rate-limit';
import { SyncClock } from '@/tests/support/sync-clock';
import { countTasks, type Harness, startHarness } from '@/tests/support/sync-harness';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

const issues = 120;
let database: TestDatabase;
let harness: Harness;
beforeEach(async () => {
  database ??= await startTestDatabase();
});
afterEach(async () => {
  await harness.stop();
});

/** Pages of ten, so that twelve requests and more are needed. */
async function begin(clock?: SyncClock, access: Partial<LinearAccess> = {}): Promise<void> {
  harness = await startHarness({ issues, database, ...(clock ? { clock } : {}), access: { pageSize: 10, ...access } });
}

function limit(options: RateLimitOptions): void {
  harness.linear.limiter.configure(options);
}

async function resumesAt(): Promise<number> {
  return (await getConnection(harness.connection.id))?.resumeAt?.getTime() ?? 0;
}

async function endsWell(): Promise<void> {
  limit({});
  harness.linear.faults.clear();
  expect(await harness.syncAll()).toMatchObject({ status: 'succeeded', error: null });
  expect(await countTasks()).toBe(issues);
  expect(await db().task.groupBy({ by: ['externalId'], having: { externalId: { _count: { gt: 1 } } } })).toEqual([]);
}

describe('the rate limit of Linear', () => {
  it.each(['ratelimited', 'too-many-requests'] as const)(
    'that refuses with %s ends the run as partial, and it goes on after the reset',
    async (refusal) => {
      const clock = new SyncClock();
      await begin(clock);
      limit({ requests: 5, periodMs: 3_600_000, refusal });
      const run = await harness.sync();
      expect(run).toMatchObject({
        status: 'partial',
        error: { code: 'linear_rate_limited', hint: expect.stringContaining('by itself') },
      });
      const wait = (await resumesAt()) - clock.ours().getTime();
      expect(wait).toBeGreaterThan(30_000);
      expect(wait).toBeLessThanOrEqual(3_605_000);
      expect(run.counts.created).toBe(await countTasks());
      await endsWell();
    },
  );

  it('is kept to beforehand: a tenth of it is left to the owner of the key', async () => {
    await begin(new SyncClock());
    limit({ requests: 50, periodMs: 3_600_000 });
    harness.linear.limiter.setRemaining(harness.linear.workspace.user('Ada Whitfield').id, 'requests', 9);
    const before = harness.linear.requests.length;
    expect((await harness.sync()).status).toBe('partial');
    expect(harness.linear.requests.length - before).toBe(4);
    expect(harness.linear.requests.every(({ status }) => status === 200)).toBe(true);
    await endsWell();
  });

  it('is waited for when its reset is near, and the run says until when', async () => {
    await begin();
    const seen: Run['status'][] = [];
    harness.linear.faults.add({ kind: 'rate-limited', resetMs: Date.now() + 1_500 }, { nth: 3 });
    const running = harness.sync();
    for (let isOver = false; !isOver; ) {
      const [run] = await db().syncRun.findMany({ orderBy: { id: 'desc' }, take: 1 });
      if (run?.status === 'waiting') {
        seen.push('waiting');
        expect(run.waitingUntil?.getTime()).toBeGreaterThan(Date.now() - 100);
      }
      isOver = await Promise.race([
        running.then(() => true),
        new Promise<boolean>((resolve) => setTimeout(resolve, 50, false)),
      ]);
    }
    expect(seen.length).toBeGreaterThan(0);
    expect(await running).toMatchObject({ status: 'succeeded', waitingUntil: null, counts: { created: issues } });
    await endsWell();
  });

  it('that asks for a second by Retry-After is waited for', async () => {
    await begin();
    harness.linear.faults.add({ kind: 'too-many-requests', retryAfterSeconds: 1 }, { nth: 2 });
    const startedAt = performance.now();
    expect((await harness.sync()).status).toBe('succeeded');
    expect(performance.now() - startedAt).toBeGreaterThan(900);
    await endsWell();
  });

  it('that goes on refusing ends the run in the end, and does not hammer', async () => {
    await begin(undefined, { longestWaitMs: 60 });
    harness.linear.faults.always({ kind: 'too-many-requests', retryAfterSeconds: 0 });
    const before = harness.linear.requests.length;
    expect((await harness.sync()).status).toBe('partial');
    expect(harness.linear.requests.length - before).toBeLessThanOrEqual(6);
    await endsWell();
  });

  it.each([-1, 1])('is read right by a clock that is %i hour off', async (hours) => {
    const clock = new SyncClock();
    clock.skewMs = hours * 3_600_000;
    await begin(clock);
    const resetMs = clock.linear().getTime() + 600_000;
    harness.linear.faults.add({ kind: 'rate-limited', resetMs }, { nth: 3 });
    const run = await harness.sync();
    expect(run.status).toBe('partial');
    const wait = (await resumesAt()) - clock.ours().getTime();
    expect(Math.abs(wait - 600_000)).toBeLessThan(5_000);
    await endsWell();
  });
});

describe('what passes', () => {
  it.each([
    { kind: 'html-error', status: 502 },
    { kind: 'internal-error' },
    { kind: 'empty-body' },
    { kind: 'truncated-json' },
    { kind: 'reset' },
  ] as const)('is tried again within the run: %j', async (fault) => {
    await begin();
    harness.linear.faults.add(fault, { nth: 3 });
    harness.linear.faults.add(fault, { nth: 6 });
    const run = await harness.sync();
    expect(run).toMatchObject({ status: 'succeeded', error: null, counts: { created: issues, failed: 0 } });
    await endsWell();
  });

  it('is tried again after a hang', async () => {
    await begin(undefined, { timeoutMs: 300 });
    harness.linear.faults.add({ kind: 'hang' }, { nth: 4 });
    expect((await harness.sync()).status).toBe('succeeded');
    await endsWell();
  });
});

describe('an answer that contradicts itself', () => {
  it.each([{ kind: 'lost-cursor' }, { kind: 'same-page' }, { kind: 'proxy-page' }, { kind: 'usage-limit' }] as const)(
    'ends the run and keeps what was stored: %j',
    async (fault) => {
      await begin();
      harness.linear.faults.add(fault, { nth: 4 });
      const run = await harness.sync();
      expect(run.status).toBe('failed');
      expect(run.error?.code).toMatch(/^linear_(bad_answer|proxy_page|plan_limit)$/);
      expect(await countTasks()).toBe(run.counts.created);
      expect(await countTasks()).toBeLessThan(issues);
      await endsWell();
    },
  );
});
