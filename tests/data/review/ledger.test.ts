import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { listLastRuns } from '@/lib/db/sync-run';
import { listRuns } from '@/lib/sync/runs';
import { type Harness, startHarness } from '@/tests/support/sync-harness';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ issues: 1 });
});
afterAll(() => harness.stop());

function addRuns(stamps: string[]): Promise<unknown> {
  const data = stamps.map((stamp, index) => ({
    id: `run ${9 - index}`,
    connectionId: harness.connection.id,
    trigger: 'schedule',
    mode: 'incremental',
    status: 'succeeded',
    createdAt: new Date(stamp),
    finishedAt: new Date(stamp),
  }));
  return db().syncRun.createMany({ data });
}

describe('the run ledger', () => {
  it('is paged newest first without loss, whatever order the ids are in and when stamps are equal', async () => {
    const { id } = harness.connection;
    await addRuns(['2026-01-01', '2026-01-02', '2026-01-02', '2026-01-02', '2026-01-03']);
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listRuns(scheduler, id, { limit: 2, cursor });
      seen.push(...page.items.map((run) => run.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['run 5', 'run 8', 'run 7', 'run 6', 'run 9']);
    expect((await listLastRuns([id])).map((run) => run.id)).toEqual(['run 5']);
    const damaged = listRuns(scheduler, id, { limit: 2, cursor: 'no run' });
    await expect(damaged).rejects.toMatchObject({ code: 'validation_failed', errors: [{ path: 'cursor' }] });
  });

  it('is never read whole by what is asked every few seconds', async () => {
    const asked = [
      "active_key > ''",
      "connection_id = 'x' AND finished_at IS NOT NULL ORDER BY created_at DESC, id DESC",
    ];
    for (const condition of asked) {
      const plan = await db().$queryRawUnsafe<{ detail: string }[]>(
        `EXPLAIN QUERY PLAN SELECT * FROM sync_run WHERE ${condition} LIMIT 1`,
      );
      expect(plan[0]?.detail).toMatch(/^SEARCH sync_run USING INDEX/);
    }
  });
});
