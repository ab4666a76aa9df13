import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { keepTimer } from '@/lib/tracking/keep-timer';
import { startTimer } from '@/lib/tracking/start-timer';
import { stopTimer } from '@/lib/tracking/stop-timer';
import { getTimer } from '@/lib/tracking/timer';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { makeMember, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let bob: TestPerson;
let actor: PersonActor;
let taskId: string;
let other: string;

beforeAll(async () => {
  database = await startTestDatabase();
  bob = await makeMember();
  const projectId = await makeProject();
  taskId = await makeTask({ projectId });
  other = await makeTask({ projectId });
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().timeEntry.deleteMany();
  await db().timeEntryEvent.deleteMany();
  await live('Europe/Berlin', 8);
});

/** Where the person is, and after how many hours they want to be asked. */
async function live(timeZone: string, limitHours: number): Promise<void> {
  const timerLimitMinutes = limitHours * 60;
  actor = { ...bob.actor, timeZone, timerLimitMinutes };
  await db().user.update({ where: { id: bob.id }, data: { timeZone, timerLimitMinutes } });
}

const at = (text: string) => new Date(text);
const start = (time: string, startedAt = time) => startTimer(actor, { taskId, startedAt }, at(time));
const keep = (time: string, entryId?: string) => keepTimer(actor, entryId, at(time));

describe('a timer is asked about', () => {
  it.each([
    ['after the person’s limit', 'Europe/Berlin', 8, '2026-11-19T08:00:00Z', '2026-11-19T16:00:00Z'],
    ['after another limit', 'Europe/Berlin', 2, '2026-11-19T08:00:00Z', '2026-11-19T10:00:00Z'],
    ['at local midnight', 'Europe/Berlin', 8, '2026-11-19T18:00:00Z', '2026-11-19T23:00:00Z'],
    ['at local midnight, elsewhere', 'America/New_York', 8, '2026-11-19T23:00:00Z', '2026-11-20T05:00:00Z'],
    ['at the first midnight of a 25 hour day', 'America/Havana', 24, '2026-10-31T12:00:00Z', '2026-11-01T04:00:00Z'],
    ['after 24 hours of a 25 hour day', 'Europe/Berlin', 24, '2026-10-24T22:00:00Z', '2026-10-25T22:00:00Z'],
    ['at the end of a 23 hour day', 'Europe/Berlin', 24, '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['after hours, whatever clocks do', 'Europe/Berlin', 8, '2026-10-24T23:00:00Z', '2026-10-25T07:00:00Z'],
  ])('%s', async (_name, timeZone, limit, startedAt, askAt) => {
    await live(timeZone, limit);
    await start(startedAt);
    const timer = await getTimer(actor, at(startedAt));
    expect(timer.askAt).toBe(at(askAt).toISOString());
    expect(timer.stopsAt).toBe(new Date(at(askAt).getTime() + 3_600_000).toISOString());
  });

  it('counted from when its start came in, because its person was there', async () => {
    await start('2026-11-19T12:00:00Z', '2026-11-19T03:00:00Z');
    expect((await getTimer(actor, at('2026-11-19T12:00:00Z'))).askAt).toBe('2026-11-19T20:00:00.000Z');
  });
});

describe('"still working"', () => {
  it('asks again after another limit, and stands in the history', async () => {
    const { entry } = await start('2026-11-19T06:00:00Z');
    const kept = await keep('2026-11-19T14:05:00Z', entry?.id);
    expect(kept).toMatchObject({
      entry: { id: entry?.id, startedAt: '2026-11-19T06:00:00.000Z', endedAt: null },
      askAt: '2026-11-19T22:05:00.000Z',
      stopsAt: '2026-11-19T23:05:00.000Z',
    });
    const [event] = await db().timeEntryEvent.findMany({ where: { kind: 'kept' } });
    expect(event).toMatchObject({ entryId: entry?.id, actorId: bob.id });
    expect(JSON.parse(event?.changes ?? '')).toEqual([
      { field: 'askAt', from: '2026-11-19T14:00:00.000Z', to: '2026-11-19T22:05:00.000Z' },
    ]);
  });

  it('asks again at midnight, and after it by the limit', async () => {
    await start('2026-11-19T20:00:00Z');
    expect((await keep('2026-11-19T21:00:00Z')).askAt).toBe('2026-11-19T23:00:00.000Z');
    expect((await keep('2026-11-19T23:10:00Z')).askAt).toBe('2026-11-20T07:10:00.000Z');
  });

  it('never goes past 24 hours', async () => {
    await start('2026-11-19T06:00:00Z');
    for (const hour of ['14:30', '22:30', '23:30']) await keep(`2026-11-19T${hour}:00Z`);
    expect((await keep('2026-11-20T05:59:59Z')).askAt).toBe('2026-11-20T06:00:00.000Z');
    await expect(keep('2026-11-20T06:00:00Z')).rejects.toMatchObject({
      code: 'entry_too_long',
      hint: 'Stop this timer and start another.',
    });
    expect(await stopTimer(actor, {}, at('2026-11-20T06:10:00Z'))).toMatchObject({ durationSeconds: 86_400 });
  });

  it('is refused without a timer, of another than runs, and when it comes too late', async () => {
    await expect(keep('2026-11-19T06:00:00Z')).rejects.toMatchObject({ code: 'no_timer' });
    await start('2026-11-19T06:00:00Z');
    await expect(keep('2026-11-19T14:00:00Z', 'x')).rejects.toMatchObject({ code: 'timer_changed' });
    await expect(keep('2026-11-19T15:00:00Z')).rejects.toMatchObject({ code: 'no_timer' });
    expect(await db().timeEntry.findMany()).toMatchObject([{ review: 'stopped_at_limit', durationSeconds: 28_800 }]);
  });
});

describe('a forgotten timer', () => {
  it.each([
    ['the limit', 'stopped_at_limit', 8, '2026-11-19T06:00:00Z', '2026-11-19T14:00:00Z'],
    ['midnight', 'stopped_at_midnight', 8, '2026-11-19T18:00:00Z', '2026-11-19T23:00:00Z'],
    ['24 hours', 'stopped_at_longest', 24, '2026-10-24T22:00:00Z', '2026-10-25T22:00:00Z'],
  ])('ends at %s', async (_name, review, limit, startedAt, end) => {
    await live('Europe/Berlin', limit);
    await start(startedAt);
    const deadline = at(end).getTime() + 3_600_000;
    expect((await getTimer(actor, new Date(deadline - 1))).entry).not.toBeNull();
    expect((await getTimer(actor, new Date(deadline))).entry).toBeNull();
    expect(await db().timeEntry.findMany()).toMatchObject([
      { endedAt: at(end), durationSeconds: (at(end).getTime() - at(startedAt).getTime()) / 1000, review, askAt: null },
    ]);
    expect(await db().timeEntryEvent.findMany({ where: { kind: 'stopped' } })).toMatchObject([
      { actorId: null, userId: bob.id, changes: expect.stringContaining(review) },
    ]);
  });

  it('ends at the midnight of where its person was, who has moved since', async () => {
    await start('2026-11-19T20:00:00Z');
    await live('America/New_York', 8);
    await getTimer(actor, at('2026-11-20T12:00:00Z'));
    expect(await db().timeEntry.findMany()).toMatchObject([
      {
        endedAt: at('2026-11-19T23:00:00Z'),
        review: 'stopped_at_midnight',
        on: '2026-11-19',
        timeZone: 'Europe/Berlin',
      },
    ]);
  });

  it('ends there after a long downtime too, before the next one starts', async () => {
    await start('2026-11-16T06:00:00Z');
    const next = await startTimer(actor, { taskId }, at('2026-11-19T06:00:00Z'));
    expect(next).toMatchObject({
      stopped: { endedAt: '2026-11-16T14:00:00.000Z', review: 'stopped_at_limit' },
      entry: { startedAt: '2026-11-19T06:00:00.000Z' },
    });
  });

  it('is answered to whoever stops it then', async () => {
    const { entry } = await start('2026-11-19T06:00:00Z');
    const late = at('2026-11-19T18:00:00Z');
    for (const input of [{}, { entryId: entry?.id }]) {
      const stopped = await stopTimer(actor, input, late);
      expect(stopped).toMatchObject({ id: entry?.id, endedAt: '2026-11-19T14:00:00.000Z', review: 'stopped_at_limit' });
    }
    await expect(stopTimer(actor, {}, late)).rejects.toMatchObject({ code: 'no_timer' });
  });

  it('has the end that its person gave in time, although it came later', async () => {
    const { entry } = await start('2026-11-19T06:00:00Z');
    const endedAt = '2026-11-19T14:30:00.000Z';
    const stopped = await stopTimer(actor, { endedAt }, at('2026-11-19T18:00:00Z'));
    expect(stopped).toMatchObject({ id: entry?.id, endedAt, durationSeconds: 30_600, review: null });
  });

  it('keeps the end that Trackline gave when its person only says so the next morning', async () => {
    const { entry } = await start('2026-11-19T06:00:00Z');
    const morning = '2026-11-20T06:00:00.000Z';
    for (const seen of [true, false]) {
      const input = { endedAt: morning, ...(seen && { entryId: entry?.id }) };
      const work = stopTimer(actor, input, at(morning));
      if (seen) expect(await work).toMatchObject({ endedAt: '2026-11-19T14:00:00.000Z', review: 'stopped_at_limit' });
      else await expect(work).rejects.toMatchObject({ code: 'no_timer' });
    }
  });

  it('has it even after Trackline has ended it and another one runs', async () => {
    const { entry } = await start('2026-11-19T06:00:00Z');
    await getTimer(actor, at('2026-11-19T16:00:00Z'));
    await startTimer(actor, { taskId: other }, at('2026-11-19T17:00:00Z'));
    const endedAt = '2026-11-19T15:00:00.000Z';
    const stopped = await stopTimer(actor, { entryId: entry?.id, endedAt }, at('2026-11-19T18:00:00Z'));
    expect(stopped).toMatchObject({ id: entry?.id, endedAt, durationSeconds: 32_400, review: null });
    expect((await getTimer(actor, at('2026-11-19T18:00:00Z'))).entry?.task?.id).toBe(other);
    // Somebody has looked at it now: it is an entry like any other.
    await expect(
      stopTimer(actor, { entryId: entry?.id, endedAt: '2026-11-19T16:30:00Z' }, at('2026-11-19T18:00:00Z')),
    ).rejects.toMatchObject({ code: 'timer_changed' });
  });
});
