import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { updateInstallation } from '@/lib/db/installation';
import { changeEntry } from '@/lib/tracking/change-entry';
import { createEntry } from '@/lib/tracking/create-entry';
import { deleteEntry } from '@/lib/tracking/delete-entry';
import { duplicateEntry } from '@/lib/tracking/duplicate-entry';
import { listEntryEvents } from '@/lib/tracking/list-entry-events';
import { restoreEntry } from '@/lib/tracking/restore-entry';
import { splitEntry } from '@/lib/tracking/split-entry';
import { startTimer } from '@/lib/tracking/start-timer';
import { discardTimer } from '@/lib/tracking/timer';
import { makeAdmin, makeMember, type TestAdmin, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { at, now, putEntry, refused } from './entries-rig';
import { makeProject, makeTask } from './make-task';

let database: TestDatabase;
let ada: TestAdmin;
let bob: TestPerson;
let eve: TestPerson;
let projectId: string;
let taskId: string;

beforeAll(async () => {
  database = await startTestDatabase();
  [ada, bob, eve] = [await makeAdmin({ name: 'Ada' }), await makeMember({ name: 'Bob' }), await makeMember()];
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().timeEntry.deleteMany();
  await db().installation.deleteMany();
  projectId = await makeProject({ name: 'Internal' });
  taskId = await makeTask({ projectId, identifier: 'ENG-1', title: 'Fix login' });
});

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const timed = (from = '09:00', to = '12:00') =>
  createEntry(bob.actor, { taskId, startedAt: at(from), endedAt: at(to), tags: ['Call'], description: 'Login' }, now);
const onDay = (seconds = 7200) => createEntry(bob.actor, { taskId, on: '2026-02-10', durationSeconds: seconds }, now);
const history = async (entryId: string, actor = bob.actor) =>
  (await listEntryEvents(actor, entryId, { limit: 50 })).items;
const kinds = async (entryId: string) => (await history(entryId)).map(({ kind }) => kind);
const lock = (lockBefore: string) => updateInstallation({ lockBefore }, now);

describe('a deleted entry', () => {
  it('comes back as it was, with its id, its making and its rate', async () => {
    const entry = await createEntry(
      bob.actor,
      { taskId, startedAt: at('09:00'), endedAt: at('10:00'), tags: ['A'] },
      now,
    );
    await db().timeEntry.update({ where: { id: entry.id }, data: { rate: 9000, review: 'stopped_at_limit' } });
    const before = await db().timeEntry.findUniqueOrThrow({ where: { id: entry.id } });
    await deleteEntry(bob.actor, entry.id, later(1));
    expect(await db().timeEntry.count()).toBe(0);
    await restoreEntry(bob.actor, entry.id, later(2));
    const after = await db().timeEntry.findUniqueOrThrow({ where: { id: entry.id } });
    expect(after).toEqual({ ...before, updatedAt: later(2) });
    expect(await kinds(entry.id)).toEqual(['restored', 'deleted', 'created']);
  });

  it('comes back once, and is answered when it is there already', async () => {
    const entry = await timed();
    expect(await restoreEntry(bob.actor, entry.id, now)).toEqual(entry);
    await deleteEntry(bob.actor, entry.id, later(1));
    await Promise.all([restoreEntry(bob.actor, entry.id, later(2)), restoreEntry(bob.actor, entry.id, later(2))]);
    expect(await kinds(entry.id)).toEqual(['restored', 'deleted', 'created']);
  });

  it('comes back as it was deleted last', async () => {
    const entry = await timed();
    await deleteEntry(bob.actor, entry.id, later(1));
    await restoreEntry(bob.actor, entry.id, later(2));
    await changeEntry(bob.actor, entry.id, { description: 'Second' }, later(3));
    await deleteEntry(bob.actor, entry.id, later(4));
    expect((await restoreEntry(bob.actor, entry.id, later(5))).description).toBe('Second');
  });

  it('is for its person and for admins', async () => {
    const entry = await timed();
    await deleteEntry(ada.actor, entry.id, later(1));
    await expect(restoreEntry(eve.actor, entry.id, now)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listEntryEvents(eve.actor, entry.id, { limit: 5 })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await history(entry.id)).map(({ kind, by }) => [kind, by])).toEqual([
      ['deleted', 'Ada'],
      ['created', 'Bob'],
    ]);
    expect((await restoreEntry(ada.actor, entry.id, later(2))).user.id).toBe(bob.id);
    await expect(restoreEntry(bob.actor, 'unknown', now)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('stays deleted on a locked day, and where its time has been taken since', async () => {
    const entry = await timed();
    await deleteEntry(bob.actor, entry.id, later(1));
    await lock('2026-02-11');
    await expect(restoreEntry(bob.actor, entry.id, now)).rejects.toMatchObject({ code: 'day_locked' });
    await updateInstallation({ lockBefore: null, overlaps: 'refuse' }, now);
    const taken = await timed('11:00', '12:00');
    await expect(restoreEntry(bob.actor, entry.id, now)).rejects.toMatchObject({ code: 'entry_overlaps' });
    await deleteEntry(bob.actor, taken.id, now);
    expect(await restoreEntry(bob.actor, entry.id, now)).toMatchObject({ id: entry.id });
  });

  it('follows its task to the project where it is now, and keeps where it was made', async () => {
    const entry = await timed();
    await deleteEntry(bob.actor, entry.id, later(1));
    const other = await makeProject({ name: 'Other' });
    await db().task.update({ where: { id: taskId }, data: { projectId: other } });
    const restored = await restoreEntry(bob.actor, entry.id, later(2));
    expect([restored.project.id, restored.madeInProject.id]).toEqual([other, projectId]);
  });

  it('comes back on the project alone when its task is no longer there', async () => {
    const entry = await timed();
    await deleteEntry(bob.actor, entry.id, later(1));
    await db().task.delete({ where: { id: taskId } });
    expect(await restoreEntry(bob.actor, entry.id, later(2))).toMatchObject({ task: null, project: { id: projectId } });
    const [event] = await history(entry.id);
    expect(event?.changes).toEqual([{ field: 'task', from: 'ENG-1: Fix login', to: null }]);
  });

  it('is told to be lost when its project is no longer there', async () => {
    const entry = await timed();
    await deleteEntry(bob.actor, entry.id, later(1));
    await db().task.delete({ where: { id: taskId } });
    await db().project.delete({ where: { id: projectId } });
    await expect(restoreEntry(bob.actor, entry.id, now)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a discarded timer', () => {
  it('runs on when nothing else runs', async () => {
    const { entry } = await startTimer(bob.actor, { taskId }, now);
    await discardTimer(bob.actor, undefined, later(5));
    const restored = await restoreEntry(bob.actor, entry?.id ?? '', later(6));
    expect(restored).toMatchObject({ startedAt: now.toISOString(), endedAt: null, durationSeconds: 0 });
    expect((await db().timeEntry.findFirst())?.askAt).toEqual(later(6 + 480));
  });

  it('ends when it was discarded when something else runs', async () => {
    const { entry } = await startTimer(bob.actor, { taskId }, now);
    await discardTimer(bob.actor, undefined, later(5));
    await startTimer(bob.actor, { projectId }, later(5));
    const restored = await restoreEntry(bob.actor, entry?.id ?? '', later(6));
    expect(restored).toMatchObject({ endedAt: later(5).toISOString(), durationSeconds: 300, review: null });
    expect((await history(restored.id))[0]?.changes.map(({ field }) => field)).toEqual(['endedAt', 'durationSeconds']);
  });

  it('comes back with a second at least and a day at most, then for review', async () => {
    const { entry: short } = await startTimer(bob.actor, { taskId }, now);
    await discardTimer(bob.actor, undefined, now);
    const { entry: long } = await startTimer(bob.actor, { taskId }, now);
    await discardTimer(bob.actor, undefined, later(60 * 30));
    await startTimer(bob.actor, { projectId }, later(60 * 30));
    expect(await restoreEntry(bob.actor, short?.id ?? '', later(60 * 30))).toMatchObject({ durationSeconds: 1 });
    expect(await restoreEntry(bob.actor, long?.id ?? '', later(60 * 30))).toMatchObject({
      durationSeconds: 86_400,
      review: 'stopped_at_longest',
    });
  });
});

describe('splitting', () => {
  it('makes two of a span, at an instant or after some time, and both tell it', async () => {
    const entry = await timed();
    const { first, second } = await splitEntry(bob.actor, entry.id, { at: '2026-02-10T10:30:00.750Z' }, later(1));
    expect(first).toMatchObject({ id: entry.id, startedAt: entry.startedAt, endedAt: '2026-02-10T10:30:00.000Z' });
    expect(second).toMatchObject({ startedAt: '2026-02-10T10:30:00.000Z', endedAt: entry.endedAt, tags: ['Call'] });
    expect(first.durationSeconds + second.durationSeconds).toBe(entry.durationSeconds);
    expect([await kinds(first.id), await kinds(second.id)]).toEqual([['edited', 'created'], ['created']]);
    const again = await splitEntry(bob.actor, first.id, { seconds: 60 }, later(2));
    expect([again.first.durationSeconds, again.second.durationSeconds]).toEqual([60, 5340]);
  });

  it('makes two of a duration', async () => {
    const { first, second } = await splitEntry(bob.actor, (await onDay()).id, { seconds: 1800 }, now);
    expect([first.durationSeconds, second.durationSeconds]).toEqual([1800, 5400]);
    expect([second.startedAt, second.on, second.task?.id]).toEqual([null, '2026-02-10', taskId]);
  });

  it('lets the second part of a running timer run on', async () => {
    const { entry } = await startTimer(bob.actor, { taskId, startedAt: at('13:00') }, now);
    const { first, second } = await splitEntry(bob.actor, entry?.id ?? '', { at: at('14:00') }, later(1));
    expect([first.durationSeconds, second.startedAt, second.endedAt]).toEqual([3600, at('14:00'), null]);
    expect((await kinds(first.id))[0]).toBe('stopped');
  });

  it('keeps the rate of the time, and takes that of the day after midnight', async () => {
    const span = { startedAt: at('22:00', '2026-02-08'), endedAt: at('02:00', '2026-02-09') };
    const entry = await createEntry(ada.actor, { taskId, ...span }, now);
    await db().timeEntry.update({ where: { id: entry.id }, data: { rate: 5000 } });
    await db().rate.create({
      data: {
        id: taskId,
        kind: 'task',
        subjectId: taskId,
        amount: 8000,
        effectiveFrom: '2026-01-01',
        createdById: ada.id,
      },
    });
    const { first, second } = await splitEntry(ada.actor, entry.id, { at: at('23:00', '2026-02-08') }, now);
    expect([first.rate, second.rate, second.on]).toEqual([5000, 5000, '2026-02-08']);
    const night = await splitEntry(ada.actor, second.id, { at: at('00:00', '2026-02-09') }, now);
    expect([night.first.rate, night.second.rate, night.second.on]).toEqual([5000, 8000, '2026-02-09']);
  });

  it.each([
    ['at the start', { at: at('09:00') }, 'at'],
    ['at the end', { at: at('12:00') }, 'at'],
    ['outside', { at: at('08:00') }, 'at'],
    ['after all of it', { seconds: 10_800 }, 'seconds'],
  ])('is refused %s', async (_name, input, path) => {
    const entry = await timed();
    await expect(splitEntry(bob.actor, entry.id, input, now)).rejects.toMatchObject(refused(path));
  });

  it('is refused for a duration without a length, in the future of a timer, on locked days and for others', async () => {
    const duration = await onDay();
    await expect(splitEntry(bob.actor, duration.id, { at: at('10:00') }, now)).rejects.toMatchObject(refused('at'));
    await expect(splitEntry(bob.actor, duration.id, { seconds: 7200 }, now)).rejects.toMatchObject(refused('seconds'));
    const { entry } = await startTimer(bob.actor, { taskId, startedAt: at('13:00') }, now);
    await expect(splitEntry(bob.actor, entry?.id ?? '', { at: at('15:30') }, now)).rejects.toMatchObject(refused('at'));
    await expect(splitEntry(eve.actor, duration.id, { seconds: 60 }, now)).rejects.toMatchObject({ code: 'forbidden' });
    await lock('2026-02-11');
    const locked = { code: 'day_locked' };
    await expect(splitEntry(bob.actor, duration.id, { seconds: 60 }, now)).rejects.toMatchObject(locked);
    expect(await splitEntry(ada.actor, duration.id, { seconds: 60 }, now)).toBeDefined();
  });
});

describe('duplicating', () => {
  it('keeps the wall time of the zone over a clock change, and the duration', async () => {
    const berlin = { timeZone: 'Europe/Berlin', on: '2026-03-28' };
    const span = { startedAt: new Date('2026-03-28T08:00:00Z'), endedAt: new Date('2026-03-28T10:00:00Z') };
    const id = await putEntry({ userId: bob.id, projectId, taskId, ...berlin, ...span, durationSeconds: 7200 });
    const copy = await duplicateEntry(bob.actor, id, { on: '2026-03-29' }, new Date('2026-03-30T12:00:00Z'));
    expect([copy.startedAt, copy.endedAt]).toEqual(['2026-03-29T07:00:00.000Z', '2026-03-29T09:00:00.000Z']);
    expect([copy.on, copy.timeZone, copy.durationSeconds]).toEqual(['2026-03-29', 'Europe/Berlin', 7200]);
  });

  it('is for the same person, on the same day unless another is said, and new time', async () => {
    const entry = await timed();
    const copy = await duplicateEntry(ada.actor, entry.id, {}, later(1));
    expect(copy).toMatchObject({
      user: { id: bob.id },
      startedAt: entry.startedAt,
      endedAt: entry.endedAt,
      description: 'Login',
      tags: ['Call'],
    });
    expect(copy.id).not.toBe(entry.id);
    expect(await kinds(copy.id)).toEqual(['created']);
    const duration = await duplicateEntry(bob.actor, (await onDay()).id, { on: '2026-02-09' }, now);
    expect([duration.on, duration.startedAt, duration.durationSeconds]).toEqual(['2026-02-09', null, 7200]);
  });

  it('is refused in the future, at the field of the day', async () => {
    const yesterday = { startedAt: at('14:00', '2026-02-09'), endedAt: at('16:00', '2026-02-09') };
    const entry = await createEntry(bob.actor, { taskId, ...yesterday }, now);
    const copy = (on: string) => duplicateEntry(bob.actor, entry.id, { on }, now);
    await expect(copy('2026-02-10')).rejects.toMatchObject(refused('on', 'ends_in_future'));
    await expect(copy('2026-02-11')).rejects.toMatchObject(refused('on', 'starts_in_future'));
    const duration = await onDay();
    const tomorrow = duplicateEntry(bob.actor, duration.id, { on: '2026-02-11' }, now);
    await expect(tomorrow).rejects.toMatchObject(refused('on', 'starts_in_future'));
  });

  it('is refused for a running timer, on a locked day, over other time and for others', async () => {
    const { entry: running } = await startTimer(bob.actor, { taskId }, now);
    const copy = (id = '', on?: string, actor = bob.actor) =>
      duplicateEntry(actor, id, on === undefined ? {} : { on }, now);
    await expect(copy(running?.id)).rejects.toMatchObject({ code: 'conflict' });
    const entry = await timed();
    await expect(copy(entry.id, undefined, eve.actor)).rejects.toMatchObject({ code: 'forbidden' });
    await updateInstallation({ lockBefore: '2026-02-10', overlaps: 'refuse' }, now);
    await expect(copy(entry.id, '2026-02-09')).rejects.toMatchObject({ code: 'day_locked' });
    await expect(copy(entry.id)).rejects.toMatchObject({ code: 'entry_overlaps' });
  });
});
