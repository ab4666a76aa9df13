import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TimerStartInput } from '@/lib/contracts/timer';
import { db } from '@/lib/db/client';
import { updateInstallation } from '@/lib/db/installation';
import { AppError } from '@/lib/errors/app-error';
import { startTimer } from '@/lib/tracking/start-timer';
import { stopTimer } from '@/lib/tracking/stop-timer';
import { discardTimer, getTimer } from '@/lib/tracking/timer';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { makeAdmin, makeMember, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let bob: TestPerson;
let projectId: string;
let login: string;
let cart: string;

beforeAll(async () => {
  database = await startTestDatabase();
  bob = await makeMember({ name: 'Bob' });
  projectId = await makeProject({ name: 'Engineering' });
  login = await makeTask({ projectId, identifier: 'ENG-42', previousIdentifiers: ['OLD-7'], title: 'Login' });
  cart = await makeTask({ projectId, identifier: 'ENG-43', title: 'Cart' });
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().timeEntry.deleteMany();
  await db().installation.deleteMany();
});

/** An instant of the working day that these tests live in. */
const at = (time: string, day = '2026-11-19') => new Date(`${day}T${time.padEnd(8, ':00')}Z`);
const iso = (time: string, day?: string) => at(time, day).toISOString();
const start = (input: TimerStartInput, now: Date) => startTimer(bob.actor, input, now);
const stop = (now: Date, input = {}) => stopTimer(bob.actor, input, now);
const entries = () => db().timeEntry.findMany({ orderBy: { startedAt: 'asc' } });
const history = async (entryId: string) =>
  (await db().timeEntryEvent.findMany({ where: { entryId }, orderBy: { id: 'asc' } })).map(({ kind, actorId }) => ({
    kind,
    actorId,
  }));
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('It was not refused');
  return { code: error.code, path: error.errors?.[0]?.path };
};

