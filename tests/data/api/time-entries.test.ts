import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET as getTags } from '@/app/api/v1/tags/route';
import { POST as postDuplicate } from '@/app/api/v1/time-entries/[id]/duplicate/route';
import { GET as getEvents } from '@/app/api/v1/time-entries/[id]/events/route';
import { POST as postRestore } from '@/app/api/v1/time-entries/[id]/restore/route';
import { DELETE as deleteEntry, GET as getEntry, PATCH as patchEntry } from '@/app/api/v1/time-entries/[id]/route';
import { POST as postSplit } from '@/app/api/v1/time-entries/[id]/split/route';
import { GET as listEntries, POST as postEntry } from '@/app/api/v1/time-entries/route';
import { listOf, problem } from '@/lib/contracts/common';
import { entryEvent, entrySplit, tagList, timeEntry } from '@/lib/contracts/time-entry';
import { db } from '@/lib/db/client';
import { updateInstallation } from '@/lib/db/installation';
import type { RouteHandler } from '@/lib/http/handle';
import { addDays } from '@/lib/time/local-day';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { makeAdmin, makeMember, origin, params, request, type TestPerson, tokenHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let ada: TestPerson;
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
});

const path = '/api/v1/time-entries';
const today = new Date().toISOString().slice(0, 10);
const yesterday = addDays(today, -1);
const at = (time: string) => `${yesterday}T${time}:00.000Z`;

interface Given {
  body?: unknown;
  headers?: Record<string, string>;
}

/** One call on one entry, as Bob unless said otherwise. */
function call(route: RouteHandler, method: string, id: string, given: Given = {}, tail = ''): Promise<Response> {
  return route(request(method, `${path}/${id}${tail}`, { headers: bob.headers, ...given }), params({ id }));
}
const list = (query = '', headers = bob.headers) => listEntries(request('GET', `${path}?${query}`, { headers }));
const post = (body: unknown, headers = bob.headers) => postEntry(request('POST', path, { headers, body }));
const patch = (id: string, body: unknown, headers = bob.headers) => call(patchEntry, 'PATCH', id, { body, headers });
const restore = (id: string, headers = bob.headers) => call(postRestore, 'POST', id, { headers }, '/restore');
const split = (id: string, body: unknown, headers = bob.headers) =>
  call(postSplit, 'POST', id, { body, headers }, '/split');
const duplicate = (id: string, body: unknown = {}, headers = bob.headers) =>
  call(postDuplicate, 'POST', id, { body, headers }, '/duplicate');
const events = (id: string, headers = bob.headers) => call(getEvents, 'GET', id, { headers }, '/events');
const remove = (id: string, headers = bob.headers) => call(deleteEntry, 'DELETE', id, { headers });

async function made(body: object = { startedAt: at('09:00'), endedAt: at('10:00') }) {
  const response = await post({ taskId, ...body });
  expect(response.status).toBe(201);
  return timeEntry.parse(await response.json());
}

