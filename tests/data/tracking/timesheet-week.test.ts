import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { updateInstallation } from '@/lib/db/installation';
import { copyTimesheet } from '@/lib/tracking/timesheet/timesheet-copy';
import { addTimesheetRow, removeTimesheetRow } from '@/lib/tracking/timesheet/timesheet-row';
import { getTimesheet } from '@/lib/tracking/timesheet/timesheet-week';
import { makeAdmin, makeMember, type TestAdmin, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { makeProject, makeTask } from './make-task';
import { hours, makeRow, now, secondsOf } from './timesheet-rig';

let database: TestDatabase;
let ada: TestAdmin;
let bo: TestPerson;
const week = '2026-11-16';

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin({ name: 'Ada' });
});
afterAll(() => database.stop());
// A person of their own for each test, so that a week holds what the test put there.
beforeEach(async () => {
  bo = await makeMember({ name: 'Bo' });
  await updateInstallation({ lockBefore: null, roundingMode: 'none' }, now);
});

describe('the week', () => {
  it.each([
    [0, '2026-11-15'],
    [1, '2026-11-16'],
    [6, '2026-11-14'],
  ] as const)('that starts on weekday %i holds a Wednesday in its seven days', async (weekStart, weekOn) => {
    const actor = { ...bo.actor, weekStart };
    const sheet = await getTimesheet(actor, { week: '2026-11-18' }, now);
    expect(sheet.weekOn).toBe(weekOn);
    expect(sheet.days).toHaveLength(7);
    expect(sheet.days[0]?.on).toBe(weekOn);
  });

  it('is this one where the person is, by default', async () => {
    const late = new Date('2026-11-22T22:30:00Z');
    expect((await getTimesheet(bo.actor, {}, late)).weekOn).toBe('2026-11-16');
    const inTokyo = { ...bo.actor, timeZone: 'Asia/Tokyo' };
    expect(await getTimesheet(inTokyo, {}, late)).toMatchObject({ weekOn: '2026-11-23', today: '2026-11-23' });
  });

  it('adds up rows, days and the whole, beside the target', async () => {
    const first = await makeRow(bo.actor);
    const second = await makeRow(bo.actor);
    await first.set('2026-11-16', hours(2));
    await first.add({ startedAt: '2026-11-17T09:00:00Z', endedAt: '2026-11-17T10:30:15Z' });
    await second.set('2026-11-17', hours(1));
    await first.set('2026-11-15', hours(8));
    const sheet = await getTimesheet(bo.actor, { week }, now);
    expect(sheet.rows).toHaveLength(2);
    expect(secondsOf(await first.row())).toEqual([7200, 5415, 0, 0, 0, 0, 0]);
    expect(sheet.days.map(({ seconds }) => seconds)).toEqual([7200, 9015, 0, 0, 0, 0, 0]);
    expect(sheet).toMatchObject({ seconds: 16_215, targetSeconds: 144_000, user: { name: 'Bo' } });
  });

  it('shows rows by project and name, a number in a name as a number', async () => {
    const [alpha, beta] = [await makeProject({ name: 'Alpha' }), await makeProject({ name: 'Beta' })];
    const late = await makeTask({ projectId: alpha, identifier: 'A-10', title: 'x' });
    const early = await makeTask({ projectId: alpha, identifier: 'A-9', title: 'x' });
    for (const subject of [{ projectId: beta }, { taskId: late }, { projectId: alpha }, { taskId: early }])
      await addTimesheetRow(bo.actor, { ...subject, week }, now);
    const { rows } = await getTimesheet(bo.actor, { week }, now);
    expect(rows.map(({ task, project }) => task?.identifier ?? project.name)).toEqual(['Alpha', 'A-9', 'A-10', 'Beta']);
  });

  it('rounds beside the totals as the installation says, and stores nothing of it', async () => {
    const first = await makeRow(bo.actor);
    await first.add({ on: week, durationSeconds: hours(1) + 60 });
    await first.add({ on: week, durationSeconds: hours(1) + 60 });
    const rounded = async () => (await getTimesheet(bo.actor, { week }, now)).roundedSeconds;
    expect(await rounded()).toBe(7320);
    await updateInstallation({ roundingMode: 'up', roundingMinutes: 15, roundingPer: 'entry' }, now);
    expect(await rounded()).toBe(9000);
    await updateInstallation({ roundingPer: 'day' }, now);
    expect(await rounded()).toBe(8100);
    expect((await first.entries()).map(({ durationSeconds }) => durationSeconds)).toEqual([3660, 3660]);
    expect(await getTimesheet(bo.actor, { week }, now)).toMatchObject({
      seconds: 7320,
      rounding: { mode: 'up', minutes: 15, per: 'day' },
    });
  });

  it('marks the locked days', async () => {
    await updateInstallation({ lockBefore: '2026-11-18' }, now);
    const { days, lockBefore } = await getTimesheet(bo.actor, { week }, now);
    expect(days.map(({ isLocked }) => isLocked)).toEqual([true, true, false, false, false, false, false]);
    expect(lockBefore).toBe('2026-11-18');
  });

  it('shows a row where its task is now, and that the task is gone from Linear', async () => {
    const { taskId, set, row } = await makeRow(bo.actor);
    await set(week, hours(1));
    const elsewhere = await makeProject({ name: 'Elsewhere' });
    await db().task.update({ where: { id: taskId }, data: { projectId: elsewhere, sourceState: 'gone' } });
    await db().timeEntry.updateMany({ where: { taskId }, data: { projectId: elsewhere } });
    expect(await row()).toMatchObject({ project: { name: 'Elsewhere' }, task: { sourceState: 'gone' }, seconds: 3600 });
  });

  it("of somebody else is for admins, in that person's own week", async () => {
    await db().user.update({ where: { id: bo.id }, data: { weekStart: 6, weekTargetMinutes: 1200 } });
    await expect(getTimesheet(bo.actor, { userId: ada.id }, now)).rejects.toMatchObject({ code: 'forbidden' });
    const sheet = await getTimesheet(ada.actor, { userId: bo.id, week }, now);
    expect(sheet).toMatchObject({ weekOn: '2026-11-14', targetSeconds: 72_000, user: { id: bo.id } });
  });
});

