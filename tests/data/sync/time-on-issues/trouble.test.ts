import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { minutes } from '@/lib/kit/sleep';
import type { HarnessOptions } from '@/tests/support/sync-harness';
import { provideHarness } from '@/tests/support/sync-start';
import { TimeRig } from '@/tests/support/time-on-issues-rig';

const start = provideHarness();

/** Every issue has an hour, and it is switched on; nothing has been sent. */
async function begin(options: HarnessOptions = {}) {
  const rig = await TimeRig.start(start, options);
  for (const issue of rig.issues) await rig.track(issue, 3_600);
  await rig.switch(true);
  const bad = must(rig.issues[4]);
  const others = rig.issues.filter((issue) => issue !== bad);
  const carried = () => rig.issues.filter((issue) => rig.on(issue).length === 1).length;
  return { rig, bad, others, carried, faults: rig.harness.linear.faults };
}

describe('an issue that Linear does not know any more', () => {
  it('stops no other, is tried a few times, and then left alone with its reason', async () => {
    const { rig, bad, others, carried } = await begin();
    rig.harness.linear.workspace.deletePermanently(bad);
    await rig.keep();
    expect(carried()).toBe(others.length);
    // The whole batch, and the same without it.
    expect(rig.writes).toBe(2);
    await rig.settle();
    await rig.settle();
    expect(rig.writes).toBeLessThanOrEqual(7);
    const { failures, waiting, failed, issues } = await rig.view();
    expect({ waiting, failed, issues }).toEqual({ waiting: 0, failed: 1, issues: others.length });
    expect(failures).toEqual([expect.objectContaining({ taskId: await rig.taskOf(bad), triedAgainAt: null })]);
    expect(failures[0]?.message).toMatch(/^Linear refused: Could not find referenced Issue/);
    const { writes } = rig;
    await rig.settle();
    expect(rig.writes).toBe(writes);
  });

  it('is tried again when its time changes', async () => {
    const { rig, bad, faults } = await begin();
    faults.always({ kind: 'refused', message: 'Not this one' });
    await rig.settle();
    await rig.settle();
    expect((await rig.view()).failed).toBe(rig.issues.length);
    faults.clear();
    await rig.track(bad, 3_600);
    await rig.run(minutes(16), minutes(4));
    expect(rig.titles(bad)).toEqual(['2h tracked']);
    expect((await rig.view()).failed).toBe(rig.issues.length - 1);
  });
});

describe('a batch that Linear refuses without saying which', () => {
  it('is sent one by one', async () => {
    const { rig, carried, faults } = await begin();
    faults.next({ kind: 'refused', message: 'One of them is wrong' });
    await rig.keep();
    expect(carried()).toBe(rig.issues.length);
    expect(rig.writes).toBe(1 + rig.issues.length);
  });
});

describe('an answer that was lost', () => {
  it.each(['reset', 'gateway-timeout', 'truncated-json'] as const)(
    'by %s is asked for again by the same write',
    async (kind) => {
      const { rig, carried, faults } = await begin();
      faults.next({ kind });
      await rig.keep();
      expect(carried()).toBe(rig.issues.length);
      const ids = rig.issues.map((issue) => rig.on(issue)[0]?.id);
      expect(await rig.view()).toMatchObject({ issues: 0, waiting: rig.issues.length, failed: rig.issues.length });
      await rig.run(minutes(4), minutes(1));
      expect(rig.issues.map((issue) => rig.on(issue)[0]?.id)).toEqual(ids);
      expect(await rig.view()).toMatchObject({ issues: rig.issues.length, waiting: 0, failed: 0 });
      expect(rig.writes).toBe(2);
    },
  );
});

describe('the rate limit', () => {
  it('is left to the sync: under the reserve nothing is sent until it resets', async () => {
    const { rig, carried } = await begin();
    const resetAt = new Date(rig.clock.ours().getTime() + minutes(40)).toISOString();
    const requests = { limit: 2_500, remaining: 500, resetAt };
    await db().connection.updateMany({ data: { quota: JSON.stringify({ requests, complexity: null }) } });
    await rig.run(minutes(35), minutes(5));
    expect(rig.writes).toBe(0);
    expect((await rig.view()).failures[0]?.message).toMatch(/rate limit/);
    await rig.run(minutes(10), minutes(1));
    expect(carried()).toBe(rig.issues.length);
    expect((await rig.view()).failed).toBe(0);
  });

  it('when Linear says so, is waited for by everything that is due', async () => {
    const { rig, carried, faults } = await begin();
    faults.next({ kind: 'rate-limited', resetMs: rig.clock.linear().getTime() + minutes(20) });
    await rig.run(minutes(18), minutes(2));
    expect(rig.writes).toBe(1);
    await rig.run(minutes(6), minutes(1));
    expect(carried()).toBe(rig.issues.length);
  });
});

describe('a connection', () => {
  it.each([
    ['whose key was refused', { pausedReason: 'auth' }, 'linear_auth_failed'],
    ['whose schedule is off', { scheduleEnabled: false }, 'schedule_off'],
  ])('%s sends nothing, and says so', async (_name, data, code) => {
    const { rig } = await begin();
    await db().connection.updateMany({ data });
    await rig.run(minutes(20), minutes(5));
    expect(rig.writes).toBe(0);
    expect(await rig.view()).toMatchObject({ state: 'on', problem: { code } });
  });

  it('whose key may not write any more stops at the first refusal, and says what to do', async () => {
    const { rig } = await begin();
    const { workspace } = rig.harness.linear;
    must(workspace.keys.find(({ value }) => value === rig.harness.apiKey)).scopes = ['read'];
    await rig.run(minutes(30), minutes(2));
    expect(rig.writes).toBe(1);
    expect((await rig.view()).problem).toMatchObject({ code: 'linear_scope_missing' });
  });

  it('of which a team is left out leaves its issues as they are, and takes them up again', async () => {
    const { rig } = await begin();
    await rig.keep();
    const { writes } = rig;
    const issue = must(rig.issues.find(({ team }) => team.key === 'ENG'));
    await db().teamScope.updateMany({ where: { key: 'ENG' }, data: { selected: false } });
    await rig.track(issue, 3_600);
    await rig.run(minutes(20), minutes(5));
    expect(rig.writes).toBe(writes);
    await rig.chooseTeams([]);
    await rig.run(minutes(1));
    expect(rig.titles(issue)).toEqual(['2h tracked']);
  });
});

describe('two processes', () => {
  it('send each issue once', async () => {
    const { rig, carried } = await begin();
    rig.harness.linear.latencyMs = 30;
    await Promise.all([rig.keep(), rig.keep(), rig.keep()]);
    expect(carried()).toBe(rig.issues.length);
    expect(rig.writes).toBe(1);
  });
});
