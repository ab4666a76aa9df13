import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { POST as postDiscard } from '@/app/api/v1/timer/discard/route';
import { POST as postKeep } from '@/app/api/v1/timer/keep/route';
import { GET as getTimer } from '@/app/api/v1/timer/route';
import { POST as postStart } from '@/app/api/v1/timer/start/route';
import { POST as postStop } from '@/app/api/v1/timer/stop/route';
import { timeEntry } from '@/lib/contracts/time-entry';
import { timer, timerStarted } from '@/lib/contracts/timer';
import { db } from '@/lib/db/client';
import type { RouteHandler } from '@/lib/http/handle';
import { hours } from '@/lib/kit/sleep';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { makeMember, request, type TestPerson, tokenHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let bob: TestPerson;
let taskId: string;

beforeAll(async () => {
  database = await startTestDatabase();
  bob = await makeMember();
  const projectId = await makeProject({ name: 'Engineering' });
  taskId = await makeTask({ projectId, identifier: 'ENG-42', title: 'Login' });
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().timeEntry.deleteMany();
});

const routes = { start: postStart, stop: postStop, keep: postKeep, discard: postDiscard };
const names = Object.keys(routes) as (keyof typeof routes)[];
const post = (name: keyof typeof routes, body: unknown = {}, headers = bob.headers) =>
  routes[name](request('POST', `/api/v1/timer/${name}`, { headers, body }));
const get = (headers = bob.headers) => getTimer(request('GET', '/api/v1/timer', { headers }));
const ago = (ms: number) => new Date(Math.floor((Date.now() - ms) / 1000) * 1000).toISOString();

describe('without a sign-in', () => {
  const origin = { origin: 'http://localhost:3000' };
  it('GET is 401', async () => {
    expect((await get({})).status).toBe(401);
  });

  it.each(names)('%s is 401', async (name) => {
    const response = await post(name, {}, origin);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
  });
});

it.each(names)('%s refuses a token that may only read, which may look', async (name) => {
  const headers = await tokenHeaders(bob, 'read');
  expect((await post(name, {}, headers)).status).toBe(403);
  expect((await get(headers)).status).toBe(200);
});

it.each(names)('%s refuses an unknown field, and what is no JSON', async (name) => {
  const response = await post(name, { taskId, user: 'x' });
  expect(response.status).toBe(422);
  expect((await response.json()).errors).toContainEqual({ path: 'user', message: 'There is no such field.' });
  const route: RouteHandler = routes[name];
  const headers = { ...bob.headers, 'content-type': 'application/json' };
  const broken = new Request(`http://localhost:3000/api/v1/timer/${name}`, { method: 'POST', headers, body: '{' });
  expect((await route(broken)).status).toBe(400);
});

describe('the timer over the API', () => {
  it('lives from start to stop', async () => {
    expect(timer.parse(await (await get()).json())).toMatchObject({ entry: null, askAt: null });
    const response = await post('start', { identifier: 'ENG-42', description: ' Review ', tags: ['Call'] });
    expect(response.status).toBe(200);
    const { entry } = timerStarted.parse(await response.json());
    expect(entry).toMatchObject({ task: { id: taskId }, description: 'Review', tags: ['Call'], source: 'timer' });
    expect(timer.parse(await (await get()).json()).entry).toEqual(entry);
    expect(timer.parse(await (await post('keep', { entryId: entry?.id })).json()).entry?.id).toBe(entry?.id);
    const stopped = timeEntry.parse(await (await post('stop', { entryId: entry?.id })).json());
    expect(stopped.id).toBe(entry?.id);
    expect(stopped.durationSeconds).toBeGreaterThan(0);
    expect(timer.parse(await (await get()).json()).entry).toBeNull();
  });

  it('says what it stopped', async () => {
    await post('start', { taskId, startedAt: ago(hours(1)) });
    const switched = timerStarted.parse(await (await post('start', { taskId, description: 'Other' })).json());
    expect(switched.stopped).toMatchObject({ endedAt: switched.entry?.startedAt, review: null });
  });

  it('is discarded', async () => {
    await post('start', { taskId });
    expect(timeEntry.parse(await (await post('discard')).json()).task?.id).toBe(taskId);
    expect(await db().timeEntry.count()).toBe(0);
  });

  it('is a person’s own', async () => {
    const eve = await makeMember();
    await post('start', { taskId });
    expect(timer.parse(await (await get(eve.headers)).json()).entry).toBeNull();
    expect((await post('stop', {}, eve.headers)).status).toBe(409);
  });

  it('shows the one that runs in a second tab and to a token', async () => {
    const headers = await tokenHeaders(bob, 'write');
    const { entry } = timerStarted.parse(await (await post('start', { taskId }, headers)).json());
    expect(timer.parse(await (await get()).json()).entry?.id).toBe(entry?.id);
  });

  it('that was forgotten is stopped when somebody looks', async () => {
    const startedAt = ago(hours(5));
    await post('start', { taskId, startedAt });
    await db().timeEntry.updateMany({ data: { askAt: new Date(Date.parse(startedAt) + hours(3)) } });
    expect(timer.parse(await (await get()).json()).entry).toBeNull();
    expect(await db().timeEntry.findMany()).toMatchObject([{ review: 'stopped_at_limit', durationSeconds: 10_800 }]);
  });
});

describe('what cannot be', () => {
  it.each([
    ['a start on nothing', 'start', {}, 422, 'validation_failed', 'taskId'],
    ['a start on two things', 'start', { taskId: 'a', projectId: 'b' }, 422, 'validation_failed', 'taskId'],
    ['a start on an unknown task', 'start', { taskId: 'a' }, 422, 'validation_failed', 'taskId'],
    ['a start on an unknown identifier', 'start', { identifier: 'ENG-1' }, 404, 'not_found', 'identifier'],
    [
      'a start in the future',
      'start',
      { identifier: 'ENG-42', startedAt: ago(-hours(1)) },
      422,
      'starts_in_future',
      'startedAt',
    ],
    [
      'a start without a time zone',
      'start',
      { identifier: 'ENG-42', startedAt: '2026-11-19T09:00:00' },
      422,
      'validation_failed',
      'startedAt',
    ],
    [
      'a start with 2,001 signs',
      'start',
      { identifier: 'ENG-42', description: 'x'.repeat(2_001) },
      422,
      'validation_failed',
      'description',
    ],
    ['a start with a tag of two', 'start', { identifier: 'ENG-42', tags: ['a,b'] }, 422, 'validation_failed', 'tags.0'],
    ['a stop at no time', 'stop', { endedAt: 'now' }, 422, 'validation_failed', 'endedAt'],
    ['a stop without a timer', 'stop', {}, 409, 'no_timer', undefined],
    ['a discard without a timer', 'discard', {}, 409, 'no_timer', undefined],
    ['an answer without a timer', 'keep', {}, 409, 'no_timer', undefined],
  ] as const)('%s is refused', async (_name, name, body, status, code, path) => {
    const response = await post(name, body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = await response.json();
    expect(problem).toMatchObject({ code });
    expect(problem.errors?.[0]?.path).toBe(path);
    expect(await db().timeEntry.count()).toBe(0);
  });

  it.each([
    ['stopped before its start', 'stop', { endedAt: ago(hours(2)) }, 422, 'ends_before_start'],
    ['stopped in the future', 'stop', { endedAt: ago(-hours(2)) }, 422, 'ends_in_future'],
    ['stopped instead of another', 'stop', { entryId: 'other' }, 409, 'timer_changed'],
    ['kept instead of another', 'keep', { entryId: 'other' }, 409, 'timer_changed'],
    ['discarded instead of another', 'discard', { entryId: 'other' }, 409, 'timer_changed'],
    [
      'switched before its start',
      'start',
      { description: 'Other', startedAt: ago(hours(2)) },
      422,
      'ends_before_start',
    ],
  ] as const)('a timer is not %s', async (_name, name, body, status, code) => {
    const { entry } = timerStarted.parse(await (await post('start', { taskId, startedAt: ago(hours(1)) })).json());
    const response = await post(name, name === 'start' ? { taskId, ...body } : body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
    expect(timer.parse(await (await get()).json()).entry).toEqual(entry);
  });
});

it('answers a double start from two tabs with one timer', async () => {
  const answers = await Promise.all([post('start', { taskId }), post('start', { taskId }), post('start', { taskId })]);
  const ids = await Promise.all(answers.map(async (answer) => timerStarted.parse(await answer.json()).entry?.id));
  expect(new Set(ids).size).toBe(1);
  expect(await db().timeEntry.count()).toBe(1);
});
