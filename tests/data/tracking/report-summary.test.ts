import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReportQuery } from '@/lib/contracts/report';
import { db } from '@/lib/db/client';
import { updateInstallation } from '@/lib/db/installation';
import { readerOf } from '@/lib/tracking/reports/report-reader';
import { summarizeReport } from '@/lib/tracking/reports/report-summary';
import { makeAdmin, makeMember, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { anEntry, makeReportProject, makeReportTask, setRounding, writeEntries } from './report-rig';

// A Saturday.
const now = new Date('2026-11-21T12:00:00Z');
const november = { from: '2026-11-01', to: '2026-11-30' };

let database: TestDatabase;
let ada: TestPerson;
let bo: TestPerson;
let alpha: string;
let beta: string;

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin({ name: 'Ada' });
  bo = await makeMember({ name: 'Bo' });
  alpha = await makeReportProject('Alpha', 'team-a');
  beta = await makeReportProject('Beta');
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().timeEntry.deleteMany();
  await setRounding({ mode: 'none', minutes: 15, per: 'entry' });
});

async function report(person: TestPerson, query: ReportQuery) {
  return summarizeReport(await readerOf(person.actor), query, now);
}

const names = ({ rows }: { rows: { label: string; seconds: number }[] }) =>
  rows.map(({ label, seconds }) => `${label} ${seconds}`);

