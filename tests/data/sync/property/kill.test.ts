import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences, storedTasks } from '@/tests/support/sync-expected';
import { type Harness, startHarness } from '@/tests/support/sync-harness';
import { carryOut } from '@/tests/support/sync-program';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

const leaseMs = 300;

let database: TestDatabase;
let harness: Harness;

beforeEach(async () => {
  database = await startTestDatabase();
  harness = await startHarness({ database, issues: 40, connection: { maxPagesPerRun: 5 }, access: { pageSize: 3 } });
});
afterEach(async () => {
  await harness.stop();
  await database.stop();
});

interface Ended {
  signal: string | null;
  code: number | null;
  printed: string;
}

/** Syncs in a process of its own, which is killed as a power cut would, when Linear gets its nth request. */
async function syncAndKill(mode: 'incremental' | 'full', atRequest: number | null): Promise<Ended> {
  const env = {
    ...process.env,
    DATA_DIR: database.dataDir,
    DATABASE_URL: database.databaseUrl,
    LINEAR_API_URL: harness.linear.url,
  };
  const args = ['--import', 'tsx', 'tests/support/sync-child.ts', harness.connection.id, mode, String(leaseMs)];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  if (atRequest !== null)
    harness.linear.faults.add({ kind: 'run', at: 'after', run: () => child.kill('SIGKILL') }, { nth: atRequest });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  harness.linear.faults.clear();
  return { code, signal, printed };
}

/** What a dead process left is taken over once its lease is over. */
async function untilLeaseEnds(): Promise<void> {
  await expect
    .poll(async () => db().syncRun.count({ where: { leaseExpiresAt: { gt: new Date() }, activeKey: { not: null } } }))
    .toBe(0);
}

it('goes on after kill -9 at any request of a first import, and ends as Linear is', async () => {
  for (const nth of [1, 3, 6]) {
    expect(await syncAndKill('incremental', nth)).toEqual({ code: null, signal: 'SIGKILL', printed: '' });
    await untilLeaseEnds();
  }
  expect(await syncAndKill('incremental', null)).toMatchObject({ code: 0, printed: '' });
  expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  expect(await db().syncRun.count({ where: { status: 'interrupted' } })).toBe(3);
}, 120_000);

it('keeps every task and note when it is killed in a full pass over issues that changed', async () => {
  await harness.syncAll();
  await db().task.updateMany({ data: { notes: 'mine' } });
  const before = await storedTasks();
  const clock = new SyncClock(new Date().toISOString());
  const operations = ['edit', 'move', 'archive', 'delete', 'create', 'renameTeam', 'changeKey', 'trash'] as const;
  for (const [a, nth] of [2, 5, 9].entries()) {
    for (const kind of operations) carryOut(harness.linear.workspace, { kind, a: a * 7, b: a, afterMs: 0 }, clock);
    expect(await syncAndKill('full', nth)).toEqual({ code: null, signal: 'SIGKILL', printed: '' });
    await untilLeaseEnds();
  }
  await syncAndKill('incremental', null);
  expect(await syncAndKill('full', null)).toMatchObject({ code: 0, printed: '' });
  const after = await storedTasks();
  expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  for (const [externalId, { id }] of before) expect(after.get(externalId)).toMatchObject({ id, notes: 'mine' });
}, 120_000);
