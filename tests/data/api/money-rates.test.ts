import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DELETE } from '@/app/api/v1/rates/[id]/route';
import { GET, POST } from '@/app/api/v1/rates/route';
import { rateList, rateSaved } from '@/lib/contracts/rate';
import { db } from '@/lib/db/client';
import { changeInstallation } from '@/lib/tracking/installation';
import { makeProject, makeTask, trackTime } from '@/tests/data/tracking/make-task';
import {
  makeAdmin,
  makeMember,
  params,
  request,
  type TestAdmin,
  type TestPerson,
  tokenHeaders,
} from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let ada: TestAdmin;
let bob: TestPerson;
let projectId: string;
let taskId: string;

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin({ name: 'Ada' });
  bob = await makeMember();
  projectId = await makeProject();
  taskId = await makeTask({ projectId });
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().rate.deleteMany();
  await db().installation.deleteMany();
});

const path = '/api/v1/rates';
const list = (query: string, headers = ada.headers) => GET(request('GET', `${path}?${query}`, { headers }));
const post = (body: unknown, headers = ada.headers) => POST(request('POST', path, { headers, body }));
const remove = (id: string, headers = ada.headers) =>
  DELETE(request('DELETE', `${path}/${id}`, { headers }), params({ id }));
const setRate = async (body: object) =>
  rateSaved.parse(await (await post({ amount: 8500, effectiveFrom: '2026-01-01', ...body })).json()).rate;

it('is 401 without a sign-in', async () => {
  const origin = { origin: 'http://localhost:3000' };
  expect((await list('kind=installation', {})).status).toBe(401);
  expect((await post({}, origin)).status).toBe(401);
  expect((await remove('x', origin)).status).toBe(401);
});

describe('POST /api/v1/rates', () => {
  it('sets a rate and answers it', async () => {
    const response = await post({ kind: 'task', subjectId: taskId, amount: 8500, effectiveFrom: '2026-11-01' });
    expect(response.status).toBe(201);
    expect(rateSaved.parse(await response.json())).toMatchObject({
      rate: { kind: 'task', subjectId: taskId, amount: 8500, effectiveFrom: '2026-11-01', createdBy: 'Ada' },
      changedEntries: 0,
    });
  });

  it('takes no amount for: none of its own from this day on', async () => {
    expect((await setRate({ kind: 'project', subjectId: projectId, amount: null })).amount).toBeNull();
  });

  it('says how much time it changed', async () => {
    await trackTime({ userId: bob.id, projectId, taskId, seconds: 60 });
    const body = { kind: 'installation', amount: 100, effectiveFrom: '2026-01-01' };
    expect(await (await post(body)).json()).toMatchObject({ changedEntries: 0 });
    expect(await (await post({ ...body, applyToExisting: true })).json()).toMatchObject({ changedEntries: 1 });
  });

  it('is for admins, with a token that may write', async () => {
    const body = { kind: 'installation', amount: 100, effectiveFrom: '2026-01-01' };
    expect((await post(body, bob.headers)).status).toBe(403);
    expect((await post(body, await tokenHeaders(ada, 'read'))).status).toBe(403);
    expect(await db().rate.count()).toBe(0);
  });

  const own = { amount: 100, effectiveFrom: '2026-01-01' };
  it.each([
    ['no kind', { ...own }, 'kind'],
    ['nobody’s rate', { ...own, kind: 'person' }, 'subjectId'],
    ['somebody’s installation', { ...own, kind: 'installation', subjectId: 'x' }, 'subjectId'],
    ['an unknown task', { ...own, kind: 'task', subjectId: 'x' }, 'subjectId'],
    ['an unknown project', { ...own, kind: 'project', subjectId: 'x' }, 'subjectId'],
    ['an unknown person', { ...own, kind: 'person', subjectId: 'x' }, 'subjectId'],
    ['less than nothing', { ...own, kind: 'installation', amount: -1 }, 'amount'],
    ['parts of a minor unit', { ...own, kind: 'installation', amount: 0.5 }, 'amount'],
    ['too much', { ...own, kind: 'installation', amount: 100_000_001 }, 'amount'],
    ['a day that there is not', { ...own, kind: 'installation', effectiveFrom: '2026-02-30' }, 'effectiveFrom'],
    ['an unknown field', { ...own, kind: 'installation', currency: 'EUR' }, 'currency'],
  ])('refuses %s', async (_name, body, field) => {
    const response = await post(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'validation_failed', errors: [{ path: field }] });
    expect(await db().rate.count()).toBe(0);
  });
});

describe('GET /api/v1/rates', () => {
  it('answers the history of one, and of all people for admins', async () => {
    await setRate({ kind: 'person', subjectId: bob.id });
    await setRate({ kind: 'person', subjectId: ada.id, effectiveFrom: '2026-02-01' });
    const { items } = rateList.parse(await (await list(`kind=person&subjectId=${bob.id}`)).json());
    expect(items.map(({ subjectId }) => subjectId)).toEqual([bob.id]);
    const all = rateList.parse(await (await list('kind=person')).json());
    expect(all.items.map(({ subjectId }) => subjectId)).toEqual([ada.id, bob.id]);
    expect(rateList.parse(await (await list('kind=installation')).json()).items).toEqual([]);
  });

  it.each([
    ['kind=team', 'kind'],
    ['subjectId=x', 'kind'],
    ['kind=task', 'subjectId'],
    ['kind=project', 'subjectId'],
    ['kind=installation&from=2026-01-01', 'from'],
  ])('refuses ?%s', async (query, field) => {
    const response = await list(query);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path: field }] });
  });

  it('tells members nothing, unless they may see money: then of tasks, projects and themselves', async () => {
    const open = [
      `kind=task&subjectId=${taskId}`,
      `kind=project&subjectId=${projectId}`,
      `kind=person&subjectId=${bob.id}`,
    ];
    const closed = ['kind=installation', 'kind=person', `kind=person&subjectId=${ada.id}`];
    const statuses = (queries: string[]) =>
      Promise.all(queries.map(async (query) => (await list(query, bob.headers)).status));
    expect(await statuses([...open, ...closed])).toEqual([403, 403, 403, 403, 403, 403]);
    await changeInstallation(ada.actor, { membersSeeMoney: true }, new Date());
    expect(await statuses(open)).toEqual([200, 200, 200]);
    expect(await statuses(closed)).toEqual([403, 403, 403]);
  });
});

describe('DELETE /api/v1/rates/:id', () => {
  it('removes a rate, once', async () => {
    const { id } = await setRate({ kind: 'installation' });
    expect((await remove(id, bob.headers)).status).toBe(403);
    expect((await remove(id)).status).toBe(204);
    expect((await remove(id)).status).toBe(404);
    expect(await db().rate.count()).toBe(0);
  });
});
