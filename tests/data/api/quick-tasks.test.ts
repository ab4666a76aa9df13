import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUT as pin, DELETE as unpin } from '@/app/api/v1/tasks/[id]/pin/route';
import { GET as getQuick } from '@/app/api/v1/tasks/quick/route';
import { quickTasks } from '@/lib/contracts/timer';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { newId } from '@/lib/kit/new-id';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { makeMember, params, request, type TestPerson, tokenHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let bob: TestPerson;
let projectId: string;

beforeAll(async () => {
  database = await startTestDatabase();
  bob = await makeMember();
  projectId = await makeProject({ name: 'Engineering' });
});
afterAll(() => database.stop());

const put = (id: string, headers = bob.headers) =>
  pin(request('PUT', `/api/v1/tasks/${id}/pin`, { headers }), params({ id }));
const remove = (id: string, headers = bob.headers) =>
  unpin(request('DELETE', `/api/v1/tasks/${id}/pin`, { headers }), params({ id }));
const quick = async (person = bob) => {
  const response = await getQuick(request('GET', '/api/v1/tasks/quick', { headers: person.headers }));
  expect(response.status).toBe(200);
  return quickTasks.parse(await response.json());
};
const names = async (person = bob) =>
  (await quick(person)).recent.map(({ task, project }) => task?.name ?? project.name);

interface Given {
  person?: TestPerson;
  taskId?: string;
  project?: string;
  on: string;
  startedAt?: string;
  createdAt?: string;
  description?: string;
}

const row = ({ person = bob, taskId, project = projectId, on, startedAt, createdAt, description = '' }: Given) => ({
  id: newId(),
  userId: person.id,
  taskId: taskId ?? null,
  projectId: project,
  madeInProjectId: project,
  on,
  startedAt: startedAt === undefined ? null : new Date(startedAt),
  endedAt: startedAt === undefined ? null : new Date(Date.parse(startedAt) + 60_000),
  durationSeconds: 60,
  description,
  createdAt: new Date(createdAt ?? startedAt ?? `${on}T20:00:00Z`),
});
const track = (given: Given) => db().timeEntry.create({ data: row(given) });

describe('without a sign-in', () => {
  const origin = { origin: 'http://localhost:3000' };
  it.each([
    ['the list', () => getQuick(request('GET', '/api/v1/tasks/quick'))],
    ['pinning', () => put('x', origin)],
    ['unpinning', () => remove('x', origin)],
  ])('%s is 401', async (_name, call) => {
    const response = await call();
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
  });
});

describe('what somebody worked on lately', () => {
  it('is each task and each project alone once, with its last words, the latest first', async () => {
    const person = await makeMember();
    const [login, cart] = [
      await makeTask({ projectId, identifier: 'ENG-1', title: 'Login' }),
      await makeTask({ projectId, identifier: 'ENG-2', title: 'Cart', sourceState: 'archived' }),
    ];
    await track({ person, taskId: login, on: '2026-11-02', startedAt: '2026-11-02T09:00:00Z', description: 'first' });
    await track({ person, taskId: cart, on: '2026-11-03', startedAt: '2026-11-03T09:00:00Z' });
    await track({ person, on: '2026-11-03', createdAt: '2026-11-03T10:00:00Z' });
    await track({ person, taskId: login, on: '2026-11-03', startedAt: '2026-11-03T11:00:00Z', description: 'second' });
    const { recent } = await quick(person);
    expect(recent.map(({ task, project }) => task?.name ?? project.name)).toEqual([
      'ENG-1: Login',
      'Engineering',
      'ENG-2: Cart',
    ]);
    expect(recent[0]).toMatchObject({ description: 'second', lastAt: '2026-11-03T11:00:00.000Z' });
    expect(recent[2]?.task?.sourceState).toBe('archived');
  });

  it('is their own time alone', async () => {
    const person = await makeMember();
    await track({ person: bob, on: '2026-11-05' });
    expect(await names(person)).toEqual([]);
  });

  it('is at most ten', async () => {
    const person = await makeMember();
    for (let day = 10; day < 22; day += 1)
      await track({ person, taskId: await makeTask({ projectId, title: `${day}` }), on: `2026-10-${day}` });
    expect(await names(person)).toEqual(['21', '20', '19', '18', '17', '16', '15', '14', '13', '12']);
  });

  it('leaves out a project that was archived, which takes no time of its own any more', async () => {
    const person = await makeMember();
    const closed = await makeProject({ archivedAt: new Date() });
    const task = await makeTask({ projectId: closed, title: 'Its task' });
    await track({ person, project: closed, on: '2026-11-05' });
    await track({ person, project: closed, taskId: task, on: '2026-11-04' });
    expect(await names(person)).toEqual(['Its task']);
  });

  it('has the one that runs', async () => {
    const person = await makeMember();
    const taskId = await makeTask({ projectId, title: 'Running' });
    const running = { ...row({ person, taskId, on: '2026-11-05', startedAt: '2026-11-05T09:00:00Z' }), endedAt: null };
    await db().timeEntry.create({ data: running });
    expect(await names(person)).toEqual(['Running']);
  });

  it('is there at once after years of entries', async () => {
    const person = await makeMember();
    const taskId = await makeTask({ projectId, title: 'Every day' });
    await db().$executeRaw`
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO time_entry (id, user_id, task_id, project_id, made_in_project_id, "on", duration_seconds, updated_at)
      SELECT 'old ' || i, ${person.id}, ${taskId}, ${projectId}, ${projectId}, date('2000-01-01', (i / 3) || ' days'), 60, CURRENT_TIMESTAMP FROM n`;
    expect(await names(person)).toEqual(['Every day']);
    const startedAt = performance.now();
    await quick(person);
    expect(performance.now() - startedAt).toBeLessThan(150);
  });
});

describe('pins', () => {
  it('are a person’s own, in the order of pinning, each once', async () => {
    const other = await makeMember();
    const [a, b] = [await makeTask({ projectId, title: 'A' }), await makeTask({ projectId, title: 'B' })];
    for (const id of [b, a, b]) expect((await put(id)).status).toBe(204);
    expect((await quick()).pinned.map(({ title }) => title)).toEqual(['B', 'A']);
    expect((await quick(other)).pinned).toEqual([]);
    for (const id of [b, b]) expect((await remove(id)).status).toBe(204);
    expect((await quick()).pinned.map(({ title }) => title)).toEqual(['A']);
    expect((await put(b)).status).toBe(204);
    expect((await quick()).pinned.map(({ title }) => title)).toEqual(['A', 'B']);
  });

  it('refuse an unknown task, and a token that may only read', async () => {
    expect((await put('unknown')).status).toBe(404);
    expect((await remove('unknown')).status).toBe(404);
    const taskId = must((await db().task.findFirst())?.id);
    expect((await put(taskId, await tokenHeaders(bob, 'read'))).status).toBe(403);
  });

  it('are at most fifty', async () => {
    const person = await makeMember();
    for (let n = 0; n < 50; n += 1) expect((await put(await makeTask({ projectId }), person.headers)).status).toBe(204);
    const response = await put(await makeTask({ projectId }), person.headers);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'conflict', hint: 'Unpin one that you need no longer.' });
  });
});
