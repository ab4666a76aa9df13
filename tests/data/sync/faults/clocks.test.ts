import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { SyncClock } from '@/tests/support/sync-clock';
import { countTasks, type Harness, startHarness } from '@/tests/support/sync-harness';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let harness: Harness;
let workspace: Workspace;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterEach(() => harness.stop());
afterAll(() => database.stop());

async function begin(given: Parameters<typeof startHarness>[0]): Promise<void> {
  harness = await startHarness({ database, ...given });
  workspace = harness.linear.workspace;
}

/** Task by task what Linear holds. */
async function isEqual(): Promise<void> {
  const tasks = await db().task.findMany({ select: { externalId: true, title: true } });
  const issues = [...workspace.issues.values()].map(({ id, title }) => ({ externalId: id, title }));
  const byId = (a: { externalId: string | null }, b: { externalId: string | null }) =>
    String(a.externalId) < String(b.externalId) ? -1 : 1;
  expect(tasks.sort(byId)).toEqual(issues.sort(byId));
}

describe('600 issues of one instant', () => {
  const stamp = '2026-03-01T12:00:00.000Z';
  const many = () =>
    workspace.bulk(() =>
      Array.from({ length: 600 }, (_, index) =>
        workspace.createIssue({ team: 'ENG', title: `Same ${index}`, createdAt: stamp }),
      ),
    );

  it('are imported, each once, though no page holds them all', async () => {
    await begin({ issues: 0, clock: new SyncClock() });
    many();
    expect(await harness.syncAll()).toMatchObject({ status: 'succeeded', counts: { created: 600, failed: 0 } });
    await isEqual();
  });

  it('are imported with one page a run, half a minute apart', async () => {
    const clock = new SyncClock();
    await begin({ issues: 5, clock, connection: { maxPagesPerRun: 1 }, access: { pageSize: 150 } });
    many();
    let run = await harness.sync();
    for (let slice = 0; run.status === 'partial' && slice < 40; slice++) {
      clock.advance(30_000);
      run = await harness.sync();
    }
    expect(run.status).toBe('succeeded');
    await isEqual();
  });

  it('that change at one instant are all seen by the next run', async () => {
    const clock = new SyncClock();
    await begin({ issues: 0, clock });
    many();
    await harness.syncAll();
    clock.advance(600_000);
    workspace.bulk(() => {
      for (const issue of workspace.issues.values()) workspace.updateIssue(issue, { title: `${issue.title} changed` });
    });
    expect((await harness.syncAll()).counts).toMatchObject({ created: 0, updated: 600 });
    await isEqual();
  });

  it('are seen by a full pass, none of them gone', async () => {
    await begin({ issues: 0, clock: new SyncClock() });
    many();
    await harness.syncAll();
    expect((await harness.syncAll({ mode: 'full' })).counts).toMatchObject({
      gone: 0,
      created: 0,
      unchanged: expect.any(Number),
    });
    expect(await db().task.count({ where: { sourceState: 'live' } })).toBe(600);
  });
});

describe.each([-1, 0, 1])('with our clock %i hour from that of Linear', (hours) => {
  it('nothing is missed, whatever changes between and during runs', async () => {
    const clock = new SyncClock();
    clock.skewMs = hours * 3_600_000;
    await begin({ issues: 60, clock, access: { pageSize: 20 } });
    for (let round = 0; round < 6; round++) {
      const ids = [...workspace.issues.values()].map(({ id }) => id);
      const pick = (step: number) => String(ids[(round * 7 + step) % ids.length]);
      harness.linear.faults.add(
        { kind: 'run', run: () => void workspace.updateIssue(pick(1), { title: `During ${round}` }) },
        { nth: 2 },
      );
      expect((await harness.syncAll()).status).toBe('succeeded');
      clock.advance([1, 20, 59_000, 61_000, 3_600_000, 10][round] ?? 1);
      workspace.updateIssue(pick(2), { title: `Between ${round}` });
      workspace.createIssue({ team: 'ENG', title: `New ${round}` });
      harness.linear.faults.clear();
    }
    expect((await harness.syncAll()).status).toBe('succeeded');
    await isEqual();
    // The hour does not cost anything either: once it is quiet, a look is one request without a row.
    clock.advance(7_200_000);
    await harness.sync();
    clock.advance(600_000);
    expect(await harness.sync()).toMatchObject({ requests: 1, counts: { created: 0, updated: 0 } });
    expect(await countTasks()).toBe(66);
  });
});
