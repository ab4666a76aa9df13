import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { updateInstallation } from '@/lib/db/installation';
import { newId } from '@/lib/kit/new-id';
import { createEntry } from '@/lib/tracking/create-entry';
import { setTimesheetCell } from '@/lib/tracking/timesheet/timesheet-cell';
import { getTimesheet } from '@/lib/tracking/timesheet/timesheet-week';
import { makeAdmin, makeMember, type TestAdmin, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { makeProject, makeTask } from './make-task';
import { hours, makeRow, now, secondsOf } from './timesheet-rig';

let database: TestDatabase;
let ada: TestAdmin;
let bo: TestPerson;
const monday = '2026-11-16';

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin({ name: 'Ada' });
  bo = await makeMember({ name: 'Bo' });
});
afterAll(() => database.stop());
beforeEach(() => updateInstallation({ lockBefore: null, overlaps: 'allow' }, now));

const timedHour = { startedAt: `${monday}T09:00:00Z`, endedAt: `${monday}T10:00:00Z` };

describe('typing into a cell', () => {
  it('makes one entry by duration, and later totals change that one', async () => {
    const { set, entries } = await makeRow(bo.actor);
    await set(monday, hours(1));
    await set(monday, hours(2.5));
    await set(monday, hours(2));
    expect(await entries()).toMatchObject([
      { on: monday, durationSeconds: 7200, source: 'timesheet', startedAt: null },
    ]);
  });

  it('keeps each change in the history of the entry', async () => {
    const { set, entries } = await makeRow(bo.actor);
    await set(monday, hours(1));
    await set(monday, hours(2));
    const [entry] = await entries();
    await set(monday, 0);
    const events = await db().timeEntryEvent.findMany({
      where: { entryId: entry?.id ?? '' },
      select: { kind: true, changes: true, actorId: true, userId: true },
      orderBy: { at: 'asc' },
    });
    expect(events.map(({ kind }) => kind)).toEqual(['created', 'edited', 'deleted']);
    expect(JSON.parse(events[1]?.changes ?? '')).toEqual([{ field: 'durationSeconds', from: '3600', to: '7200' }]);
    expect(events.every(({ actorId, userId }) => actorId === bo.id && userId === bo.id)).toBe(true);
  });

  it('settles the rate of that day', async () => {
    const { set, entries, projectId } = await makeRow(bo.actor);
    const rate = { kind: 'project', subjectId: projectId, createdById: ada.id, createdAt: now };
    await db().rate.createMany({
      data: [
        { ...rate, id: newId(), effectiveFrom: '2026-01-01', amount: 8_000 },
        { ...rate, id: newId(), effectiveFrom: '2026-11-17', amount: 9_000 },
      ],
    });
    await set(monday, hours(1));
    await set('2026-11-17', hours(1));
    expect((await entries()).map((entry) => entry.rate)).toEqual([8_000, 9_000]);
  });

  it('adds only what timed work leaves open, and answers both parts', async () => {
    const { set, add, entries } = await makeRow(bo.actor);
    await add(timedHour);
    const { cell } = await set(monday, hours(3));
    expect(cell).toEqual({ on: monday, seconds: 10_800, timedSeconds: 3600, entryCount: 2, isRunning: false });
    expect((await entries()).map(({ durationSeconds }) => durationSeconds)).toEqual([3600, 7200]);
  });

  it('never cuts what has a start and an end, says how much that is, and changes nothing', async () => {
    const { set, add, entries } = await makeRow(bo.actor);
    await add(timedHour);
    await set(monday, hours(2));
    await expect(set(monday, hours(0.5))).rejects.toMatchObject({
      code: 'cell_has_timed_entries',
      message: '1h of this day have a start and an end, so the total cannot go below that.',
    });
    expect((await entries()).map(({ durationSeconds }) => durationSeconds)).toEqual([3600, 3600]);
    const { deletedEntryIds, cell } = await set(monday, 0);
    expect([deletedEntryIds.length, cell.seconds]).toEqual([1, 3600]);
    await expect(set(monday, 0)).rejects.toMatchObject({ code: 'cell_has_timed_entries' });
  });

  it('leaves a running timer alone and counts it with nothing', async () => {
    const { set, taskId, entries } = await makeRow(bo.actor);
    const projectId = (await db().task.findUniqueOrThrow({ where: { id: taskId } })).projectId;
    const startedAt = new Date(`${monday}T09:00:00Z`);
    await db().timeEntry.create({
      data: {
        id: newId(),
        userId: bo.id,
        taskId,
        projectId,
        madeInProjectId: projectId,
        startedAt,
        on: monday,
        durationSeconds: 0,
      },
    });
    const { cell } = await set(monday, hours(1));
    expect(cell).toMatchObject({ seconds: 3600, timedSeconds: 0, isRunning: true, entryCount: 2 });
    await set(monday, 0);
    expect(await entries()).toMatchObject([{ startedAt, durationSeconds: 0 }]);
    await db().timeEntry.deleteMany({ where: { taskId } });
  });

  it('counts what two tabs type at the same instant once', async () => {
    const { set, entries } = await makeRow(bo.actor);
    await Promise.all([set(monday, hours(2)), set(monday, hours(2)), set(monday, hours(2))]);
    expect((await entries()).map(({ durationSeconds }) => durationSeconds)).toEqual([7200]);
    await Promise.all([set(monday, hours(1)), set(monday, hours(4))]);
    const [entry, ...others] = await entries();
    expect([3600, 14_400]).toContain(entry?.durationSeconds);
    expect(others).toEqual([]);
  });

  it('keeps the row when its last cell is cleared', async () => {
    const { set, row } = await makeRow(bo.actor);
    await set(monday, hours(1));
    await set(monday, 0);
    expect(secondsOf(await row())).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('puts time on a project alone, apart from that of its tasks', async () => {
    const { set, projectId, entries } = await makeRow(bo.actor);
    await set(monday, hours(1));
    const { cell } = await setTimesheetCell(bo.actor, { projectId, on: monday, seconds: hours(2) }, now);
    expect(cell).toMatchObject({ seconds: 7200, entryCount: 1 });
    expect(await entries()).toMatchObject([{ durationSeconds: 3600 }]);
  });
});

describe('what is refused', () => {
  it.each([
    ['a day that has not come yet', '2026-11-22', 'starts_in_future'],
    ['a locked day', '2026-11-09', 'day_locked'],
  ])('%s', async (_name, on, code) => {
    await updateInstallation({ lockBefore: '2026-11-10' }, now);
    const { set, entries } = await makeRow(bo.actor);
    await expect(set(on, hours(1))).rejects.toMatchObject({ code });
    expect(await entries()).toEqual([]);
  });

  it('lets an admin change a locked day of somebody else', async () => {
    const { set, entries } = await makeRow(bo.actor);
    await set(monday, hours(1));
    await updateInstallation({ lockBefore: '2026-11-20' }, now);
    await expect(set(monday, hours(2))).rejects.toMatchObject({ code: 'day_locked' });
    await set(monday, hours(3), ada.actor);
    expect(await entries()).toMatchObject([{ durationSeconds: 10_800 }]);
  });

  it("somebody else's sheet, but for admins", async () => {
    const { taskId } = await makeRow(bo.actor);
    const input = { taskId, on: monday, seconds: 60, userId: ada.id };
    await expect(setTimesheetCell(bo.actor, input, now)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('tasks, projects and people that there are none of', async () => {
    const cell = { on: monday, seconds: 60 };
    const nobody = { ...cell, projectId: await makeProject(), userId: 'nobody' };
    for (const [input, path] of [
      [{ ...cell, taskId: 'unknown' }, 'taskId'],
      [{ ...cell, projectId: 'unknown' }, 'projectId'],
      [nobody, 'userId'],
    ] as const)
      await expect(setTimesheetCell(ada.actor, input, now)).rejects.toMatchObject({
        code: 'validation_failed',
        errors: [{ path }],
      });
  });

  it('new time on an archived project alone, while what is there can be taken away', async () => {
    const projectId = await makeProject();
    const set = (seconds: number) => setTimesheetCell(bo.actor, { projectId, on: monday, seconds }, now);
    await set(hours(2));
    await db().project.update({ where: { id: projectId }, data: { archivedAt: now } });
    await set(hours(1));
    await set(0);
    await expect(set(hours(1))).rejects.toMatchObject({ code: 'validation_failed' });
  });
});

describe('time zones', () => {
  it('knows which day it is where the person is', async () => {
    const actor = { ...bo.actor, timeZone: 'Pacific/Auckland' };
    const { set, entries } = await makeRow(actor);
    await set('2026-11-22', hours(1));
    expect(await entries()).toMatchObject([{ on: '2026-11-22' }]);
  });

  it('shows days of 23 and 25 hours with the time that passed in them', async () => {
    const actor = { ...bo.actor, timeZone: 'Europe/Berlin' };
    const projectId = await makeProject();
    const taskId = await makeTask({ projectId });
    const night = async (startedAt: string, endedAt: string) => createEntry(actor, { taskId, startedAt, endedAt }, now);
    // From midnight to 06:00 on the wall: five hours in March, seven in October.
    await night('2026-03-28T23:00:00Z', '2026-03-29T04:00:00Z');
    await night('2026-10-24T22:00:00Z', '2026-10-25T05:00:00Z');
    for (const [week, seconds] of [
      ['2026-03-29', hours(5)],
      ['2026-10-25', hours(7)],
    ] as const) {
      const sheet = await getTimesheet(actor, { week }, now);
      const row = sheet.rows.find(({ task }) => task?.id === taskId);
      expect(secondsOf(row)).toEqual([0, 0, 0, 0, 0, 0, seconds]);
      expect(sheet.days.at(-1)).toMatchObject({ on: week, seconds });
    }
  });
});