describe('a report', () => {
  it('is of this week by project when nothing else is said', async () => {
    await writeEntries([
      anEntry({ personId: ada.id, projectId: alpha, on: '2026-11-16', seconds: 100 }),
      anEntry({ personId: ada.id, projectId: beta, on: '2026-11-22', seconds: 200 }),
      anEntry({ personId: ada.id, projectId: beta, on: '2026-11-15', seconds: 400 }),
    ]);
    const { from, to, groupBy, rows, total, bars } = await report(ada, {});
    expect({ from, to, groupBy, total: total.seconds }).toEqual({
      from: '2026-11-16',
      to: '2026-11-22',
      groupBy: ['project'],
      total: 300,
    });
    expect(names({ rows })).toEqual(['Beta 200', 'Alpha 100']);
    expect(rows[0]).toMatchObject({ key: beta, color: '#5b5bd6', groups: null });
    expect(bars.unit).toBe('day');
    expect(bars.items).toHaveLength(7);
    expect(bars.items[0]).toEqual({ on: '2026-11-16', seconds: 100, parts: { [alpha]: 100 } });
  });

  it('leaves out what still runs', async () => {
    await writeEntries([anEntry({ personId: ada.id, projectId: alpha, isRunning: true })]);
    expect((await report(ada, november)).total).toMatchObject({ seconds: 0, entries: 0 });
  });

  it('takes the week as the person has it', async () => {
    const reader = { ...(await readerOf(ada.actor)), weekStart: 6, timeZone: 'Pacific/Auckland' };
    // There it is Sunday already.
    const { from, to } = await summarizeReport(reader, { range: 'thisWeek' }, now);
    expect([from, to]).toEqual(['2026-11-21', '2026-11-27']);
    expect((await summarizeReport(reader, { range: 'today' }, now)).from).toBe('2026-11-22');
  });

  it('groups by week and month from their first days, in the order of time', async () => {
    await writeEntries(
      ['2026-11-30', '2026-12-01', '2026-12-07'].map((on) => anEntry({ personId: ada.id, projectId: alpha, on })),
    );
    const winter = { from: '2026-10-15', to: '2027-01-31' };
    const byWeek = await report(ada, { ...winter, groupBy: ['week', 'month'] });
    expect(byWeek.rows.map(({ key, groups }) => [key, groups?.map((group) => group.key)])).toEqual([
      ['2026-11-30', ['2026-11', '2026-12']],
      ['2026-12-07', ['2026-12']],
    ]);
    expect(byWeek.bars.unit).toBe('week');
    expect(byWeek.bars.items.every(({ parts }) => Object.keys(parts).length === 0)).toBe(true);
    const byMonth = await report(ada, { ...winter, groupBy: ['month'] });
    expect(byMonth.rows.map(({ key, entries }) => [key, entries])).toEqual([
      ['2026-11', 1],
      ['2026-12', 2],
    ]);
  });

  it('counts an entry once under its combination of labels, in their own spelling', async () => {
    await db().label.deleteMany();
    const one = await makeReportTask({ projectId: alpha, labels: ['UI', 'Bug'] });
    const other = await makeReportTask({ projectId: alpha, labels: ['bug', 'ui'] });
    const only = await makeReportTask({ projectId: alpha, labels: ['Bug'] });
    await writeEntries([
      ...[one, other, only].map((task) => anEntry({ personId: ada.id, projectId: alpha, task, seconds: 60 })),
      anEntry({ personId: ada.id, projectId: alpha, seconds: 30 }),
    ]);
    const { rows, total } = await report(ada, { ...november, groupBy: ['label'] });
    expect(rows.map(({ key, entries }) => [key, entries])).toEqual([
      ['bug|ui', 2],
      ['bug', 1],
      ['', 1],
    ]);
    expect(rows.map(({ label }) => label.toLowerCase())).toEqual(['bug, ui', 'bug', 'no label']);
    expect(total.seconds).toBe(210);
  });

  it('names cycles by themselves or their number, and their team', async () => {
    const named = await makeReportTask({ projectId: alpha, cycleId: 'c1', cycleName: 'Launch' });
    const numbered = await makeReportTask({ projectId: alpha, cycleId: 'c2' });
    await writeEntries([
      anEntry({ personId: ada.id, projectId: alpha, task: named, seconds: 30 }),
      anEntry({ personId: ada.id, projectId: alpha, task: numbered, seconds: 20 }),
      anEntry({ personId: ada.id, projectId: alpha, seconds: 10 }),
    ]);
    expect(names(await report(ada, { ...november, groupBy: ['cycle'] }))).toEqual([
      'Launch (ENG) 30',
      'Cycle 12 (ENG) 20',
      'No cycle 10',
    ]);
  });

  it("holds Linear's estimate against the time of a task", async () => {
    const task = await makeReportTask({ projectId: alpha, name: 'ENG-7: Fix login', estimate: 3 });
    await writeEntries([anEntry({ personId: ada.id, projectId: alpha, task })]);
    const { rows } = await report(ada, { ...november, groupBy: ['project', 'task'] });
    expect(rows[0]?.estimate).toBeNull();
    expect(rows[0]?.groups).toMatchObject([{ label: 'ENG-7: Fix login', estimate: 3, seconds: 3_600 }]);
  });

  it('keeps time on tasks that are archived, trashed or gone, and on archived projects', async () => {
    const tasks = await Promise.all([1, 2, 3].map(() => makeReportTask({ projectId: beta })));
    for (const [at, sourceState] of ['archived', 'trashed', 'gone'].entries())
      await db().task.update({ where: { id: tasks[at]?.id ?? '' }, data: { sourceState } });
    await db().project.update({ where: { id: beta }, data: { archivedAt: now } });
    await writeEntries(tasks.map((task) => anEntry({ personId: ada.id, projectId: beta, task, seconds: 10 })));
    const { rows, total } = await report(ada, { ...november, groupBy: ['project', 'task'] });
    expect([total.seconds, rows[0]?.label, rows[0]?.groups?.length]).toEqual([30, 'Beta', 3]);
    await db().project.update({ where: { id: beta }, data: { archivedAt: null } });
  });

  it('tells the project of today from the project that the time was made in', async () => {
    await writeEntries([anEntry({ personId: ada.id, projectId: beta, madeInProjectId: alpha })]);
    expect(names(await report(ada, { ...november, groupBy: ['project'] }))).toEqual(['Beta 3600']);
    expect(names(await report(ada, { ...november, groupBy: ['madeInProject'] }))).toEqual(['Alpha 3600']);
  });

  it('shows the eight largest parts in its bars, and the rest as one', async () => {
    const projects = await Promise.all(Array.from({ length: 10 }, (_, at) => makeReportProject(`P${at}`)));
    await writeEntries(projects.map((projectId, at) => anEntry({ personId: ada.id, projectId, seconds: 1_000 - at })));
    const { bars } = await report(ada, { from: '2026-11-20', to: '2026-11-20' });
    expect(bars.items[0]?.parts).toEqual({
      ...Object.fromEntries(projects.slice(0, 8).map((id, at) => [id, 1_000 - at])),
      other: 992 + 991,
    });
  });

  it('draws years by month', async () => {
    const { bars } = await report(ada, { from: '2025-01-15', to: '2026-11-30' });
    expect([bars.unit, bars.items.length, bars.items[0]?.on]).toEqual(['month', 23, '2025-01-01']);
  });
});

