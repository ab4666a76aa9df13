import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATCH as changeInstallation } from '@/app/api/v1/installation/route';
import { POST as saveRate } from '@/app/api/v1/rates/route';
import { POST as shareReport } from '@/app/api/v1/report-shares/route';
import { GET as listBehind } from '@/app/api/v1/reports/entries/route';
import { GET as exportReport } from '@/app/api/v1/reports/export/route';
import { GET as summarize } from '@/app/api/v1/reports/summary/route';
import { POST as duplicate } from '@/app/api/v1/time-entries/[id]/duplicate/route';
import { GET as listEntries, POST as postEntry } from '@/app/api/v1/time-entries/route';
import { POST as startTimer } from '@/app/api/v1/timer/start/route';
import { PUT as setCell } from '@/app/api/v1/timesheet/cells/route';
import { POST as copyWeek } from '@/app/api/v1/timesheet/copy/route';
import { GET as getSheet } from '@/app/api/v1/timesheet/route';
import { POST as addRow } from '@/app/api/v1/timesheet/rows/route';
import { db } from '@/lib/db/client';
import type { RouteHandler } from '@/lib/http/handle';
import { makeProject } from '@/tests/data/tracking/make-task';
import { makeAdmin, params, request, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let ada: TestPerson;
let projectId: string;

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin({ name: 'Ada' });
  projectId = await makeProject({ name: 'Internal' });
  await db().user.update({ where: { id: ada.id }, data: { timeZone: 'America/New_York' } });
});
afterAll(() => database.stop());

const get = (route: RouteHandler, search: string) => route(request('GET', `/x?${search}`, { headers: ada.headers }));
const send = (route: RouteHandler, method: string, body: object) =>
  route(request(method, '/x', { headers: ada.headers, body }), params({ id: 'x' }));

/** Weeks and months around these once went on for ever, until the memory was full. */
describe.each(['0000-01-01', '0001-01-01', '9999-12-31'])('the day %s', (on) => {
  const span = () => ({ projectId, startedAt: `${on}T00:00:00Z`, endedAt: `${on}T01:00:00Z` });
  const range = `from=${on}&to=${on}`;

  it.each<[string, () => Promise<Response>, string]>([
    ['a week', () => get(getSheet, `week=${on}`), 'week'],
    ['a copied week', () => send(copyWeek, 'POST', { week: on, what: 'hours' }), 'week'],
    ['a row', () => send(addRow, 'POST', { week: on, projectId }), 'week'],
    ['a cell', () => send(setCell, 'PUT', { on, projectId, seconds: 60 }), 'on'],
    ['an entry', () => send(postEntry, 'POST', { on, projectId, durationSeconds: 60 }), 'on'],
    ['a copy', () => send(duplicate, 'POST', { on }), 'on'],
    ['a span', () => send(postEntry, 'POST', span()), 'startedAt'],
    ['a timer', () => send(startTimer, 'POST', { projectId, startedAt: `${on}T00:00:00+23:00` }), 'startedAt'],
    ['a list', () => get(listEntries, range), 'from'],
    ['a report', () => get(summarize, `${range}&groupBy=week`), 'from'],
    ['a file', () => get(exportReport, `${range}&format=csv`), 'from'],
    ['what is behind a month', () => get(listBehind, `groupBy=month&groupKey=${on.slice(0, 7)}`), 'groupKey'],
    ['a rate', () => send(saveRate, 'POST', { kind: 'installation', amount: 1, effectiveFrom: on }), 'effectiveFrom'],
    ['a lock', () => send(changeInstallation, 'PATCH', { lockBefore: on }), 'lockBefore'],
    ['a share', () => send(shareReport, 'POST', { name: 'x', query: { from: on, to: on } }), 'query.from'],
  ])('is refused for %s, at its field', async (_what, ask, path) => {
    const response = await ask();
    const problem: unknown = await response.json();
    expect(problem).toMatchObject({ status: 422, errors: expect.arrayContaining([expect.objectContaining({ path })]) });
  });
});

it.each(['1900-01-01', '2199-12-31'])('%s is a day like any other', async (on) => {
  expect((await get(getSheet, `week=${on}`)).status).toBe(200);
  for (const groupBy of ['week', 'month'])
    expect((await get(summarize, `from=${on}&to=${on}&groupBy=${groupBy}`)).status).toBe(200);
});
