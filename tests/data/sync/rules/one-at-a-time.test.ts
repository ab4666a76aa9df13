import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { queueDueWork } from '@/lib/sync/due-work';
import { executeRun } from '@/lib/sync/execute-run';
import { requestCancel, requestRun } from '@/lib/sync/request-run';
import { RunStop } from '@/lib/sync/run-stop';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import type { Harness } from '@/tests/support/sync-harness';
import { issuesOf, provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

const plain = {
  trigger: 'manual',
  mode: 'incremental',
  dryRun: false,
  allowLargeRemoval: false,
  requestedById: null,
} as const;

function request({ connection }: Harness, now: Date) {
  return requestRun({ ...plain, connectionId: connection.id }, now);
}

describe('one at a time', () => {
  it('shows the active run to whoever asks for another, from its request to its end', async () => {
    const harness = await start({ access: { pageSize: 4 } });
    const now = new Date();
    const asked = await Promise.all(Array.from({ length: 8 }, () => request(harness, now)));
    expect(asked.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(asked.map(({ run }) => run.id)).size).toBe(1);
    let during: Promise<{ isNew: boolean }> | undefined;
    harness.linear.faults.nth(3, { kind: 'run', run: () => (during = request(harness, new Date())) });
    const run = await harness.sync();
    expect(await during).toMatchObject({ isNew: false, run: { id: run.id } });
    expect(await request(harness, new Date())).toMatchObject({ isNew: true });
  });

  it("interrupts a dead process's run once its lease is over, and goes on where it was", async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 40, teams: 1, access: { pageSize: 4 } });
    const stop = new AbortController();
    harness.linear.faults.nth(5, { kind: 'run', run: () => stop.abort(new RunStop('lease_lost')) });
    const dead = await harness.sync({}, {}, stop);
    expect(dead.status).toBe('running');
    const stored = await db().task.count();
    clock.advance(19_000);
    expect(await queueDueWork(clock.ours())).toEqual([]);
    clock.advance(2_000);
    expect(await queueDueWork(clock.ours())).toHaveLength(1);
    expect(await db().syncRun.findUnique({ where: { id: dead.id } })).toMatchObject({
      status: 'interrupted',
      activeKey: null,
    });
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', counts: { created: 40 - stored } });
  });

  it('lets a person start anew at once after the lease of a dead run is over', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, access: { pageSize: 4 } });
    const stop = new AbortController();
    harness.linear.faults.nth(3, { kind: 'run', run: () => stop.abort(new RunStop('lease_lost')) });
    await harness.sync({}, {}, stop);
    expect(await request(harness, clock.ours())).toMatchObject({ isNew: false });
    clock.advance(21_000);
    expect(await request(harness, clock.ours())).toMatchObject({ isNew: true });
  });

  it('keeps its lease as long as it works, however long that is', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 24, teams: 1, access: { pageSize: 4 } });
    const sweeps: Promise<unknown>[] = [];
    const later = () => {
      clock.advance(15_000);
      sweeps.push(queueDueWork(clock.ours()));
    };
    for (let nth = 2; nth < 7; nth++) harness.linear.faults.nth(nth, { kind: 'run', run: later });
    expect(await harness.sync()).toMatchObject({ status: 'succeeded' });
    await Promise.all(sweeps);
    expect(await db().syncRun.count({ where: { status: 'interrupted' } })).toBe(0);
  });

  it.each([2, 3, 4, 5, 6, 7])(
    'lets a process that lost its lease at request %i write nothing any more',
    async (nth) => {
      const clock = new SyncClock();
      const harness = await start({ clock, issues: 20, teams: 1, access: { pageSize: 4 } });
      const { linear } = harness;
      // With issues that are gone, so that the last steps of a pass are tried as well.
      await harness.sync();
      for (const issue of issuesOf(linear.workspace).slice(0, 3)) linear.workspace.deletePermanently(issue);
      let taken: Promise<void> = Promise.resolve();
      const takeOver = async () => {
        clock.advance(21_000);
        await queueDueWork(clock.ours());
      };
      linear.faults.nth(nth, { kind: 'run', run: () => (taken = takeOver()) });
      linear.faults.nth(nth, { kind: 'delay', ms: 1_000 });
      const lost = await harness.sync({ mode: 'full' });
      await taken;
      expect(lost.status).toBe('interrupted');
      expect((await harness.syncAll()).status).toBe('succeeded');
      expect(await listDifferences(linear.workspace)).toEqual([]);
    },
  );

  it('does not call a pass complete when the lease is lost right after its last page', async () => {
    const harness = await start({ issues: 20, access: { pageSize: 4 } });
    await harness.sync();
    const before = await db().connection.findFirstOrThrow();
    await db().$executeRawUnsafe(
      `CREATE TRIGGER take_over AFTER UPDATE OF pages ON sync_run WHEN NOT EXISTS (SELECT 1 FROM team_scope WHERE walk_state <> 'done')
       BEGIN UPDATE sync_run SET lease_owner = 'another' WHERE id = NEW.id; END`,
    );
    // The look is stored before the walks begin anew, so the trigger waits for the last page.
    await db().teamScope.updateMany({ data: { walkState: 'pending' } });
    const run = await harness.sync({ mode: 'full' });
    await db().$executeRawUnsafe('DROP TRIGGER take_over');
    expect(run.status).toBe('running');
    const { lastFullPassAt, checkpoint } = await db().connection.findFirstOrThrow();
    expect(lastFullPassAt).toEqual(before.lastFullPassAt);
    expect(JSON.parse(checkpoint)).toMatchObject({ fullPassStartedAt: expect.any(String) });
  });

  it('cancels a run that nobody has begun at once, and a running one within its page', async () => {
    const harness = await start({ issues: 40, teams: 1, access: { pageSize: 4 } });
    const { run: queued } = await request(harness, new Date());
    expect(await requestCancel(queued.id, new Date())).toMatchObject({ status: 'canceled' });
    await executeRun(queued.id, { owner: 'x', access: harness.access, now: () => new Date() }, new AbortController());
    expect(await db().task.count()).toBe(0);
    const stop = new AbortController();
    harness.linear.faults.nth(5, { kind: 'run', run: () => stop.abort(new RunStop('canceled')) });
    const run = await harness.sync({}, {}, stop);
    expect(run).toMatchObject({ status: 'canceled', error: null, resumesAt: null });
    expect(run.counts.created).toBe(await db().task.count());
    expect(run.counts.created).toBeGreaterThan(0);
    await expect(requestCancel(run.id, new Date())).rejects.toMatchObject({ code: 'run_not_active' });
    expect((await harness.sync()).status).toBe('succeeded');
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  });

  it('hears of a cancel that was asked of another process by its heartbeat', async () => {
    const harness = await start({ issues: 40, teams: 1, access: { pageSize: 4 } });
    const { run: queued } = await request(harness, new Date());
    harness.linear.faults.nth(3, { kind: 'run', run: () => void requestCancel(queued.id, new Date()) });
    harness.linear.faults.nth(3, { kind: 'hang' });
    expect(await harness.sync({}, { leaseMs: 200 })).toMatchObject({ id: queued.id, status: 'canceled' });
  });

  it('goes on at once after a shutdown, with the page in hand stored whole', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 40, teams: 1, access: { pageSize: 4 } });
    const stop = new AbortController();
    harness.linear.faults.nth(5, { kind: 'run', run: () => stop.abort(new RunStop('shutdown')) });
    expect(await harness.sync({}, {}, stop)).toMatchObject({ status: 'interrupted' });
    const stored = await db().task.count();
    expect(stored % 4).toBe(0);
    expect(await queueDueWork(clock.ours())).toHaveLength(1);
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', counts: { created: 40 - stored } });
  });
});
