import { describe, expect, it } from 'vitest';
import { listMirrorDifferences, listMisshapen } from '@/tests/support/mirror-expected';
import { choose, countMirrorRequests } from '@/tests/support/mirror-start';
import { SyncClock } from '@/tests/support/sync-clock';
import { provideHarness } from '@/tests/support/sync-start';
import { startCountingWrites } from '@/tests/support/sync-writes';

const start = provideHarness();

describe('the first mirror', () => {
  it('holds every object of every collection, in the published shape', async () => {
    const harness = await start({ issues: 40 });
    await choose(harness);
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', counts: { created: 40, failed: 0 } });
    expect(await listMirrorDifferences(harness.linear.workspace)).toEqual([]);
    expect(await listMisshapen()).toEqual([]);
  });

  it('asks twice and writes no row once nothing changes', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 120 });
    await choose(harness);
    await harness.syncAll();
    for (let look = 0; look < 3; look++) {
      clock.advance(900_000);
      await harness.sync();
    }
    const countWrites = await startCountingWrites();
    harness.linear.requests.clear();
    clock.advance(900_000);
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', requests: 2 });
    expect(countMirrorRequests(harness)).toEqual({ looks: 1, pages: 0 });
    expect(await countWrites()).toEqual({});
  });
});
