import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { minutes, seconds } from '@/lib/kit/sleep';
import { mustGetConnection, removeConnection } from '@/lib/sync/connections';
import type { LinearAccess } from '@/lib/sync/open-client';
import { makeMissing } from '@/lib/sync/push/push-making';
import { sweepWebhooks } from '@/lib/sync/push/push-open';
import { openSecrets } from '@/lib/sync/push/push-secrets';
import { addWebhooks, removeWebhook, rotateWebhook } from '@/lib/sync/push/push-webhooks';
import { type Harness, startHarness } from '@/tests/support/sync-harness';

const origin = 'https://time.example.com';
let rig: Harness;
let later = 0;
beforeEach(async () => {
  later = 0;
  rig = await startHarness({ issues: 3, teams: 1 });
});
afterEach(() => rig.stop());

const access = (): LinearAccess => ({
  ...rig.access,
  now: () => new Date(Date.now() + later),
  timeoutMs: seconds(1),
  retryBudgetMs: 0,
});
const calling = () => ({ access: access(), signal: new AbortController().signal });
const scope = 'all_public_teams' as const;
const click = () => addWebhooks(scheduler, rig.connection.id, { scope }, { origin, calling: calling() });
/** What another process does: it shares the database with this one, and nothing else. */
const clickElsewhere = async () =>
  makeMissing(await mustGetConnection(rig.connection.id), scope, { origin, access: access() });
const atLinear = () => [...rig.linear.workspace.webhooks.values()];
const rows = () => db().linearWebhook.findMany();
const tellNothing = () => rig.linear.faults.add({ kind: 'cut' }, { contains: 'CreateWebhook', next: 1 });
const toldLater = (made = true) => {
  rig.linear.faults.add({ kind: made ? 'reset' : 'cut' }, { contains: 'CreateWebhook', next: 1 });
  rig.linear.faults.add({ kind: 'cut' }, { contains: 'FindWebhook', next: 1 });
};

describe('a webhook is made once', () => {
  it('by two clicks at the same time', async () => {
    rig.linear.faults.add({ kind: 'delay', ms: 100 }, { contains: 'CreateWebhook', next: 1 });
    await Promise.all([click(), click()]);
    expect([atLinear().length, (await rows()).length]).toEqual([1, 1]);
  });

  it('by clicks in two processes: the second is told that the first is at it', async () => {
    rig.linear.faults.add({ kind: 'delay', ms: 300 }, { contains: 'CreateWebhook', next: 1 });
    const [first, second] = await Promise.allSettled([clickElsewhere(), clickElsewhere()]);
    const refused = [first, second].filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'conflict' } }]);
    expect(atLinear()).toHaveLength(1);
    await clickElsewhere();
    expect([atLinear().length, (await rows()).length]).toEqual([1, 1]);
  });

  it('when the answer and the look-up got lost, and what it signs is known all the while', async () => {
    toldLater();
    await expect(click()).rejects.toMatchObject({ code: 'linear_network', hint: expect.stringContaining('looked up') });
    expect(openSecrets(await rows())).toEqual(atLinear().map(({ secret }) => secret));
    await click();
    expect([atLinear().length, (await rows()).length]).toEqual([1, 1]);
  });

  it('when the answer got lost and it may still be on its way: nobody makes another before two minutes are over', async () => {
    tellNothing();
    await expect(click()).rejects.toMatchObject({ code: 'linear_network' });
    await expect(click()).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      removeWebhook(scheduler, rig.connection.id, must((await rows())[0]).id, calling()),
    ).rejects.toMatchObject({
      code: 'conflict',
    });
    const asked = () => rig.linear.requests.filter(({ query }) => query.includes('CreateWebhook')).length;
    expect(asked()).toBe(1);
    later = minutes(2);
    await click();
    expect([atLinear().length, (await rows()).length, asked()]).toEqual([1, 1, 2]);
  });

  it('and what a crash left open is looked up by itself', async () => {
    toldLater();
    await expect(click()).rejects.toThrow();
    await sweepWebhooks(access());
    expect(await rows()).toMatchObject([{ openSince: expect.any(Date) }]);
    later = minutes(3);
    await sweepWebhooks(access());
    expect(await rows()).toMatchObject([{ openSince: null, externalId: must(atLinear()[0]).id }]);
  });

  it('and one that Linear never made is forgotten after two minutes', async () => {
    toldLater(false);
    await expect(click()).rejects.toThrow();
    later = minutes(3);
    rig.linear.faults.add({ kind: 'cut' }, { contains: 'FindWebhook', next: 1 });
    await sweepWebhooks(access());
    expect(await rows()).toHaveLength(1);
    await sweepWebhooks(access());
    expect([atLinear().length, (await rows()).length]).toEqual([0, 0]);
  });

  it('and is taken back when its connection was deleted while Linear made it', async () => {
    rig.linear.faults.add({ kind: 'delay', ms: 300 }, { contains: 'CreateWebhook', next: 1 });
    const made = clickElsewhere();
    while ((await rows()).length === 0) await sleep(5);
    await removeConnection(scheduler, rig.connection.id, 'keep', new Date());
    await made;
    expect(atLinear()).toEqual([]);
  });
});

describe('a rotated secret', () => {
  const rotate = async () =>
    rotateWebhook(scheduler, rig.connection.id, must((await rows())[0]).id, { origin, calling: calling() });
  const signed = async () => openSecrets(await rows())[0];

  it('is the last one after two clicks', async () => {
    await click();
    await Promise.all([rotate(), rotate()]);
    expect(await signed()).toBe(must(atLinear()[0]).secret);
  });

  it('is found when neither the answer nor the look-up came', async () => {
    await click();
    rig.linear.faults.add({ kind: 'reset' }, { contains: 'RotateWebhook', next: 1 });
    rig.linear.faults.add({ kind: 'cut' }, { contains: 'FindWebhook', next: 1 });
    await expect(rotate()).rejects.toMatchObject({ code: 'linear_network' });
    expect(await signed()).not.toBe(must(atLinear()[0]).secret);
    later = minutes(3);
    await sweepWebhooks(access());
    expect(await signed()).toBe(must(atLinear()[0]).secret);
  });

  it('is not taken for new because an earlier one was found late', async () => {
    await click();
    rig.linear.faults.add({ kind: 'reset' }, { contains: 'RotateWebhook', next: 1 });
    rig.linear.faults.add({ kind: 'cut' }, { contains: 'FindWebhook', next: 1 });
    await expect(rotate()).rejects.toThrow();
    later = minutes(3);
    rig.linear.faults.add({ kind: 'cut' }, { contains: 'RotateWebhook', next: 1 });
    await expect(rotate()).rejects.toMatchObject({ code: 'linear_network' });
    expect(await rows()).toMatchObject([{ openSince: expect.any(Date) }]);
  });
});
