import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { queueDueWork } from '@/lib/sync/due-work';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import type { Harness } from '@/tests/support/sync-harness';
import { provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

function ownerOf({ linear }: Harness): string {
  return must(linear.workspace.keys[0]).user.id;
}

describe('a good citizen', () => {
  it.each([
    ['requests', 250],
    ['complexity', 300_000],
  ] as const)("leaves a tenth of the %s to the key's owner, and goes on after the reset", async (unit, reserve) => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 60, teams: 1, access: { pageSize: 4 } });
    const { limiter, requests } = harness.linear;
    limiter.setRemaining(ownerOf(harness), unit, reserve + (unit === 'requests' ? 5 : 500));
    requests.clear();
    const run = await harness.sync();
    expect(run).toMatchObject({ status: 'partial', error: { code: 'linear_rate_limited' } });
    expect(requests.length).toBeLessThanOrEqual(6);
    expect(run.counts.created).toBe(await db().task.count());
    const { resumeAt } = await db().connection.findFirstOrThrow();
    expect(must(resumeAt).getTime()).toBe(clock.ours().getTime() + 3_600_000);
    clock.advance(3_500_000);
    expect(await queueDueWork(clock.ours())).toEqual([]);
    clock.advance(100_000);
    expect(await queueDueWork(clock.ours())).toHaveLength(1);
    expect(await harness.sync()).toMatchObject({ status: 'succeeded' });
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  });

  it('waits for a reset that is near, and says so with the time', async () => {
    const harness = await start({ issues: 60, teams: 1, access: { pageSize: 4 } });
    const { limiter, faults } = harness.linear;
    limiter.configure({ requests: 200, periodMs: 2_000 });
    faults.nth(4, { kind: 'run', run: () => limiter.setRemaining(ownerOf(harness), 'requests', 15) });
    const running = harness.sync();
    await expect
      .poll(async () => db().syncRun.findFirst({ orderBy: { id: 'desc' } }), { timeout: 10_000, interval: 5 })
      .toMatchObject({ status: 'waiting', waitingUntil: expect.any(Date) });
    expect(await running).toMatchObject({ status: 'succeeded', waitingUntil: null, counts: { created: 60 } });
    expect(harness.linear.requests.every(({ status }) => status === 200)).toBe(true);
  });

  it('waits out a refusal that comes in spite of all, as HTTP 400 or 429', async () => {
    const harness = await start({ issues: 20, teams: 1, access: { pageSize: 4 } });
    harness.linear.faults.nth(3, { kind: 'rate-limited', resetMs: Date.now() + 1_500 });
    harness.linear.faults.nth(5, { kind: 'too-many-requests', retryAfterSeconds: 1 });
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', counts: { created: 20 } });
  });

  it('ends as partial when a refusal is for long, and goes on after it', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 20, teams: 1, access: { pageSize: 4 } });
    const resetMs = clock.linear().getTime() + 1_800_000;
    harness.linear.faults.nth(4, { kind: 'rate-limited', resetMs });
    const run = await harness.sync();
    expect(run).toMatchObject({ status: 'partial', error: { code: 'linear_rate_limited' } });
    expect(must((await db().connection.findFirstOrThrow()).resumeAt).getTime()).toBe(resetMs);
    expect(await harness.sync()).toMatchObject({ status: 'succeeded' });
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  });

  it('takes a page that says there is more, but not where, for an error and not for the end', async () => {
    const harness = await start({ issues: 20, teams: 1, access: { pageSize: 4, retryBudgetMs: 0 } });
    await harness.sync();
    for (const nth of [2, 3, 4]) {
      harness.linear.faults.nth(nth, { kind: 'lost-cursor' });
      expect(await harness.sync({ mode: 'full' })).toMatchObject({
        status: 'failed',
        error: { code: 'linear_bad_answer' },
      });
      harness.linear.faults.clear();
    }
    expect(await db().task.count({ where: { OR: [{ sourceState: 'gone' }, { missingSince: { not: null } }] } })).toBe(
      0,
    );
    expect((await harness.syncAll()).status).toBe('succeeded');
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  });

  it('takes the same page once more for an error, keeps what it has, and goes on with the next run', async () => {
    const harness = await start({ issues: 20, teams: 1, access: { pageSize: 4 } });
    // Request 2 is the first page; what repeats the query's last answer comes from request 3 on.
    harness.linear.faults.nth(3, { kind: 'same-page' });
    expect(await harness.sync()).toMatchObject({ status: 'failed', error: { code: 'linear_bad_answer' } });
    expect(await db().task.count()).toBe(4);
    expect(await harness.sync()).toMatchObject({ status: 'succeeded' });
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  });

  it('does not go round for ever when Linear ignores what it is asked for', async () => {
    const harness = await start({ issues: 20, teams: 1, access: { pageSize: 4 } });
    harness.linear.faults.add({ kind: 'same-page' }, { contains: 'query Issues(' });
    expect((await harness.sync()).status).toBe('failed');
    expect(harness.linear.requests.length).toBeLessThan(10);
  });

  it.each(['html-error', 'reset', 'truncated-json', 'empty-body', 'internal-error'] as const)(
    'asks again after a %s, and misses nothing',
    async (kind) => {
      const harness = await start({ issues: 20, teams: 1, access: { pageSize: 4 } });
      for (const nth of [1, 2, 4, 7]) harness.linear.faults.nth(nth, { kind });
      expect(await harness.sync()).toMatchObject({ status: 'succeeded', counts: { created: 20 } });
      expect(await listDifferences(harness.linear.workspace)).toEqual([]);
    },
  );
});
