import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimCall } from '@/lib/auth/idempotency';
import { db } from '@/lib/db/client';
import { SchedulerJob } from '@/lib/jobs/scheduler';
import { days, hours, minutes } from '@/lib/kit/sleep';
import { startTimer } from '@/lib/tracking/start-timer';
import { makeProject } from '@/tests/data/tracking/make-task';
import { makeMember, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let bob: TestPerson;
let eve: TestPerson;
let projectId: string;
let jobs: SchedulerJob[] = [];

beforeAll(async () => {
  database = await startTestDatabase();
  [bob, eve] = [await makeMember(), await makeMember()];
  projectId = await makeProject();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().timeEntryEvent.deleteMany();
  await db().timeEntry.deleteMany();
});
afterEach(async () => {
  await Promise.all(jobs.map((job) => job.stop()));
  jobs = [];
});

/** A server whose clock says `now`. */
async function serve(now: Date): Promise<SchedulerJob> {
  const access = { url: 'http://localhost:1/graphql', now: () => now };
  const job = new SchedulerJob({ owner: randomUUID(), access, now: () => now });
  jobs.push(job);
  await job.start();
  return job;
}

const at = (text: string) => new Date(`2026-11-${text}Z`);
const start = (person: TestPerson, now: Date) => startTimer(person.actor, { projectId }, now);
const entryOf = (person: TestPerson) => db().timeEntry.findFirst({ where: { userId: person.id } });

describe('the sweep', () => {
  it('stops a timer at its limit when nobody has answered for an hour', async () => {
    await start(bob, at('19T06:00:00'));
    await start(eve, at('19T06:00:01'));
    await serve(at('19T15:00:00'));
    expect(await entryOf(bob)).toMatchObject({
      endedAt: at('19T14:00:00'),
      durationSeconds: 28_800,
      review: 'stopped_at_limit',
    });
    expect(await entryOf(eve)).toMatchObject({ endedAt: null, review: null });
    expect(await db().timeEntryEvent.findMany({ where: { kind: 'stopped' } })).toMatchObject([
      { userId: bob.id, actorId: null, at: at('19T15:00:00') },
    ]);
  });

  it('does so at the first start after a long downtime, for everybody', async () => {
    await start(bob, at('02T06:00:00'));
    await start(eve, at('02T20:00:00'));
    await serve(at('20T08:00:00'));
    expect(await entryOf(bob)).toMatchObject({ endedAt: at('02T14:00:00'), review: 'stopped_at_limit' });
    expect(await entryOf(eve)).toMatchObject({ endedAt: at('03T00:00:00'), review: 'stopped_at_midnight' });
  });

  it('does so while the server runs, without a restart', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    await serve(new Date());
    await start(bob, new Date(Date.now() - hours(12)));
    await db().timeEntry.updateMany({ data: { askAt: new Date(Date.now() - hours(2)) } });
    vi.advanceTimersByTime(5_000);
    vi.useRealTimers();
    await expect.poll(async () => (await entryOf(bob))?.endedAt).not.toBeNull();
  });

  it('of two servers stops it once', async () => {
    await start(bob, at('19T06:00:00'));
    await Promise.all([serve(at('19T16:00:00')), serve(at('19T16:00:00')), serve(at('19T16:00:00'))]);
    expect(await db().timeEntryEvent.count({ where: { kind: 'stopped' } })).toBe(1);
  });

  it('goes on to the others when one timer cannot be stopped', async () => {
    await start(bob, at('19T06:00:00'));
    await start(eve, at('19T06:00:00'));
    await db().$executeRawUnsafe(
      `CREATE TRIGGER stuck BEFORE UPDATE ON time_entry WHEN old.user_id = '${bob.id}' BEGIN SELECT RAISE(ABORT, 'stuck'); END`,
    );
    try {
      await serve(at('19T16:00:00'));
      expect((await entryOf(bob))?.endedAt).toBeNull();
      expect((await entryOf(eve))?.endedAt).toEqual(at('19T14:00:00'));
    } finally {
      await db().$executeRawUnsafe('DROP TRIGGER stuck');
    }
  });

  it('leaves a timer alone whose hour is not over', async () => {
    await start(bob, at('19T06:00:00'));
    await serve(at('19T14:59:59'));
    expect((await entryOf(bob))?.endedAt).toBeNull();
  });

  it('removes the answers to calls of more than 14 days ago', async () => {
    const now = new Date();
    const keyed = (key: string) => ({ userId: bob.id, key, requestHash: 'x' });
    await claimCall(keyed('old'), new Date(now.getTime() - days(14) - 1));
    await claimCall(keyed('young'), new Date(now.getTime() - days(14) + minutes(1)));
    await serve(now);
    expect(await db().idempotencyKey.findMany({ select: { key: true } })).toEqual([{ key: 'young' }]);
  });
});