describe('rounding', () => {
  beforeEach(async () => {
    await writeEntries(
      [600, 600, 660].map((seconds) => anEntry({ personId: ada.id, projectId: alpha, seconds, rate: 10_000 })),
    );
  });

  it('goes by entry, and amounts are of what is rounded', async () => {
    await setRounding({ mode: 'up', minutes: 15, per: 'entry' });
    const { total } = await report(ada, november);
    expect(total).toMatchObject({ seconds: 2_700, exactSeconds: 1_860, billableSeconds: 2_700, amount: 7_500 });
  });

  it('goes by day as a whole', async () => {
    await setRounding({ mode: 'up', minutes: 15, per: 'day' });
    const { total } = await report(ada, november);
    expect(total).toMatchObject({ seconds: 2_700, exactSeconds: 1_860, amount: 7_500, entries: 3 });
    await setRounding({ mode: 'nearest', minutes: 60, per: 'day' });
    expect((await report(ada, november)).total).toMatchObject({ seconds: 3_600, amount: 10_000 });
  });

  it('is left out when exact time is asked for', async () => {
    await setRounding({ mode: 'up', minutes: 15, per: 'day' });
    const { rounding, total } = await report(ada, { ...november, rounding: 'exact' });
    expect([rounding.mode, total.seconds]).toEqual(['none', 1_860]);
  });
});

describe('what a reader may see', () => {
  beforeEach(async () => {
    await writeEntries([
      anEntry({ personId: ada.id, projectId: alpha, rate: 6_000 }),
      anEntry({ personId: bo.id, projectId: alpha, seconds: 1_800, rate: 6_000 }),
      anEntry({ personId: bo.id, projectId: alpha, seconds: 1_800, rate: 6_000, billable: false }),
    ]);
  });

  it("is everybody's time and money for admins", async () => {
    const { total, currency, currencyDigits } = await report(ada, { ...november, groupBy: ['person', 'billable'] });
    expect(total).toMatchObject({ seconds: 7_200, billableSeconds: 5_400, amount: 9_000 });
    expect([currency, currencyDigits]).toEqual(['EUR', 2]);
  });

  it('is their own time for members, and money where the installation says so', async () => {
    const { total, rows } = await report(bo, { ...november, groupBy: ['person', 'billable'] });
    expect(total).toMatchObject({ seconds: 3_600, amount: null, entries: 2 });
    expect(rows.flatMap(({ groups }) => groups ?? []).map(({ label, amount }) => [label, amount])).toEqual([
      ['Billable', null],
      ['Not billable', null],
    ]);
    await updateInstallation({ membersSeeMoney: true }, now);
    expect((await report(bo, november)).total.amount).toBe(3_000);
    await updateInstallation({ membersSeeMoney: false }, now);
  });

  it("is refused to members who ask for others' time", async () => {
    await expect(report(bo, { ...november, userId: [bo.id, ada.id] })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await report(bo, { ...november, userId: [bo.id] })).total.seconds).toBe(3_600);
  });
});

it('refuses a range of a hundred years', async () => {
  await expect(report(ada, { from: '1950-01-01', to: '2049-12-31' })).rejects.toMatchObject({
    code: 'validation_failed',
    errors: [{ path: 'to', message: 'A report covers at most 20 years.' }],
  });
});
