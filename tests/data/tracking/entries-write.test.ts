import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntryChange, EntryInput } from '@/lib/contracts/time-entry';
import { db } from '@/lib/db/client';
import { updateInstallation } from '@/lib/db/installation';
import { changeEntry } from '@/lib/tracking/change-entry';
import { createEntry } from '@/lib/tracking/create-entry';
import { deleteEntry } from '@/lib/tracking/delete-entry';
import { getEntry } from '@/lib/tracking/get-entry';
import { listEntryEvents } from '@/lib/tracking/list-entry-events';
import { startTimer } from '@/lib/tracking/start-timer';
import { stopTimer } from '@/lib/tracking/stop-timer';
import { makeAdmin, makeMember, type TestAdmin, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { at, now, refused } from './entries-rig';
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
  projectId = await makeProject({ name: 'Internal' });
  taskId = await makeTask({ projectId, identifier: 'ENG-1', title: 'Fix login' });
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().timeEntry.deleteMany();
  await db().installation.deleteMany();
  await db().rate.deleteMany();
});

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const add = (given: EntryInput, actor = bob.actor) => createEntry(actor, { taskId, ...given }, now);
const timed = (from = '09:00', to = '10:00') => add({ startedAt: at(from), endedAt: at(to) });
const onDay = (on = '2026-02-10') => add({ on, durationSeconds: 3600 });
let changes = 0;
/** Each a millisecond after the one before: the history is in the order of time. */
const change = (entryId: string, given: EntryChange, actor = bob.actor) =>
  changeEntry(actor, entryId, given, new Date(now.getTime() + ++changes));
const history = async (entryId: string) => (await listEntryEvents(bob.actor, entryId, { limit: 50 })).items;
const setRate = (kind: string, subjectId: string, amount: number, effectiveFrom: string) =>
  db().rate.create({
    data: { id: `${kind} ${effectiveFrom}`, kind, subjectId, amount, effectiveFrom, createdById: ada.id },
  });

describe('a span', () => {
  it('is taken to whole seconds', async () => {
    const entry = await add({ startedAt: '2026-02-10T09:00:00.900Z', endedAt: '2026-02-10T10:00:01.100Z' });
    expect([entry.startedAt, entry.endedAt]).toEqual(['2026-02-10T09:00:00.000Z', '2026-02-10T10:00:01.000Z']);
    expect(entry.durationSeconds).toBe(3601);
  });

  it.each<[string, EntryInput, string, string]>([
    ['an end before the start', { startedAt: at('10:00'), endedAt: at('09:00') }, 'endedAt', 'ends_before_start'],
    ['no time at all', { startedAt: at('10:00'), endedAt: at('10:00') }, 'endedAt', 'ends_before_start'],
    [
      'less than a second',
      { startedAt: '2026-02-10T09:00:00.100Z', endedAt: '2026-02-10T09:00:00.900Z' },
      'endedAt',
      'ends_before_start',
    ],
    ['more than 24 hours', { startedAt: at('08:00', '2026-02-09'), endedAt: at('09:00') }, 'endedAt', 'entry_too_long'],
    ['a start in the future', { startedAt: at('15:02'), endedAt: at('16:00') }, 'startedAt', 'starts_in_future'],
    ['an end in the future', { startedAt: at('14:00'), endedAt: at('15:02') }, 'endedAt', 'ends_in_future'],
    ['tomorrow', { on: '2026-02-11', durationSeconds: 60 }, 'on', 'starts_in_future'],
  ])('is refused with %s', async (_name, input, path, code) => {
    await expect(add(input)).rejects.toMatchObject(refused(path, code));
    expect(await db().timeEntry.count()).toBe(0);
  });

  it('may be as long as a day, and ahead by what clocks differ', async () => {
    const whole = await add({ startedAt: at('12:00', '2026-02-09'), endedAt: at('12:00') });
    expect(whole.durationSeconds).toBe(86_400);
    expect(await add({ startedAt: at('14:00'), endedAt: at('15:01') })).toMatchObject({ durationSeconds: 3660 });
  });

  it('belongs to the day of its start in the zone of its person, also when an admin adds it', async () => {
    await db().user.update({ where: { id: eve.id }, data: { timeZone: 'Pacific/Auckland' } });
    const span = { startedAt: at('11:30', '2026-02-09'), endedAt: at('12:30', '2026-02-09') };
    expect(await add({ ...span, userId: eve.id }, ada.actor)).toMatchObject({
      on: '2026-02-10',
      timeZone: 'Pacific/Auckland',
      user: { id: eve.id },
    });
    // There it is the 11th already.
    const tomorrow = { on: '2026-02-11', durationSeconds: 60, userId: eve.id };
    expect(await add(tomorrow, ada.actor)).toMatchObject({ on: '2026-02-11' });
  });
});

