import { describe, expect, it } from 'vitest';
import { inTransaction } from '@/lib/db/client';
import { provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

describe('fast', () => {
  it('asks for the next page while the one before waits to be stored', async () => {
    const harness = await start({ issues: 40, teams: 1, access: { pageSize: 5 } });
    const { faults } = harness.linear;
    let arrive: () => void = () => undefined;
    const secondPageAsked = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    let countStored = Promise.resolve(-1);
    // From the first page's answer on, nobody can write until the second page is asked for.
    const hold = () => {
      countStored = inTransaction(async (tx) => {
        await secondPageAsked;
        return tx.task.count();
      });
    };
    faults.nth(2, { kind: 'run', at: 'after', run: hold });
    faults.nth(3, { kind: 'run', run: () => arrive() });
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', counts: { created: 40 } });
    expect(await countStored).toBe(0);
  });
});