describe('starting', () => {
  it('runs from the whole second, on the day of the person’s zone', async () => {
    const actor = { ...bob.actor, timeZone: 'Asia/Tokyo' };
    const started = await startTimer(actor, { taskId: login }, new Date('2026-11-19T16:30:15.900Z'));
    expect(started).toMatchObject({
      now: '2026-11-19T16:30:15.900Z',
      stopped: null,
      entry: {
        startedAt: '2026-11-19T16:30:15.000Z',
        endedAt: null,
        durationSeconds: 0,
        on: '2026-11-20',
        timeZone: 'Asia/Tokyo',
        source: 'timer',
        task: { identifier: 'ENG-42' },
        project: { name: 'Engineering' },
      },
    });
    expect(await getTimer(actor, at('16:40'))).toMatchObject({ entry: { id: started.entry?.id }, now: iso('16:40') });
  });

  it('ends what ran, at the same instant', async () => {
    await start({ taskId: login }, at('09:00'));
    const { stopped, entry } = await start({ taskId: cart }, at('10:30:07'));
    expect(stopped).toMatchObject({ endedAt: iso('10:30:07'), durationSeconds: 5407, review: null });
    expect(entry?.startedAt).toBe(stopped?.endedAt);
    expect(await history(stopped?.id ?? '')).toEqual([
      { kind: 'created', actorId: bob.id },
      { kind: 'stopped', actorId: bob.id },
    ]);
  });

  it('on what runs already goes on with it', async () => {
    const first = await start({ taskId: login, description: 'Review' }, at('09:00'));
    for (const input of [{ taskId: login }, { taskId: login, description: 'Review' }, { identifier: 'eng-42' }])
      expect(await start(input, at('10:00'))).toMatchObject({ entry: { id: first.entry?.id }, stopped: null });
    const queued = await start({ taskId: login, startedAt: iso('09:59') }, at('10:00'));
    expect(queued.entry?.id).toBe(first.entry?.id);
    expect(await entries()).toHaveLength(1);
  });

  it('on what runs already, in other words, is another entry', async () => {
    await start({ taskId: login, description: 'Review' }, at('09:00'));
    const { stopped, entry } = await start({ taskId: login, description: 'Pairing' }, at('10:00'));
    expect([stopped?.description, entry?.description]).toEqual(['Review', 'Pairing']);
  });

  it('within the second in which the last began leaves no empty entry, and no gap in the history', async () => {
    const first = await start({ taskId: login }, at('09:00'));
    const { stopped, entry } = await start({ taskId: cart }, new Date(at('09:00').getTime() + 700));
    expect(stopped).toBeNull();
    expect(await entries()).toHaveLength(1);
    expect(entry?.task?.id).toBe(cart);
    expect((await history(first.entry?.id ?? '')).map(({ kind }) => kind)).toEqual(['created', 'deleted']);
  });

  it.each(['ENG-42', 'eng 42', 'OLD-7', 'https://linear.app/acme/issue/ENG-42/fix-login', 'ada/eng-42-fix-login'])(
    'finds the task by %s',
    async (identifier) => {
      expect((await start({ identifier }, at('09:00'))).entry?.task?.id).toBe(login);
    },
  );

  it.each([
    ['an unknown task', { taskId: 'unknown' }, 'validation_failed', 'taskId'],
    ['an unknown project', { projectId: 'unknown' }, 'validation_failed', 'projectId'],
    ['an unknown identifier', { identifier: 'ENG-99' }, 'not_found', 'identifier'],
    ['no identifier at all', { identifier: 'the login thing' }, 'not_found', 'identifier'],
    ['the future', { startedAt: iso('09:01:01') }, 'starts_in_future', 'startedAt'],
    ['before what runs', { startedAt: iso('08:29:59') }, 'ends_before_start', 'startedAt'],
  ])('refuses %s, and lets run what runs', async (_name, input, code, path) => {
    const { entry } = await start({ taskId: login }, at('08:30'));
    const wanted = 'startedAt' in input ? { taskId: cart, ...input } : input;
    expect(await refusal(start(wanted, at('09:00')))).toEqual({ code, path });
    expect((await getTimer(bob.actor, at('09:01'))).entry?.id).toBe(entry?.id);
    expect(await entries()).toHaveLength(1);
  });

  it('refuses an archived project, but not its tasks', async () => {
    const archived = await makeProject({ archivedAt: new Date() });
    const task = await makeTask({ projectId: archived });
    expect(await refusal(start({ projectId: archived }, at('09:00')))).toEqual({
      code: 'validation_failed',
      path: 'projectId',
    });
    expect((await start({ taskId: task }, at('09:00'))).entry?.task?.id).toBe(task);
  });

  it('takes a start from before, and ends what ran there', async () => {
    await start({ taskId: login }, at('09:00'));
    const { stopped, entry } = await start({ taskId: cart, startedAt: '2026-11-19T11:00:00.700+02:00' }, at('12:00'));
    expect(stopped).toBeNull();
    expect(entry?.startedAt).toBe(iso('09:00'));
    const next = await start({ projectId, startedAt: iso('10:00') }, at('12:00'));
    expect(next.stopped).toMatchObject({ endedAt: iso('10:00'), durationSeconds: 3600 });
  });

  it('takes a start that a browser’s clock puts a little ahead', async () => {
    const { entry } = await start({ taskId: login, startedAt: iso('09:00:50') }, at('09:00'));
    expect(entry?.startedAt).toBe(iso('09:00:50'));
    expect(await stop(at('09:00:20'))).toMatchObject({ endedAt: iso('09:00:51'), durationSeconds: 1 });
  });

  it('of a start in a locked day is refused', async () => {
    await updateInstallation({ lockBefore: '2026-11-19' }, new Date());
    const input = { taskId: login, startedAt: iso('23:00', '2026-11-18') };
    expect(await refusal(start(input, at('09:00')))).toEqual({ code: 'day_locked', path: 'startedAt' });
  });

  it('is refused at a time that is taken, where overlaps are refused', async () => {
    await updateInstallation({ overlaps: 'refuse' }, new Date());
    await start({ taskId: login }, at('09:00'));
    await stop(at('10:00'));
    expect(await refusal(start({ taskId: cart, startedAt: iso('09:30') }, at('11:00')))).toEqual({
      code: 'entry_overlaps',
      path: 'startedAt',
    });
    const { entry } = await start({ taskId: cart, startedAt: iso('10:00') }, at('11:00'));
    expect(entry?.startedAt).toBe(iso('10:00'));
  });

  it('follows a timer that lived for a moment, where overlaps are refused', async () => {
    await updateInstallation({ overlaps: 'refuse' }, new Date());
    const moment = (ms: number) => new Date(at('09:00').getTime() + ms);
    await start({ taskId: login }, moment(100));
    expect(await stop(moment(300))).toMatchObject({ endedAt: iso('09:00:01'), durationSeconds: 1 });
    const { entry } = await start({ taskId: cart }, moment(500));
    expect(entry?.startedAt).toBe(iso('09:00:01'));
  });

  it('lets others run theirs', async () => {
    const ada = await makeAdmin();
    await start({ taskId: login }, at('09:00'));
    await startTimer(ada.actor, { taskId: login }, at('09:30'));
    expect((await getTimer(bob.actor, at('10:00'))).entry?.startedAt).toBe(iso('09:00'));
    expect((await entries()).filter(({ endedAt }) => endedAt === null)).toHaveLength(2);
  });
});