describe('what time is on', () => {
  it.each<[string, () => EntryInput, string]>([
    ['an unknown task', () => ({ taskId: 'unknown' }), 'taskId'],
    ['an unknown project', () => ({ taskId: undefined, projectId: 'unknown' }), 'projectId'],
    ['an unknown person', () => ({ taskId, userId: 'unknown' }), 'userId'],
  ])('cannot be %s', async (_name, given, path) => {
    const input = { on: '2026-02-10', durationSeconds: 60, ...given() };
    await expect(createEntry(ada.actor, input, now)).rejects.toMatchObject(refused(path));
  });

  it('may be an archived task, but not an archived project alone', async () => {
    const archived = await makeProject({ archivedAt: now });
    const old = await makeTask({ projectId: archived, sourceState: 'gone' });
    const span = { on: '2026-02-10', durationSeconds: 60 };
    expect(await createEntry(bob.actor, { taskId: old, ...span }, now)).toMatchObject({ task: { id: old } });
    const alone = createEntry(bob.actor, { projectId: archived, ...span }, now);
    await expect(alone).rejects.toMatchObject(refused('projectId'));
  });

  it('stays editable on a project that has been archived since', async () => {
    const other = await makeProject();
    const entry = await createEntry(bob.actor, { projectId: other, on: '2026-02-10', durationSeconds: 60 }, now);
    await db().project.update({ where: { id: other }, data: { archivedAt: now } });
    const same = await change(entry.id, { taskId: null, projectId: other, description: 'Late note' });
    expect(same).toMatchObject({ description: 'Late note', project: { id: other } });
  });

  it('says what is billable unless the person does', async () => {
    const cases: [boolean | null, boolean, boolean | undefined, boolean][] = [
      [null, true, undefined, true],
      [null, false, undefined, false],
      [true, false, undefined, true],
      [false, true, undefined, false],
      [false, true, true, true],
    ];
    for (const [ofTask, ofProject, given, expected] of cases) {
      const project = await makeProject();
      const task = await makeTask({ projectId: project });
      await db().project.update({ where: { id: project }, data: { billable: ofProject } });
      await db().task.update({ where: { id: task }, data: { billable: ofTask } });
      const input = {
        taskId: task,
        on: '2026-02-10',
        durationSeconds: 60,
        ...(given !== undefined && { billable: given }),
      };
      expect((await createEntry(bob.actor, input, now)).billable, `${ofTask} ${ofProject} ${given}`).toBe(expected);
    }
  });
});

