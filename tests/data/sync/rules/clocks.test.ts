import { describe, expect, it } from 'vitest';
import { must } from '@/lib/kit/must';
import { hours } from '@/lib/kit/sleep';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import type { HarnessOptions } from '@/tests/support/sync-harness';
import { issuesOf, provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

const year = hours(24 * 365);

async function startWithClock(skewMs: number, options: HarnessOptions = {}) {
  const clock = new SyncClock();
  clock.skewMs = skewMs;
  return { clock, harness: await start({ clock, issues: 20, ...options }) };
}

type Started = Awaited<ReturnType<typeof startWithClock>>;

/** Edits one issue after another, with a sync after each, and expects each to be seen at once. */
async function expectEditsSeen({ clock, harness }: Started, afterMs: number[]): Promise<void> {
  const { workspace } = harness.linear;
  for (const [round, pause] of afterMs.entries()) {
    clock.advance(pause);
    workspace.updateIssue(must(issuesOf(workspace)[round]), { title: `Edited in round ${round}` });
    await harness.sync();
    expect(await listDifferences(workspace)).toEqual([]);
  }
}

const pauses = [1_000, 1_000, 30_000, 61_000, 200_000, 1_000, 301_000, 3_600_000, 10_000];

describe('clocks that differ', () => {
  it.each([-1, 1])('misses nothing when our clock is %i hour off', async (sign) => {
    const started = await startWithClock(sign * hours(1));
    await started.harness.sync();
    await expectEditsSeen(started, pauses);
  });

  it.each([-1, 1])('costs one request for an unchanged workspace when our clock is %i hour off', async (sign) => {
    const { clock, harness } = await startWithClock(sign * hours(1));
    await harness.sync();
    for (let look = 0; look < 3; look++) {
      clock.advance(900_000);
      expect(await harness.sync()).toMatchObject({
        status: 'succeeded',
        requests: 1,
        counts: { created: 0, updated: 0 },
      });
    }
  });

  it.each([-1, 1])("misses nothing when Linear's stamps are %i hour off the date in its answers", async (sign) => {
    const clock = new SyncClock(new Date(Date.now() + sign * hours(1)).toISOString());
    const harness = await start({ clock, issues: 20, simulator: { dateHeader: 'real' } });
    await harness.sync();
    await expectEditsSeen({ clock, harness }, pauses);
  });

  it.each([-1, 0, 1])('misses nothing without a date in the answers, our clock being %i hours off', async (sign) => {
    const started = await startWithClock(sign * hours(1), { simulator: { dateHeader: 'none' } });
    await started.harness.sync();
    await expectEditsSeen(started, pauses);
  });

  it.each(['clock', 'none'] as const)(
    'is not blinded by a stamp a year ahead (date in the answers: %s)',
    async (dateHeader) => {
      const started = await startWithClock(0, { simulator: { dateHeader } });
      const { clock, harness } = started;
      const { workspace } = harness.linear;
      await harness.sync();
      const ahead = new Date(clock.linear().getTime() + year).toISOString();
      workspace.issues.change(must(issuesOf(workspace)[19]), { title: 'From the future', updatedAt: ahead });
      await harness.sync();
      expect(await listDifferences(workspace)).toEqual([]);
      await expectEditsSeen(started, pauses);
    },
  );

  it('is not blinded by a stamp a year ahead on the very first look', async () => {
    const started = await startWithClock(0);
    const { clock, harness } = started;
    const { workspace } = harness.linear;
    const ahead = new Date(clock.linear().getTime() + year).toISOString();
    workspace.issues.change(must(issuesOf(workspace)[19]), { updatedAt: ahead });
    await harness.sync();
    await expectEditsSeen(started, pauses);
    clock.advance(900_000);
    await harness.sync();
    clock.advance(900_000);
    expect(await harness.sync()).toMatchObject({ requests: 1, counts: { updated: 0 } });
  });

  it('goes on when our clock is set back', async () => {
    const started = await startWithClock(hours(1));
    await started.harness.sync();
    await expectEditsSeen(started, [30_000, 30_000]);
    started.clock.skewMs = 0;
    await expectEditsSeen(started, pauses);
  });
});