describe('stopping', () => {
  it('counts whole seconds', async () => {
    await start({ taskId: login }, new Date(at('09:00').getTime() + 999));
    expect(await stop(new Date(at('09:10').getTime() + 999))).toMatchObject({
      endedAt: iso('09:10'),
      durationSeconds: 600,
      review: null,
    });
    expect(await getTimer(bob.actor, at('09:11'))).toMatchObject({ entry: null, askAt: null, stopsAt: null });
  });

  it.each([
    ['without a timer', {}, 'no_timer', undefined],
    ['of an entry that ended before', { entryId: 'x' }, 'no_timer', undefined],
  ])('is refused %s', async (_name, input, code, path) => {
    expect(await refusal(stop(at('09:00'), input))).toEqual({ code, path });
  });

  it.each([
    ['before the start', { endedAt: iso('08:59:59') }, 'ends_before_start', 'endedAt'],
    ['in the future', { endedAt: iso('10:01:01') }, 'ends_in_future', 'endedAt'],
    ['of another timer than runs', { entryId: 'x' }, 'timer_changed', undefined],
  ])('is refused %s, and the timer goes on', async (_name, input, code, path) => {
    await start({ taskId: login }, at('09:00'));
    expect(await refusal(stop(at('10:00'), input))).toEqual({ code, path });
    expect((await getTimer(bob.actor, at('10:00'))).entry).not.toBeNull();
  });

  it('takes the end that is given', async () => {
    await start({ taskId: login }, at('09:00'));
    expect(await stop(at('17:00'), { endedAt: '2026-11-19T12:15:30.500Z' })).toMatchObject({
      endedAt: iso('12:15:30'),
      durationSeconds: 11_730,
    });
  });

  it('gives at least a second', async () => {
    await start({ taskId: login }, at('09:00'));
    expect(await stop(at('10:00'), { endedAt: iso('09:00') })).toMatchObject({ durationSeconds: 1 });
  });

  it('holds when the clock was set back', async () => {
    await start({ taskId: login }, at('09:00'));
    expect((await getTimer(bob.actor, at('08:00'))).entry?.startedAt).toBe(iso('09:00'));
    expect(await stop(at('08:00'))).toMatchObject({ endedAt: iso('09:00:01'), durationSeconds: 1 });
    await start({ taskId: cart }, at('10:00'));
    const later = await stop(at('09:30'), { endedAt: iso('10:00:30') });
    expect(later.durationSeconds).toBe(30);
  });

  it('is refused by no rule that came after the start', async () => {
    await start({ taskId: login, startedAt: iso('23:00', '2026-11-18') }, at('06:00'));
    await db().timeEntry.create({
      data: {
        id: 'other',
        userId: bob.id,
        projectId,
        madeInProjectId: projectId,
        on: '2026-11-19',
        startedAt: at('01:00'),
        endedAt: at('02:00'),
        durationSeconds: 3600,
      },
    });
    await updateInstallation({ overlaps: 'refuse', lockBefore: '2026-11-20' }, new Date());
    expect(await stop(at('06:30'))).toMatchObject({ durationSeconds: 27_000, on: '2026-11-18', isLocked: true });
  });

  it('after 24 hours gives the 24 hours, and asks to look at them', async () => {
    await start({ taskId: login, startedAt: iso('12:00', '2026-11-18') }, at('06:00'));
    await db().timeEntry.updateMany({ data: { askAt: at('12:00') } });
    expect(await stop(at('12:30'))).toMatchObject({
      endedAt: iso('12:00'),
      durationSeconds: 86_400,
      review: 'stopped_at_longest',
    });
  });

  it('by a start after 24 hours does the same', async () => {
    await start({ taskId: login, startedAt: iso('12:00', '2026-11-18') }, at('06:00'));
    await db().timeEntry.updateMany({ data: { askAt: at('12:00') } });
    const { stopped, entry } = await start({ taskId: cart }, at('12:30'));
    expect(stopped).toMatchObject({ endedAt: iso('12:00'), review: 'stopped_at_longest' });
    expect(entry?.startedAt).toBe(iso('12:30'));
  });
});

describe('discarding', () => {
  it('keeps no time, but all of it in the history', async () => {
    const { entry } = await start({ taskId: login, description: 'Oops' }, at('09:00'));
    expect(await discardTimer(bob.actor, entry?.id, at('10:00'))).toMatchObject({ id: entry?.id, endedAt: null });
    expect(await entries()).toEqual([]);
    const [deleted] = await db().timeEntryEvent.findMany({ where: { entryId: entry?.id ?? '', kind: 'deleted' } });
    expect(deleted?.snapshot).toContain('Oops');
  });

  it('is refused in a day that was locked meanwhile: there it can only be stopped', async () => {
    await start({ taskId: login }, at('09:00'));
    await updateInstallation({ lockBefore: '2026-11-21' }, new Date());
    expect(await refusal(discardTimer(bob.actor, undefined, at('10:00')))).toMatchObject({ code: 'day_locked' });
    expect(await stop(at('10:00'))).toMatchObject({ durationSeconds: 3600 });
  });

  it('is refused without a timer, and of another than runs', async () => {
    expect(await refusal(discardTimer(bob.actor, undefined, at('09:00')))).toMatchObject({ code: 'no_timer' });
    await start({ taskId: login }, at('09:00'));
    expect(await refusal(discardTimer(bob.actor, 'x', at('10:00')))).toMatchObject({ code: 'timer_changed' });
    expect(await entries()).toHaveLength(1);
  });
});