describe('editing', () => {
  it.each<[string, () => Promise<{ id: string }>, EntryChange, string, string]>([
    ['an end before the start', timed, { endedAt: at('08:00') }, 'endedAt', 'ends_before_start'],
    ['a start after the end', timed, { startedAt: at('10:30') }, 'endedAt', 'ends_before_start'],
    ['a day too long', timed, { startedAt: at('09:00', '2026-02-09') }, 'endedAt', 'entry_too_long'],
    ['an end in the future', timed, { endedAt: at('16:00') }, 'endedAt', 'ends_in_future'],
    ['a duration into the future', timed, { durationSeconds: 7 * 3600 }, 'durationSeconds', 'ends_in_future'],
    ['a day in the future', timed, { on: '2026-02-11' }, 'on', 'starts_in_future'],
    ['a day in the future', onDay, { on: '2026-02-11' }, 'on', 'starts_in_future'],
    ['a start without an end', onDay, { startedAt: at('09:00') }, 'endedAt', 'validation_failed'],
    ['an end without a start', onDay, { endedAt: at('09:00') }, 'startedAt', 'validation_failed'],
    ['an unknown task', timed, { taskId: 'unknown' }, 'taskId', 'validation_failed'],
    ['an unknown project', timed, { projectId: 'unknown' }, 'projectId', 'validation_failed'],
  ])('is refused with %s, and changes nothing', async (_name, make, given, path, code) => {
    const before = await make();
    await expect(change(before.id, given)).rejects.toMatchObject(refused(path, code));
    expect(await getEntry(bob.actor, before.id)).toEqual(before);
    expect(await history(before.id)).toHaveLength(1);
  });

  it('changes one field and leaves the others', async () => {
    const entry = await timed();
    const cases: [EntryChange, object][] = [
      [{ description: 'New' }, { description: 'New', startedAt: at('09:00') }],
      [{ durationSeconds: 1800 }, { startedAt: at('09:00'), endedAt: at('09:30'), durationSeconds: 1800 }],
      [{ on: '2026-02-09' }, { startedAt: at('09:00', '2026-02-09'), endedAt: at('09:30', '2026-02-09') }],
      [
        { on: '2026-02-10', durationSeconds: 60 },
        { startedAt: null, endedAt: null, durationSeconds: 60 },
      ],
      [
        { startedAt: at('08:00'), endedAt: at('08:30') },
        { durationSeconds: 1800, on: '2026-02-10' },
      ],
      [{ billable: false }, { billable: false, description: 'New' }],
      [{ projectId }, { task: null, project: { id: projectId } }],
      [{ taskId }, { task: { id: taskId } }],
    ];
    for (const [given, expected] of cases) expect(await change(entry.id, given)).toMatchObject(expected);
  });

  it('tells the history what a person sees, and nothing when nothing differs', async () => {
    const entry = await add({ startedAt: at('09:00'), endedAt: at('10:00'), tags: ['Call', 'ui'] });
    const same = { description: '', tags: ['Call', 'ui'], startedAt: at('09:00'), endedAt: at('10:00'), taskId };
    expect(await change(entry.id, same)).toEqual(entry);
    await change(entry.id, { description: 'New', tags: ['ui'], endedAt: at('09:30') });
    const [event, ...rest] = await history(entry.id);
    expect(rest.map(({ kind }) => kind)).toEqual(['created']);
    expect(event).toMatchObject({ kind: 'edited', by: 'Bob' });
    expect(Date.parse(event?.at ?? '')).toBeGreaterThan(now.getTime());
    expect(event?.changes).toEqual([
      { field: 'endedAt', from: at('10:00'), to: at('09:30') },
      { field: 'durationSeconds', from: '3600', to: '1800' },
      { field: 'description', from: '', to: 'New' },
      { field: 'tags', from: 'Call, ui', to: 'ui' },
    ]);
  });

  it('settles the rate anew for another day, task or project only', async () => {
    await setRate('person', bob.id, 5000, '2026-01-01');
    const entry = await timed();
    await setRate('person', bob.id, 6000, '2026-02-10');
    const rate = async (given: EntryChange) => {
      await change(entry.id, given);
      return (await getEntry(ada.actor, entry.id)).rate;
    };
    expect(await rate({ description: 'x', billable: false, durationSeconds: 60, tags: ['a'] })).toBe(5000);
    expect(await rate({ taskId, projectId })).toBe(5000);
    expect(await rate({ on: '2026-02-09' })).toBe(5000);
    expect(await rate({ on: '2026-02-10' })).toBe(6000);
    await setRate('project', projectId, 7000, '2026-01-01');
    expect(await rate({ taskId: null })).toBe(7000);
    const [event] = await history(entry.id);
    expect(event?.changes.map(({ field }) => field)).toEqual(['task']);
  });

  it('keeps both of two edits made at once', async () => {
    const entry = await timed();
    await Promise.all([change(entry.id, { description: 'Mine' }), change(entry.id, { billable: false }, ada.actor)]);
    expect(await getEntry(bob.actor, entry.id)).toMatchObject({ description: 'Mine', billable: false });
    expect((await history(entry.id)).map(({ by }) => by).toSorted()).toEqual(['Ada', 'Bob', 'Bob']);
  });

  it('clears the mark for review when the times are set right, or by itself', async () => {
    const entry = await timed();
    const mark = () => db().timeEntry.update({ where: { id: entry.id }, data: { review: 'stopped_at_limit' } });
    await mark();
    expect((await change(entry.id, { description: 'x' })).review).toBe('stopped_at_limit');
    expect((await change(entry.id, { endedAt: at('09:45') })).review).toBeNull();
    await mark();
    expect((await change(entry.id, { review: null })).review).toBeNull();
  });
});