describe('rows', () => {
  it('are added once, and removed only while they are empty', async () => {
    const { taskId, set, row } = await makeRow(bo.actor);
    const input = { taskId, week: '2026-11-19' };
    await addTimesheetRow(bo.actor, input, now);
    expect(await addTimesheetRow(bo.actor, input, now)).toMatchObject({ task: { id: taskId }, seconds: 0 });
    expect(secondsOf(await row())).toEqual([0, 0, 0, 0, 0, 0, 0]);
    await set(week, hours(1));
    await expect(removeTimesheetRow(bo.actor, input, now)).rejects.toMatchObject({ code: 'conflict' });
    await set(week, 0);
    await removeTimesheetRow(bo.actor, input, now);
    await removeTimesheetRow(bo.actor, input, now);
    expect(await row()).toBeUndefined();
  });
});

describe('copying the week before', () => {
  const copy = (what: 'rows' | 'hours', actor = bo.actor) => copyTimesheet(actor, { week, what }, now);

  it('takes the rows over, empty', async () => {
    const first = await makeRow(bo.actor);
    const second = await makeRow(bo.actor);
    await first.set('2026-11-10', hours(2));
    await addTimesheetRow(bo.actor, { taskId: second.taskId, week: '2026-11-09' }, now);
    expect(await copy('rows')).toEqual({ rows: 2, entries: 0, skipped: 0, entryIds: [] });
    expect(await copy('rows')).toMatchObject({ rows: 0 });
    expect(secondsOf(await first.row())).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(secondsOf(await second.row())).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('takes the hours over as durations, and twice is once', async () => {
    const { set, add, row, entries } = await makeRow(bo.actor);
    await set('2026-11-09', hours(2));
    await add({ startedAt: '2026-11-10T09:00:00Z', endedAt: '2026-11-10T10:00:00Z', billable: false });
    await set('2026-11-10', hours(3));
    const copied = await copy('hours');
    expect(copied).toMatchObject({ entries: 3, skipped: 0 });
    expect(copied.entryIds).toHaveLength(3);
    expect(await copy('hours')).toEqual({ rows: 0, entries: 0, skipped: 2, entryIds: [] });
    expect(secondsOf(await row())).toEqual([7200, 10_800, 0, 0, 0, 0, 0]);
    const made = (await entries()).filter(({ id }) => copied.entryIds.includes(id));
    expect(made.every(({ startedAt, source }) => startedAt === null && source === 'timesheet')).toBe(true);
    const billed = await db().timeEntry.findMany({
      where: { id: { in: copied.entryIds }, on: '2026-11-17' },
      select: { billable: true, durationSeconds: true },
      orderBy: { durationSeconds: 'asc' },
    });
    expect(billed).toEqual([
      { billable: false, durationSeconds: 3600 },
      { billable: true, durationSeconds: 7200 },
    ]);
  });

  it('does not double when it is pressed in two tabs at once', async () => {
    const { set, row } = await makeRow(bo.actor);
    await set('2026-11-09', hours(2));
    await Promise.all([copy('hours'), copy('hours')]);
    expect(secondsOf(await row())).toEqual([7200, 0, 0, 0, 0, 0, 0]);
  });

  it('skips days with time, locked days, days to come, and what is gone', async () => {
    const { set, row } = await makeRow(bo.actor);
    const gone = await makeRow(bo.actor);
    // Monday is locked there, Tuesday has time, Wednesday is free, Sunday has not come yet.
    for (const on of ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-15']) await set(on, hours(1));
    await gone.set('2026-11-11', hours(1));
    await db().task.update({ where: { id: gone.taskId }, data: { sourceState: 'gone' } });
    await set('2026-11-17', hours(5));
    await updateInstallation({ lockBefore: '2026-11-17' }, now);
    expect(await copy('hours')).toMatchObject({ entries: 1, skipped: 4 });
    expect(secondsOf(await row())).toEqual([0, 18_000, 3600, 0, 0, 0, 0]);
    expect(await gone.row()).toBeUndefined();
  });

  it('puts at most 24 hours into a day, however much overlapped the week before', async () => {
    const { add, row } = await makeRow(bo.actor);
    for (let n = 0; n < 3; n++) await add({ on: '2026-11-09', durationSeconds: hours(10) });
    await copy('hours');
    expect(secondsOf(await row())).toEqual([86_400, 0, 0, 0, 0, 0, 0]);
  });
});
