import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { config, setConfig } from '@/lib/config/config';
import { closeDatabase, db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { ChildServer } from '@/tests/support/child-server';
import { countTasks, type Harness, startHarness } from '@/tests/support/sync-harness';

const issues = 150;
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ issues, access: { pageSize: 25 } });
});
afterEach(() => harness.linear.reset());
afterAll(() => harness.stop());

const file = () => config().databaseUrl.replace(/^file:/, '');

/** Makes the import start over, with nothing stored. */
async function forget(): Promise<void> {
  await db().task.deleteMany();
  await db().teamScope.updateMany({
    data: { walkState: 'pending', walkPosition: null, walkSeen: 0, importedAt: null },
  });
  await db().connection.updateMany({ data: { checkpoint: '{}', lastFullPassAt: null } });
}

/** A page is stored whole or not at all: what the walks say they have seen is what there is. */
async function isWhole(): Promise<void> {
  const { _sum } = await db().teamScope.aggregate({ _sum: { walkSeen: true } });
  const atTheHead = await db().syncRetry.count();
  const tasks = await countTasks();
  expect(tasks - (_sum.walkSeen ?? 0)).toBeGreaterThanOrEqual(0);
  expect(tasks - (_sum.walkSeen ?? 0)).toBeLessThanOrEqual(1 + atTheHead);
}

async function endsWell(): Promise<void> {
  expect(await harness.syncAll()).toMatchObject({ status: 'succeeded', counts: { failed: 0 } });
  expect(await countTasks()).toBe(issues);
}

/** Another process that holds the database locked until it is told to let go. */
async function lockInAnotherProcess(): Promise<ChildServer> {
  const script = `const db = new (require('better-sqlite3'))(${JSON.stringify(file())}); db.exec('BEGIN IMMEDIATE'); console.log('locked'); setInterval(() => {}, 1000);`;
  const child = new ChildServer(['-e', script], {});
  await child.waitFor('locking', () => child.printed.includes('locked') || undefined);
  return child;
}

describe('a locked database', () => {
  it('while a page is stored is waited for, and nothing is lost', async () => {
    await forget();
    const other = new Database(file());
    harness.linear.faults.add({ kind: 'run', at: 'after', run: () => void other.exec('BEGIN IMMEDIATE') }, { nth: 4 });
    harness.linear.faults.add(
      { kind: 'run', at: 'after', run: () => void setTimeout(() => other.exec('COMMIT'), 700) },
      { nth: 4 },
    );
    const run = await harness.sync();
    other.close();
    expect(run).toMatchObject({ status: 'succeeded', counts: { created: issues, failed: 0 } });
    const lock = await lockInAnotherProcess();
    expect(await countTasks()).toBe(issues);
    await lock.kill();
    await endsWell();
  });

  it('that a process holds and dies with is free again', async () => {
    await forget();
    const lock = await lockInAnotherProcess();
    const run = harness.sync();
    setTimeout(() => void lock.kill(), 300);
    expect((await run).status).toBe('succeeded');
    await endsWell();
  });
});

describe('a full disk', () => {
  it('while a page is stored ends the run with a clear message, and the next goes on from the last whole page', async () => {
    await forget();
    await db().$queryRawUnsafe('VACUUM');
    const [{ page_count: pages = 0 } = {}] = await db().$queryRawUnsafe<{ page_count: number }[]>('PRAGMA page_count');
    await db().$queryRawUnsafe(`PRAGMA max_page_count = ${Number(pages) + 40}`);
    const run = await harness.sync();
    expect(run).toMatchObject({
      status: 'failed',
      error: { code: 'disk_full', hint: expect.stringContaining('DATA_DIR') },
    });
    expect(await countTasks()).toBe(run.counts.created);
    expect(run.counts.failed).toBe(0);
    await isWhole();
    await db().$queryRawUnsafe('PRAGMA max_page_count = 1000000');
    await endsWell();
  });

  const canMount =
    process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;
  it.runIf(canMount)('that is a real one is survived as well', async ({ skip }) => {
    const disk = await mkdtemp(join(tmpdir(), 'trackline-disk-'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).status === 0;
    if (!mounted) {
      await rm(disk, { recursive: true });
      return skip();
    }
    const before = config();
    try {
      await forget();
      await db().$queryRawUnsafe('VACUUM');
      const small = join(disk, 'app.db');
      await db().$queryRawUnsafe(`VACUUM INTO '${small}'`);
      await closeDatabase();
      setConfig({ ...before, databaseUrl: `file:${small}` });
      await mkdir(join(disk, 'x'));
      const filler = join(disk, 'x', 'filler');
      spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1k', 'count=2300', 'status=none']);
      let run = await harness.sync();
      // What is left may do for the first import: then it is filled to the brim.
      for (let round = 0; run.status !== 'failed' && round < 5; round++) {
        spawnSync('dd', ['if=/dev/zero', `of=${filler}${round}`, 'bs=1k', 'count=3000', 'status=none']);
        harness.linear.workspace.updateIssue(must([...harness.linear.workspace.issues.values()][round]), {
          title: 'x'.repeat(200_000),
        });
        run = await harness.sync().catch(() => ({ ...run, status: 'failed' as const }));
      }
      expect(run.status).toBe('failed');
      await rm(join(disk, 'x'), { recursive: true });
      await db().syncRun.updateMany({ where: { activeKey: { not: null } }, data: { leaseExpiresAt: new Date(0) } });
      await endsWell();
      expect(await db().$queryRawUnsafe('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    } finally {
      await closeDatabase();
      setConfig(before);
      spawnSync('umount', [disk]);
      await rm(disk, { recursive: true, force: true });
    }
  });
});
