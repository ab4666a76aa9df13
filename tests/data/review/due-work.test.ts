import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { claimDueResumptions, claimTick, updateConnection } from '@/lib/db/connection';
import { must } from '@/lib/kit/must';
import { listSchedules, queueDueWork, takeTick } from '@/lib/sync/due-work';
import { requestRun } from '@/lib/sync/request-run';
import { type Harness, startHarness } from '@/tests/support/sync-harness';

let harness: Harness;
let connectionId: string;
beforeAll(async () => {
  harness = await startHarness({ issues: 1 });
  connectionId = harness.connection.id;
});
beforeEach(async () => {
  await db().syncRun.deleteMany();
  await updateConnection(connectionId, { resumeAt: null, resumeMode: null, lastTickAt: null });
});
afterAll(() => harness.stop());

const now = new Date('2026-05-01T12:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const queued = async () => (await db().syncRun.findMany()).map(({ mode, dryRun }) => ({ mode, dryRun }));

describe('due work', () => {
  it('that a process claimed and died with is due again for the others', async () => {
    await updateConnection(connectionId, { resumeAt: now, resumeMode: 'full' });
    expect(await claimDueResumptions(now, later(30))).toEqual([{ id: connectionId, mode: 'full' }]);
    expect(await queueDueWork(later(29))).toEqual([]);
    expect(await queueDueWork(later(30))).toHaveLength(1);
    expect(await queued()).toEqual([{ mode: 'full', dryRun: false }]);
    await db().syncRun.deleteMany();
    expect(await queueDueWork(later(3_600))).toEqual([]);
  });

  it('of a tick that a process claimed and died with is not lost either', async () => {
    expect(await claimTick(connectionId, now, 'incremental', later(30))).toBe(true);
    expect(await claimTick(connectionId, now, 'incremental', later(30))).toBe(false);
    expect(await queueDueWork(later(30))).toHaveLength(1);
  });

  it('of a tick that comes during a dry run is done after it', async () => {
    const dryRun = { mode: 'incremental', dryRun: true, allowLargeRemoval: false } as const;
    const { run } = await requestRun({ ...dryRun, connectionId, trigger: 'manual', requestedById: null }, now);
    await takeTick(must((await listSchedules())[0]), now, now);
    expect(await queued()).toEqual([{ mode: 'incremental', dryRun: true }]);
    await db().syncRun.delete({ where: { id: run.id } });
    expect(await queueDueWork(later(31))).toHaveLength(1);
    expect(await queued()).toEqual([{ mode: 'incremental', dryRun: false }]);
  });

  it('of a run whose process died is due at once', async () => {
    const data = { connectionId, trigger: 'manual', mode: 'full', status: 'running', leaseExpiresAt: now };
    await db().syncRun.create({ data: { ...data, id: 'dead', activeKey: connectionId } });
    expect(await queueDueWork(later(1))).toHaveLength(1);
    expect(await db().syncRun.findUnique({ where: { id: 'dead' } })).toMatchObject({ status: 'interrupted' });
    expect(await queued()).toContainEqual({ mode: 'full', dryRun: false });
  });
});