describe('without a sign-in', () => {
  const headers = { origin };
  it.each<[string, () => Promise<Response>]>([
    ['the list', () => list('', headers)],
    ['adding', () => post({}, headers)],
    ['an entry', () => call(getEntry, 'GET', 'x', { headers })],
    ['changing', () => patch('x', {}, headers)],
    ['deleting', () => remove('x', headers)],
    ['restoring', () => restore('x', headers)],
    ['splitting', () => split('x', {}, headers)],
    ['duplicating', () => duplicate('x', {}, headers)],
    ['the history', () => events('x', headers)],
    ['the tags', () => getTags(request('GET', '/api/v1/tags', { headers }))],
  ])('%s is 401', async (_name, ask) => {
    const response = await ask();
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('with a token that may only read', () => {
  it('shows, but changes nothing', async () => {
    const { id } = await made();
    const headers = await tokenHeaders(bob, 'read');
    const reads = [await list('', headers), await call(getEntry, 'GET', id, { headers }), await events(id, headers)];
    for (const response of reads) expect(response.status).toBe(200);
    const body = { taskId, on: yesterday, durationSeconds: 60 };
    const writes = [
      await post(body, headers),
      await patch(id, { description: 'x' }, headers),
      await remove(id, headers),
      await restore(id, headers),
      await split(id, { seconds: 60 }, headers),
      await duplicate(id, {}, headers),
    ];
    for (const response of writes) expect(await response.json()).toMatchObject({ code: 'token_read_only' });
  });
});

describe('somebody else’s entry', () => {
  it.each<[string, (id: string, headers: Record<string, string>) => Promise<Response>]>([
    ['is not shown', (id, headers) => call(getEntry, 'GET', id, { headers })],
    ['is not changed', (id, headers) => patch(id, { description: 'x' }, headers)],
    ['is not deleted', remove],
    ['is not restored', restore],
    ['is not split', (id, headers) => split(id, { seconds: 60 }, headers)],
    ['is not duplicated', (id, headers) => duplicate(id, {}, headers)],
    ['does not tell its history', events],
  ])('%s, but to an admin', async (_name, ask) => {
    const { id } = await made();
    const response = await ask(id, eve.headers);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'forbidden' });
    expect((await ask(id, ada.headers)).ok).toBe(true);
  });

  it('is not listed or added for others', async () => {
    for (const userId of ['all', bob.id]) expect((await list(`userId=${userId}`, eve.headers)).status).toBe(403);
    const body = { taskId, on: yesterday, durationSeconds: 60, userId: bob.id };
    expect((await post(body, eve.headers)).status).toBe(403);
    expect((await post(body, ada.headers)).status).toBe(201);
    const { items } = listOf(timeEntry).parse(await (await list('userId=all', ada.headers)).json());
    expect(items.map(({ user }) => user.name)).toEqual(['Bob']);
  });
});

describe('what is not there', () => {
  it('is 404', async () => {
    const answers = [
      await call(getEntry, 'GET', 'unknown'),
      await patch('unknown', { description: 'x' }),
      await remove('unknown'),
      await restore('unknown'),
      await split('unknown', { seconds: 60 }),
      await duplicate('unknown'),
      await events('unknown'),
    ];
    for (const response of answers) expect(await response.json()).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('GET /api/v1/time-entries', () => {
  it('answers the contract, page by page', async () => {
    for (const on of ['2026-01-05', '2026-01-07', '2026-01-06']) await made({ on, durationSeconds: 60 });
    const first = listOf(timeEntry).parse(await (await list('limit=2')).json());
    const rest = listOf(timeEntry).parse(await (await list(`limit=2&cursor=${first.nextCursor}`)).json());
    expect([...first.items, ...rest.items].map(({ on }) => on)).toEqual(['2026-01-07', '2026-01-06', '2026-01-05']);
    expect(rest.nextCursor).toBeNull();
  });

  it.each([
    ['from=2026-02-30', 'from'],
    ['to=yesterday', 'to'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['running=yes', 'running'],
    ['billable=1', 'billable'],
    ['colour=red', 'colour'],
    ['cursor=nonsense', 'cursor'],
    [`cursor=${Buffer.from('["newest",["2026-01-01","never","x"]]').toString('base64url')}`, 'cursor'],
  ])('refuses ?%s', async (query, field) => {
    const response = await list(query);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'validation_failed', errors: [{ path: field }] });
  });
});

describe('POST /api/v1/time-entries', () => {
  const timed = { startedAt: at('09:00'), endedAt: at('10:00') };
  const onDay = { on: yesterday, durationSeconds: 3600 };

  it('adds a span, in any zone that the client writes, or a duration', async () => {
    const span = await made({
      ...timed,
      startedAt: `${yesterday}T11:00:00+02:00`,
      description: '  Call ',
      tags: ['a', 'A'],
    });
    expect(span).toMatchObject({ ...timed, on: yesterday, durationSeconds: 3600, description: 'Call', tags: ['A'] });
    expect(await made(onDay)).toMatchObject({ startedAt: null, endedAt: null, on: yesterday, source: 'manual' });
    const headers = await tokenHeaders(bob, 'write');
    expect(await (await post({ projectId, ...onDay }, headers)).json()).toMatchObject({ source: 'api', task: null });
  });

  it.each<[string, object, string]>([
    ['nothing', {}, 'taskId'],
    ['neither task nor project', onDay, 'taskId'],
    ['both task and project', { taskId: 'x', projectId: 'y', ...onDay }, 'taskId'],
    ['no time', { taskId: 'x' }, 'startedAt'],
    ['a start without an end', { taskId: 'x', startedAt: at('09:00') }, 'endedAt'],
    ['an end without a start', { taskId: 'x', endedAt: at('09:00') }, 'startedAt'],
    ['a day without a duration', { taskId: 'x', on: yesterday }, 'durationSeconds'],
    ['a duration without a day', { taskId: 'x', durationSeconds: 60 }, 'on'],
    ['both kinds of time', { taskId: 'x', ...timed, ...onDay }, 'on'],
    ['a negative duration', { taskId: 'x', on: yesterday, durationSeconds: -60 }, 'durationSeconds'],
    ['no duration', { taskId: 'x', on: yesterday, durationSeconds: 0 }, 'durationSeconds'],
    ['25 hours', { taskId: 'x', on: yesterday, durationSeconds: 90_000 }, 'durationSeconds'],
    ['half a second', { taskId: 'x', on: yesterday, durationSeconds: 0.5 }, 'durationSeconds'],
    ['a duration in words', { taskId: 'x', on: yesterday, durationSeconds: '1h' }, 'durationSeconds'],
    ['a day that is none', { taskId: 'x', on: '2026-02-30', durationSeconds: 60 }, 'on'],
    ['an instant without a zone', { taskId: 'x', ...timed, startedAt: '2026-01-05T09:00:00' }, 'startedAt'],
    ['nonsense for an instant', { taskId: 'x', ...timed, endedAt: 'noon' }, 'endedAt'],
    ['too long a description', { taskId: 'x', ...onDay, description: 'x'.repeat(2001) }, 'description'],
    ['a tag with a comma', { taskId: 'x', ...onDay, tags: ['a,b'] }, 'tags.0'],
    ['an empty tag', { taskId: 'x', ...onDay, tags: ['ok', ' '] }, 'tags.1'],
    ['a rate', { taskId: 'x', ...onDay, rate: 9000 }, 'rate'],
  ])('refuses %s at its field', async (_name, body, field) => {
    const response = await post(body);
    expect(response.status).toBe(422);
    const { code, errors = [] } = problem.parse(await response.json());
    expect([code, errors.map((error) => error.path)]).toEqual(['validation_failed', expect.arrayContaining([field])]);
    expect(await db().timeEntry.count()).toBe(0);
  });

  it.each<[string, () => object, number, string, string]>([
    ['an unknown task', () => ({ taskId: 'unknown', ...onDay }), 422, 'validation_failed', 'taskId'],
    [
      'an end before its start',
      () => ({ taskId, startedAt: at('10:00'), endedAt: at('09:00') }),
      422,
      'ends_before_start',
      'endedAt',
    ],
    [
      '25 hours from start to end',
      () => ({ taskId, startedAt: `${addDays(yesterday, -1)}T08:00:00Z`, endedAt: at('09:00') }),
      422,
      'entry_too_long',
      'endedAt',
    ],
    [
      'a start in the future',
      () => ({ taskId, startedAt: '2126-01-01T09:00:00Z', endedAt: '2126-01-01T10:00:00Z' }),
      422,
      'starts_in_future',
      'startedAt',
    ],
    [
      'an end in the future',
      () => ({ taskId, startedAt: new Date().toISOString(), endedAt: new Date(Date.now() + 3_600_000).toISOString() }),
      422,
      'ends_in_future',
      'endedAt',
    ],
    ['a day in the future', () => ({ taskId, on: '2126-01-01', durationSeconds: 60 }), 422, 'starts_in_future', 'on'],
    ['a locked day', () => ({ taskId, on: '2020-01-01', durationSeconds: 60 }), 422, 'day_locked', 'on'],
    [
      'an overlap where it is refused',
      () => ({ taskId, startedAt: at('08:30'), endedAt: at('09:30') }),
      409,
      'entry_overlaps',
      'startedAt',
    ],
  ])('refuses %s at its field, and loses nothing', async (_name, body, status, code, field) => {
    await made(timed);
    await updateInstallation({ overlaps: 'refuse', lockBefore: '2020-02-01' }, new Date());
    const response = await post(body());
    expect(response.status).toBe(status);
    expect(problem.parse(await response.json())).toMatchObject({ code, errors: [{ path: field }] });
    expect(await db().timeEntry.count()).toBe(1);
  });
});

describe('PATCH and DELETE /api/v1/time-entries/:id', () => {
  it('change what is given, and refuse what is wrong', async () => {
    const { id } = await made();
    expect(timeEntry.parse(await (await patch(id, { billable: false, taskId: null })).json())).toMatchObject({
      billable: false,
      task: null,
      project: { id: projectId },
    });
    const wrong: [unknown, string][] = [
      [{ durationSeconds: -1 }, 'durationSeconds'],
      [{ endedAt: at('11:00'), durationSeconds: 60 }, 'on'],
      [{ userId: eve.id }, 'userId'],
      [{ review: 'stopped_at_limit' }, 'review'],
      [{ endedAt: null }, 'endedAt'],
    ];
    for (const [body, field] of wrong) {
      const response = await patch(id, body);
      expect(await response.json(), JSON.stringify(body)).toMatchObject({ status: 422, errors: [{ path: field }] });
    }
  });

  it('refuse another site', async () => {
    const { id } = await made();
    const headers = { ...bob.headers, origin: 'https://evil.example' };
    expect((await remove(id, headers)).status).toBe(403);
  });
});

describe('the calls around an entry', () => {
  it('delete, tell, restore, split and duplicate it', async () => {
    const entry = await made();
    expect((await remove(entry.id)).status).toBe(204);
    expect((await call(getEntry, 'GET', entry.id)).status).toBe(404);
    const told = listOf(entryEvent).parse(await (await events(entry.id)).json());
    expect(told.items.map(({ kind }) => kind)).toEqual(['deleted', 'created']);
    expect(timeEntry.parse(await (await restore(entry.id)).json())).toEqual({
      ...entry,
      updatedAt: expect.any(String),
    });
    const parts = entrySplit.parse(await (await split(entry.id, { at: at('09:20') })).json());
    expect([parts.first.durationSeconds, parts.second.durationSeconds]).toEqual([1200, 2400]);
    const copied = await duplicate(parts.second.id, { on: addDays(yesterday, -1) });
    expect(copied.status).toBe(201);
    expect(timeEntry.parse(await copied.json()).on).toBe(addDays(yesterday, -1));
  });

  it.each<[string, (id: string) => Promise<Response>, string]>([
    ['nowhere', (id) => split(id, {}), 'at'],
    ['twice', (id) => split(id, { at: at('09:30'), seconds: 60 }), 'at'],
    ['at nonsense', (id) => split(id, { at: 'noon' }), 'at'],
    ['after no time', (id) => split(id, { seconds: 0 }), 'seconds'],
    ['at its end', (id) => split(id, { at: at('10:00') }), 'at'],
  ])('refuse to split %s', async (_name, ask, field) => {
    const response = await ask((await made()).id);
    expect(await response.json()).toMatchObject({ status: 422, errors: [{ path: field }] });
  });

  it('refuse to duplicate onto nonsense or the future, and bad cursors of the history', async () => {
    const { id } = await made();
    for (const on of ['tomorrow', '2126-01-01'])
      expect(await (await duplicate(id, { on })).json()).toMatchObject({ status: 422, errors: [{ path: 'on' }] });
    const response = await getEvents(
      request('GET', `${path}/${id}/events?cursor=x`, { headers: bob.headers }),
      params({ id }),
    );
    expect(await response.json()).toMatchObject({ status: 422, errors: [{ path: 'cursor' }] });
  });
});

describe('GET /api/v1/tags', () => {
  it('answers what people use, and refuses other questions', async () => {
    await made({ on: yesterday, durationSeconds: 60, tags: ['Review', 'Call'] });
    const ask = (query: string) => getTags(request('GET', `/api/v1/tags?${query}`, { headers: eve.headers }));
    expect(tagList.parse(await (await ask('search=rev')).json()).items).toEqual(['Review']);
    expect(await (await ask('name=x')).json()).toMatchObject({ status: 422, errors: [{ path: 'name' }] });
  });
});
