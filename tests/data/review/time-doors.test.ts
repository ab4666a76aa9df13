import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { POST as postShare } from '@/app/api/v1/report-shares/route';
import { GET as summarize } from '@/app/api/v1/reports/summary/route';
import { GET as readShared } from '@/app/api/v1/shared-reports/[token]/route';
import { PATCH as patchEntry } from '@/app/api/v1/time-entries/[id]/route';
import { POST as startTimer } from '@/app/api/v1/timer/start/route';
import { POST as stopTimer } from '@/app/api/v1/timer/stop/route';
import { newReportShare, reportSummary, sharedReport } from '@/lib/contracts/report';
import { db } from '@/lib/db/client';
import { updateInstallation } from '@/lib/db/installation';
import type { RouteHandler } from '@/lib/http/handle';
import { addDays } from '@/lib/time/local-day';
import { type GivenEntry, putEntry } from '@/tests/data/tracking/entries-rig';
import { makeProject } from '@/tests/data/tracking/make-task';
import { anEntry, makeReportTask, writeEntries } from '@/tests/data/tracking/report-rig';
import { makeAdmin, makeMember, params, request, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let ada: TestPerson;
let bo: TestPerson;
let projectId: string;
const today = new Date().toISOString().slice(0, 10);
const yesterday = addDays(today, -1);
const at = (time: string) => new Date(`${yesterday}T${time}Z`);

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin({ name: 'Ada' });
});
afterAll(() => database.stop());
beforeEach(async () => {
  [bo, projectId] = [await makeMember({ name: 'Bo' }), await makeProject()];
  await db().installation.deleteMany();
});

const send = (route: RouteHandler, body: object, { person = bo, id = 'x', method = 'POST' } = {}) =>
  route(request(method, '/x', { headers: person.headers, body }), params({ id }));
const patch = (id: string, body: object) => send(patchEntry, body, { id, method: 'PATCH' });
const put = (entry: Partial<GivenEntry>) => putEntry({ userId: bo.id, projectId, on: yesterday, ...entry });
const read = (id: string) => db().timeEntry.findUniqueOrThrow({ where: { id } });
const lock = () => updateInstallation({ lockBefore: today }, new Date());

describe('a day that was locked since', () => {
  const ended = { startedAt: at('08:00:00'), endedAt: at('16:00:00'), durationSeconds: 8 * 3600 };
  const stop = { endedAt: at('08:00:01').toISOString() };

  it('keeps the end that Trackline gave a timer, whatever a late stop says', async () => {
    const id = await put({ ...ended, review: 'stopped_at_limit' });
    await lock();
    expect((await send(stopTimer, { entryId: id, ...stop })).status).toBe(200);
    expect(await read(id)).toMatchObject({ durationSeconds: 8 * 3600, review: 'stopped_at_limit' });
  });

  it('lets a running timer be stopped, and nothing be changed on the way', async () => {
    const id = await put({ startedAt: at('08:00:00'), billable: false });
    await lock();
    expect(await (await patch(id, { ...stop, billable: true })).json()).toMatchObject({ code: 'day_locked' });
    expect((await patch(id, stop)).status).toBe(200);
    expect(await read(id)).toMatchObject({ durationSeconds: 1, billable: false });
  });
});

it("a member's link shows their own time alone, also when they become an admin", async () => {
  await writeEntries([anEntry({ personId: ada.id, projectId }), anEntry({ personId: bo.id, projectId })]);
  const query = { from: '2026-11-20', to: '2026-11-20', groupBy: ['person'] };
  const share = newReportShare.parse(await (await send(postShare, { name: 'My hours', query })).json());
  await db().user.update({ where: { id: bo.id }, data: { role: 'admin' } });
  const token = share.url.split('/').at(-1) ?? '';
  const { report } = sharedReport.parse(await (await readShared(request('GET', '/x'), params({ token }))).json());
  expect(report.rows.map(({ key }) => key)).toEqual([bo.id]);
});

it.each(['constructor', 'toString', 'valueOf'])('a label may be called %s', async (label) => {
  const task = await makeReportTask({ projectId, labels: [label] });
  await writeEntries([anEntry({ personId: ada.id, projectId, task })]);
  const search = `from=2026-11-20&to=2026-11-20&groupBy=label&projectId=${projectId}`;
  const response = await summarize(request('GET', `/x?${search}`, { headers: ada.headers }));
  const { bars } = reportSummary.parse(await response.json());
  expect(Object.values(bars.items[0]?.parts ?? {})).toEqual([3600]);
});

it('a change to a task and another project at once is refused, not half taken', async () => {
  const id = await put({});
  const task = await makeReportTask({ projectId });
  const response = await patch(id, { taskId: task.id, projectId: await makeProject() });
  expect(await response.json()).toMatchObject({ status: 422, errors: [{ path: 'projectId' }] });
});

it('a start in the future is refused, also of what runs already', async () => {
  expect((await send(startTimer, { projectId })).status).toBe(200);
  const response = await send(startTimer, { projectId, startedAt: new Date(Date.now() + 3_600_000).toISOString() });
  expect(await response.json()).toMatchObject({ code: 'starts_in_future', errors: [{ path: 'startedAt' }] });
});

it('a start that is sent along unchanged does not take the entry to another day, wherever its person is now', async () => {
  const [startedAt, endedAt] = [new Date('2026-02-10T12:00:00Z'), new Date('2026-02-10T13:00:00Z')];
  const id = await put({ on: '2026-02-11', timeZone: 'Pacific/Auckland', startedAt, endedAt });
  await db().user.update({ where: { id: bo.id }, data: { timeZone: 'America/Los_Angeles' } });
  expect((await patch(id, { startedAt: startedAt.toISOString(), endedAt: '2026-02-10T13:10:00Z' })).status).toBe(200);
  expect(await read(id)).toMatchObject({ on: '2026-02-11', timeZone: 'Pacific/Auckland', durationSeconds: 4200 });
});
