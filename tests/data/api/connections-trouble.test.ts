import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { config } from '@/lib/config/config';
import { type Problem, problem } from '@/lib/contracts/common';
import { db } from '@/lib/db/client';
import { ConnectionsRig } from './connections-rig';

let rig: ConnectionsRig;
let id: string;
beforeAll(async () => {
  rig = await ConnectionsRig.start({ issues: 5 });
  id = (await rig.create()).body.id;
});
afterAll(() => rig.stop());

describe('trouble of the database', () => {
  it('that is locked by another program is said as such, with 503, while reads are answered, and passes', async () => {
    const other = new Database(config().databaseUrl.replace(/^file:/, ''));
    other.exec('BEGIN IMMEDIATE');
    let isOver = false;
    const refused = rig.change<Problem>(id, { name: 'Never' }).finally(() => {
      isOver = true;
    });
    let slowestMs = 0;
    while (!isOver) {
      const askedAt = performance.now();
      expect((await rig.get(id)).status).toBe(200);
      slowestMs = Math.max(slowestMs, performance.now() - askedAt);
      await sleep(100);
    }
    other.close();
    const { status, body } = await refused;
    // Waiting in SQLite itself would hold up the whole process for all of those five seconds.
    expect(slowestMs).toBeLessThan(2_500);
    expect([status, problem.parse(body).code]).toEqual([503, 'database_busy']);
    expect(body.hint).toContain('backup');
    expect((await rig.change(id, { name: 'Now' })).body.name).toBe('Now');
  });

  it('that is full is said as such, with 507, and passes', async () => {
    const [row] = await db().$queryRawUnsafe<{ page_count: number }[]>('PRAGMA page_count');
    await db().$queryRawUnsafe(`PRAGMA max_page_count = ${Number(row?.page_count)}`);
    const states = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`state ${index}`, 'done']));
    const change = { statusMapping: { preset: 'todo_done', states } };
    const { status, body } = await rig.change<Problem>(id, change);
    expect([status, problem.parse(body).code]).toEqual([507, 'disk_full']);
    await db().$queryRawUnsafe('PRAGMA max_page_count = 1000000');
    expect((await rig.change(id, change)).status).toBe(200);
  });
});
