import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { mostRequestsAnHour } from '@/lib/sync/drafts/drafts-ration';
import { addDays } from '@/lib/time/local-day';
import { makeMember, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { bruno, type DraftRig, instantOf, startDraftRig } from './drafts-rig';

let database: TestDatabase;
let person: TestPerson;
let rig: DraftRig;
beforeAll(async () => {
  database = await startTestDatabase();
  person = await makeMember(bruno);
});
afterAll(() => database.stop());
beforeEach(async () => {
  rig = await startDraftRig(database, person);
  const issue = rig.makeIssue('Login');
  rig.goTo('17 10:00');
  rig.workspace.updateIssue(issue, { state: 'started' }, bruno.name);
  rig.goTo('17 12:00');
  rig.workspace.updateIssue(issue, { state: 'completed' }, bruno.name);
  rig.goTo('20 18:00');
  await rig.harness.syncAll();
  rig.harness.linear.requests.clear();
});
afterEach(() => rig.harness.stop());

const asked = () => rig.harness.linear.requests.length;
/** Single days, none within another: each has to be read anew. */
const days = Array.from({ length: 120 }, (_, n) => addDays('2026-11-15', -n)).map((on) => ({ from: on, to: on }));
const ask = (query: { from: string; to: string }) => rig.drafts(query).catch((error: unknown) => error);

/** As the last sync was told. */
async function leave(share: number, until: string): Promise<void> {
  const bucket = (limit: number) => ({ limit, remaining: limit * share, resetAt: instantOf(until).toISOString() });
  const quota = JSON.stringify({ requests: bucket(2_500), complexity: bucket(3_000_000) });
  await db().connection.updateMany({ data: { quota } });
}

describe('asking for drafts of ever new days', () => {
  it('has so many requests an hour, says when there are more, and goes on then', async () => {
    let refused: unknown;
    for (const query of days) refused = await ask(query);
    expect(asked()).toBeGreaterThan(mostRequestsAnHour / 2);
    expect(asked()).toBeLessThanOrEqual(mostRequestsAnHour);
    expect(refused).toMatchObject({ code: 'too_many_requests', hint: expect.stringContaining('Fri 19:00') });
    const before = asked();
    rig.goTo('20 19:01');
    expect(await ask({ from: '2026-11-01', to: '2026-11-01' })).toMatchObject({ troubles: [] });
    expect(asked()).toBeGreaterThan(before);
  });

  it('has no more when all are asked for at once', async () => {
    await Promise.all(days.map(ask));
    expect(asked()).toBeGreaterThan(0);
    expect(asked()).toBeLessThanOrEqual(mostRequestsAnHour);
  });

  it('leaves the last third of the rate limit alone, as the sync was told of it', async () => {
    await leave(0.25, '20 18:40');
    expect(await ask({ from: '2026-11-16', to: '2026-11-22' })).toMatchObject({
      code: 'linear_rate_limited',
      message: expect.stringContaining('until Fri 18:40'),
      details: { retryAt: instantOf('20 18:40').toISOString() },
    });
    expect(asked()).toBe(0);
    rig.goTo('20 18:41');
    expect(await rig.written()).toEqual(['17 10:00-12:00 Login']);
  });

  it('shows what was read within the hour when Linear is not to be asked, and says of when it is', async () => {
    await rig.drafts();
    await leave(0.25, '20 19:10');
    const before = asked();
    rig.goTo('20 18:10');
    const shown = await rig.drafts({ from: '2026-11-17', to: '2026-11-17' });
    expect(shown.items).toHaveLength(1);
    expect(shown.troubles).toMatchObject([
      { code: 'linear_rate_limited', hint: expect.stringContaining('as Linear told it Fri 18:00') },
    ]);
    expect(asked()).toBe(before);
  });
});

it('a day of a week that was just read asks nothing', async () => {
  await rig.drafts();
  const before = asked();
  expect(await rig.written({ from: '2026-11-17', to: '2026-11-17' })).toEqual(['17 10:00-12:00 Login']);
  expect(asked()).toBe(before);
});
