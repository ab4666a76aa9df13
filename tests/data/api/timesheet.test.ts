import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUT as putCell } from '@/app/api/v1/timesheet/cells/route';
import { POST as postCopy } from '@/app/api/v1/timesheet/copy/route';
import { GET as getSheet } from '@/app/api/v1/timesheet/route';
import { DELETE as deleteRow, POST as postRow } from '@/app/api/v1/timesheet/rows/route';
import { timesheet, timesheetCellSaved, timesheetCopied, timesheetRow } from '@/lib/contracts/timesheet';
import { db } from '@/lib/db/client';
import { addDays, localDay } from '@/lib/time/local-day';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { makeAdmin, makeMember, origin, request, type TestPerson, tokenHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let ada: TestPerson;
let bo: TestPerson;
let projectId: string;
let taskId: string;
const today = localDay(new Date(), 'UTC');

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin({ name: 'Ada' });
  bo = await makeMember({ name: 'Bo' });
  projectId = await makeProject({ name: 'Internal' });
  taskId = await makeTask({ projectId, identifier: 'ENG-42', title: 'Fix login' });
});
afterAll(() => database.stop());

const path = '/api/v1/timesheet';
const ask = (method: string, where: string, body?: unknown, headers = bo.headers) =>
  request(method, path + where, { headers, body });
const cell = (body: object, headers = bo.headers) => putCell(ask('PUT', '/cells', body, headers));
const row = (body: object, headers = bo.headers) => postRow(ask('POST', '/rows', body, headers));
const sheet = (query: string, headers = bo.headers) => getSheet(ask('GET', query, undefined, headers));

describe('without a sign-in', () => {
  it.each([
    ['the week', () => getSheet(request('GET', path))],
    ['a cell', () => putCell(request('PUT', `${path}/cells`, { headers: { origin }, body: {} }))],
    ['adding a row', () => postRow(request('POST', `${path}/rows`, { headers: { origin }, body: {} }))],
    ['removing a row', () => deleteRow(request('DELETE', `${path}/rows`, { headers: { origin } }))],
    ['copying', () => postCopy(request('POST', `${path}/copy`, { headers: { origin }, body: {} }))],
  ])('%s is 401', async (_name, call) => {
    const response = await call();
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
  });
});

describe('with a token that may only read', () => {
  it('shows the week, and writes nothing', async () => {
    const headers = await tokenHeaders(bo, 'read');
    expect((await sheet('', headers)).status).toBe(200);
    const refused = await cell({ taskId, on: today, seconds: 60 }, headers);
    expect(await refused.json()).toMatchObject({ status: 403, code: 'token_read_only' });
  });
});

describe('a week over the API', () => {
  it('is typed into, shown, emptied and taken away', async () => {
    const saved = await cell({ taskId, on: today, seconds: 5400 });
    expect(saved.status).toBe(200);
    expect(timesheetCellSaved.parse(await saved.json())).toMatchObject({
      cell: { seconds: 5400 },
      deletedEntryIds: [],
    });

    const shown = timesheet.parse(await (await sheet(`?week=${today}`)).json());
    expect(shown).toMatchObject({ seconds: 5400, today, user: { id: bo.id }, rows: [{ task: { id: taskId } }] });

    const where = `/rows?taskId=${taskId}&week=${today}`;
    const refused = await deleteRow(ask('DELETE', where));
    expect(await refused.json()).toMatchObject({ status: 409, code: 'conflict' });

    const emptied = await cell({ taskId, on: today, seconds: 0 });
    expect(timesheetCellSaved.parse(await emptied.json()).deletedEntryIds).toHaveLength(1);
    expect((await deleteRow(ask('DELETE', where))).status).toBe(204);
    expect(timesheet.parse(await (await sheet('')).json()).rows).toEqual([]);
  });

  it('takes rows and copies', async () => {
    const lastWeek = addDays(today, -7);
    const added = await row({ projectId, week: lastWeek });
    expect(added.status).toBe(201);
    expect(timesheetRow.parse(await added.json())).toMatchObject({ task: null, project: { id: projectId } });
    await cell({ projectId, on: lastWeek, seconds: 3600 });
    const copied = await postCopy(ask('POST', '/copy', { week: today, what: 'hours' }));
    expect(timesheetCopied.parse(await copied.json())).toMatchObject({ rows: 1, entries: 1, skipped: 0 });
    expect(timesheet.parse(await (await sheet('')).json())).toMatchObject({ seconds: 3600 });
  });

  it('marks what a token wrote', async () => {
    const headers = await tokenHeaders(ada, 'write');
    await cell({ taskId, on: today, seconds: 60 }, headers);
    const entry = await db().timeEntry.findFirst({ where: { userId: ada.id }, select: { source: true } });
    expect(entry).toEqual({ source: 'api' });
  });
});

describe("somebody else's week", () => {
  it.each([
    ['is not shown', () => sheet(`?userId=${ada.id}`)],
    ['is not typed into', () => cell({ taskId, on: today, seconds: 60, userId: ada.id })],
    ['gets no rows', () => row({ taskId, week: today, userId: ada.id })],
    ['loses no rows', () => deleteRow(ask('DELETE', `/rows?taskId=${taskId}&week=${today}&userId=${ada.id}`))],
    ['is not copied into', () => postCopy(ask('POST', '/copy', { week: today, what: 'rows', userId: ada.id }))],
  ])('%s by members', async (_name, call) => {
    expect(await (await call()).json()).toMatchObject({ status: 403, code: 'forbidden' });
  });

  it('is open to admins', async () => {
    const saved = await cell({ taskId, on: today, seconds: 120, userId: bo.id }, ada.headers);
    expect(saved.status).toBe(200);
    const shown = await sheet(`?userId=${bo.id}`, ada.headers);
    expect(timesheet.parse(await shown.json()).user).toEqual({ id: bo.id, name: 'Bo' });
  });
});

describe('bad input', () => {
  it.each([
    ['a negative duration', { seconds: -1 }, 'seconds'],
    ['more than a day', { seconds: 86_401 }, 'seconds'],
    ['half a second', { seconds: 0.5 }, 'seconds'],
    ['no duration', { seconds: null }, 'seconds'],
    ['a day that there is not', { on: '2026-02-30' }, 'on'],
    ['a task and a project', { projectId: 'x' }, 'taskId'],
    ['a task that there is not', { taskId: 'unknown' }, 'taskId'],
    ['an unknown field', { hours: 1 }, 'hours'],
  ])('%s is told at its field', async (_name, change, field) => {
    const response = await cell({ taskId, on: today, seconds: 60, ...change });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path: field }] });
  });

  it('a day that has not come yet is refused by name', async () => {
    const response = await cell({ taskId, on: addDays(today, 2), seconds: 60 });
    expect(await response.json()).toMatchObject({ status: 422, code: 'starts_in_future', errors: [{ path: 'on' }] });
  });

  it('a week that there is not, a row without a task, and nothing to copy are refused', async () => {
    expect((await sheet('?week=tomorrow')).status).toBe(422);
    expect((await row({ week: today })).status).toBe(422);
    expect((await postCopy(ask('POST', '/copy', { week: today, what: 'all' }))).status).toBe(422);
    expect((await deleteRow(ask('DELETE', `/rows?week=${today}`))).status).toBe(422);
  });
});