describe('somebody else’s time', () => {
  it('is for admins, also of a person who has left', async () => {
    const entry = await timed();
    const refusal = { code: 'forbidden' };
    await expect(getEntry(eve.actor, entry.id)).rejects.toMatchObject(refusal);
    await expect(change(entry.id, { description: 'x' }, eve.actor)).rejects.toMatchObject(refusal);
    await expect(deleteEntry(eve.actor, entry.id, now)).rejects.toMatchObject(refusal);
    await expect(add({ on: '2026-02-10', durationSeconds: 60, userId: bob.id }, eve.actor)).rejects.toMatchObject(
      refusal,
    );
    await db().user.update({ where: { id: bob.id }, data: { deactivatedAt: now } });
    expect(await change(entry.id, { description: 'Corrected' }, ada.actor)).toMatchObject({ description: 'Corrected' });
    expect(await add({ on: '2026-02-10', durationSeconds: 60, userId: bob.id }, ada.actor)).toBeDefined();
    await deleteEntry(ada.actor, entry.id, now);
    await db().user.update({ where: { id: bob.id }, data: { deactivatedAt: null } });
  });
});

describe('a lock date', () => {
  it('holds for adding, for the day before and after an edit, and for deleting, but not for admins', async () => {
    const open = await onDay('2026-02-10');
    const shut = await onDay('2026-02-08');
    await updateInstallation({ lockBefore: '2026-02-09' }, now);
    const locked = (path: string) => refused(path, 'day_locked');
    await expect(onDay('2026-02-08')).rejects.toMatchObject(locked('on'));
    await expect(change(shut.id, { description: 'x' })).rejects.toMatchObject(locked('on'));
    await expect(change(shut.id, { on: '2026-02-10' })).rejects.toMatchObject(locked('on'));
    await expect(change(open.id, { on: '2026-02-08' })).rejects.toMatchObject(locked('on'));
    const early = { startedAt: at('09:00', '2026-02-08'), endedAt: at('10:00', '2026-02-08') };
    await expect(change(open.id, early)).rejects.toMatchObject(locked('startedAt'));
    await expect(deleteEntry(bob.actor, shut.id, now)).rejects.toMatchObject(locked('on'));
    expect(await onDay('2026-02-09')).toMatchObject({ isLocked: false });
    expect(await change(shut.id, { description: 'x' }, ada.actor)).toMatchObject({ isLocked: true, description: 'x' });
    await deleteEntry(ada.actor, shut.id, now);
  });

  it('lets a timer stop that began before it', async () => {
    await startTimer(bob.actor, { taskId, startedAt: at('14:00') }, now);
    await updateInstallation({ lockBefore: '2026-02-11' }, now);
    expect(await stopTimer(bob.actor, {}, now)).toMatchObject({ durationSeconds: 3600, isLocked: true });
  });
});

