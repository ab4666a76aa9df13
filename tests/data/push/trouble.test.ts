import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config } from '@/lib/config/config';
import { db } from '@/lib/db/client';
import { SchedulerJob } from '@/lib/jobs/scheduler';
import { must } from '@/lib/kit/must';
import { ChildServer } from '@/tests/support/child-server';
import { type PushRig, startPushRig } from '@/tests/support/push-rig';
import { listDifferences } from '@/tests/support/sync-expected';

let rig: PushRig;
const children: ChildServer[] = [];
beforeEach(async () => {
  rig = await startPushRig({ issues: 12, teams: 1, access: { retryBudgetMs: 0 } });
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()));
  await rig.stop();
});

const title = async (identifier: string) => (await db().task.findFirst({ where: { identifier } }))?.title;
const runs = () => db().syncRun.findMany({ where: { trigger: 'webhook' }, orderBy: { id: 'asc' } });
const ended = (status: string) => rig.until(async () => (await runs()).some((run) => run.status === status));
const settled = () => rig.until(async () => (await db().webhookHint.count()) === 0);
const edit = (number: number, text: string) => rig.linear.workspace.updateIssue(`ENG-${number}`, { title: text });

/** As if the wait were over. */
const comeDue = async () => {
  await db().webhookHint.updateMany({ data: { dueAt: new Date() } });
  rig.scheduler.wake();
};

/** Another process with the same access to Linear, in this one. */
function otherScheduler(): SchedulerJob {
  return new SchedulerJob({ owner: 'another', now: rig.access.now, access: rig.access });
}

describe('while Linear is down', () => {
  it('deliveries wait, few runs fail, and all of it is there when Linear is back', async () => {
    await rig.scheduler.stop();
    const scheduler = otherScheduler();
    await scheduler.start();
    rig.linear.faults.always({ kind: 'html-error' });
    edit(1, 'While it was down');
    rig.scheduler.wakeAt = (at) => scheduler.wakeAt(at);
    await ended('failed');
    const [waiting] = await db().webhookHint.findMany();
    expect(waiting?.tries).toBe(1);
    expect(must(waiting).dueAt.getTime() - Date.now()).toBeGreaterThan(3_000);
    // What comes now does not wake anything before that.
    edit(2, 'Just as well');
    await rig.until(async () => (await db().webhookHint.count()) === 2);
    const dues = (await db().webhookHint.findMany()).map(({ dueAt }) => dueAt.getTime());
    expect(Math.min(...dues)).toBe(must(waiting).dueAt.getTime());
    expect(await runs()).toHaveLength(1);
    expect(await rig.view()).toMatchObject({ state: 'ok', waitingHints: 2, lastAppliedAt: null });
    rig.linear.faults.clear();
    await db().webhookHint.updateMany({ data: { dueAt: new Date() } });
    scheduler.wake();
    await settled();
    expect([await title('ENG-1'), await title('ENG-2')]).toEqual(['While it was down', 'Just as well']);
    await scheduler.stop();
  });

  it('a poll that comes sooner reads them first', async () => {
    await rig.scheduler.stop();
    edit(1, 'Edited');
    await rig.until(async () => (await db().webhookHint.count()) === 1);
    await db().webhookHint.updateMany({ data: { dueAt: new Date() } });
    rig.linear.requests.clear();
    const run = await rig.sync();
    expect(run.status).toBe('succeeded');
    expect(rig.linear.requests.map(({ query }) => query.includes('IssuesById'))).toEqual([true, false]);
    expect(await db().webhookHint.count()).toBe(0);
  });

  it('a question that Linear refuses does not keep a poll from its work', async () => {
    await rig.scheduler.stop();
    edit(1, 'Edited');
    await rig.until(async () => (await db().webhookHint.count()) === 1);
    await db().webhookHint.updateMany({ data: { dueAt: new Date() } });
    rig.linear.faults.add({ kind: 'refused', message: 'No' }, { contains: 'IssuesById' });
    expect(await rig.sync()).toMatchObject({ status: 'succeeded', counts: { updated: 1 } });
    expect(await db().webhookHint.findFirst()).toMatchObject({ tries: 1 });
  });
});