describe('overlaps', () => {
  it('are allowed unless the installation refuses them', async () => {
    await timed('09:00', '10:00');
    expect(await timed('09:30', '10:30')).toBeDefined();
    await updateInstallation({ overlaps: 'refuse' }, now);
    const cases: [string, string, boolean][] = [
      ['08:00', '09:00', true],
      ['08:00', '09:01', false],
      ['09:10', '09:20', false],
      ['08:00', '12:00', false],
      ['10:29', '10:31', false],
      ['10:30', '11:00', true],
    ];
    for (const [from, to, isFree] of cases) {
      const made = timed(from, to);
      if (isFree) await made;
      else await expect(made, `${from} to ${to}`).rejects.toMatchObject(refused('startedAt', 'entry_overlaps'));
    }
    await onDay();
  });

  it('name what is in the way', async () => {
    await updateInstallation({ overlaps: 'refuse' }, now);
    await timed('09:00', '10:00');
    await expect(timed('09:30', '10:30')).rejects.toThrow('This overlaps with "ENG-1: Fix login", 09:00 to 10:00.');
  });

  it('mind the running timer until now, other people’s time not at all, and an edit not its own', async () => {
    await updateInstallation({ overlaps: 'refuse' }, now);
    await startTimer(bob.actor, { taskId, startedAt: at('14:00') }, now);
    await expect(timed('13:30', '14:30')).rejects.toMatchObject({ code: 'entry_overlaps' });
    const before = await timed('13:00', '14:00');
    expect(await add({ startedAt: at('13:00'), endedAt: at('15:00'), userId: eve.id }, ada.actor)).toBeDefined();
    expect(await change(before.id, { endedAt: at('13:45') })).toBeDefined();
    await expect(change(before.id, { endedAt: at('14:15') })).rejects.toMatchObject({ code: 'entry_overlaps' });
  });

  it('never keep a timer from stopping, nor an old entry from a new description', async () => {
    const old = await timed('14:10', '14:20');
    await startTimer(bob.actor, { taskId, startedAt: at('14:00') }, now);
    await updateInstallation({ overlaps: 'refuse' }, now);
    expect(await change(old.id, { description: 'x' })).toMatchObject({ description: 'x' });
    expect(await stopTimer(bob.actor, {}, now)).toMatchObject({ durationSeconds: 3600 });
  });
});

describe('the running timer', () => {
  it('can be edited, but has no duration and no other day while it runs', async () => {
    const { entry } = await startTimer(bob.actor, { taskId, startedAt: at('14:00') }, now);
    const id = entry?.id ?? '';
    expect(await change(id, { description: 'x', startedAt: at('13:00') })).toMatchObject({ endedAt: null });
    await expect(change(id, { durationSeconds: 60 })).rejects.toMatchObject(refused('durationSeconds'));
    await expect(change(id, { on: '2026-02-09' })).rejects.toMatchObject(refused('on'));
    await expect(change(id, { on: '2026-02-09', durationSeconds: 60 })).rejects.toMatchObject(refused('on'));
    expect(await change(id, { endedAt: at('14:30') })).toMatchObject({ durationSeconds: 5400 });
    expect((await history(id)).map(({ kind }) => kind)).toEqual(['stopped', 'edited', 'created']);
  });

  it('can be stopped after the clock of the server was set back', async () => {
    await startTimer(bob.actor, { taskId }, now);
    expect(await stopTimer(bob.actor, {}, later(-60))).toMatchObject({ durationSeconds: 1 });
  });
});