describe('the rate limit', () => {
  it('is kept by runs of one question too: they know what the last run was told', async () => {
    await rig.scheduler.stop();
    const resetAt = new Date(Date.now() + 1_800_000).toISOString();
    const quota = { requests: { limit: 2_500, remaining: 100, resetAt }, complexity: null };
    await db().connection.updateMany({ data: { quota: JSON.stringify(quota) } });
    const scheduler = otherScheduler();
    await scheduler.start();
    rig.linear.requests.clear();
    await rig.push({ id: must((await db().task.findFirst())?.externalId) });
    await db().webhookHint.updateMany({ data: { dueAt: new Date() } });
    scheduler.wake();
    await ended('partial');
    expect(rig.linear.requests).toHaveLength(0);
    expect((await db().webhookHint.findFirst())?.dueAt.toISOString()).toBe(resetAt);
    await scheduler.stop();
  });
});

describe('a process that dies between the answer and the work', () => {
  it('loses nothing: the next start reads what waits', async () => {
    await rig.scheduler.stop();
    edit(1, 'Told, and not yet read');
    await rig.until(async () => (await db().webhookHint.count()) === 1);
    expect(await title('ENG-1')).not.toBe('Told, and not yet read');
    const next = otherScheduler();
    await next.start();
    await rig.until(async () => (await title('ENG-1')) === 'Told, and not yet read');
    await next.stop();
  });

  it('in the middle of the work either: its run is interrupted, and what it named is read again', async () => {
    await rig.scheduler.stop();
    rig.linear.latencyMs = 2_000;
    edit(1, 'Read when it died');
    await rig.until(async () => (await db().webhookHint.count()) === 1);
    const child = startServer();
    await child.waitFor('the run', async () => ((await runs())[0]?.status === 'running' ? true : undefined));
    await child.kill();
    rig.linear.latencyMs = 0;
    await db().syncRun.updateMany({ where: { activeKey: { not: null } }, data: { leaseExpiresAt: new Date(0) } });
    const next = otherScheduler();
    await next.start();
    await rig.until(async () => (await title('ENG-1')) === 'Read when it died');
    await next.stop();
    expect((await runs())[0]?.status).toBe('interrupted');
    expect((await db().connection.findFirst())?.resumeAt).toBeNull();
  });
});

it('two processes read what one of them took in once', async () => {
  const other = otherScheduler();
  await other.start();
  rig.linear.requests.clear();
  for (let number = 1; number <= 6; number++) edit(number, `Edited ${number}`);
  await rig.until(async () => (await title('ENG-6')) === 'Edited 6');
  await settled();
  expect(await listDifferences(rig.linear.workspace)).toEqual([]);
  expect(rig.linear.requests.length).toBeLessThanOrEqual(2);
  await other.stop();
});

it('a revoked key pauses the connection as it does for polls', async () => {
  rig.linear.workspace.revokeKey(rig.apiKey);
  edit(1, 'Not to be read');
  for (let failures = 1; failures <= 3; failures++) {
    await rig.until(
      async () => (await runs()).length >= failures && (await runs()).every((run) => run.finishedAt !== null),
    );
    await comeDue();
  }
  expect(await db().connection.findFirst()).toMatchObject({ pausedReason: 'auth', authFailures: 3 });
  expect(await runs()).toHaveLength(3);
});

/** A whole server process but the pages. */
function startServer(): ChildServer {
  const child = new ChildServer(['--import', 'tsx', 'tests/support/faulty-start.ts'], {
    DATA_DIR: config().dataDir,
    LINEAR_API_URL: rig.linear.url,
    LOG_LEVEL: 'info',
    BASE_URL: '',
  });
  children.push(child);
  return child;
}
