import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as getEvents } from '@/app/api/v1/tasks/[id]/events/route';
import { GET as getTask, PATCH as patchTask } from '@/app/api/v1/tasks/[id]/route';
import { GET as getByIdentifier } from '@/app/api/v1/tasks/by-identifier/[identifier]/route';
import { GET as getFacets } from '@/app/api/v1/tasks/facets/route';
import { GET as listTasks, POST as postTask } from '@/app/api/v1/tasks/route';
import { listOf } from '@/lib/contracts/common';
import { task, taskEvent } from '@/lib/contracts/task';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { makeMember, params, request, type TestPerson, tokenHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let bob: TestPerson;
let projectId: string;
let imported: string;

beforeAll(async () => {
  database = await startTestDatabase();
  bob = await makeMember({ name: 'Bob' });
  projectId = await makeProject({ name: 'Internal' });
  imported = await makeTask({ projectId, identifier: 'ENG-42', previousIdentifiers: ['OLD-1'], title: 'Fix login' });
});
afterAll(() => database.stop());

const ask = (method: string, path: string, body?: unknown, headers = bob.headers) =>
  request(method, path, { headers, body });
const list = (query: string) => listTasks(ask('GET', `/api/v1/tasks?${query}`));
const patch = (id: string, body: unknown) => patchTask(ask('PATCH', `/api/v1/tasks/${id}`, body), params({ id }));

describe('without a sign-in', () => {
  it.each([
    ['the list', () => listTasks(request('GET', '/api/v1/tasks'))],
    [
      'making',
      () => postTask(request('POST', '/api/v1/tasks', { headers: { origin: 'http://localhost:3000' }, body: {} })),
    ],
    ['a task', () => getTask(request('GET', '/api/v1/tasks/x'), params({ id: 'x' }))],
    [
      'changing',
      () =>
        patchTask(
          request('PATCH', '/api/v1/tasks/x', { headers: { origin: 'http://localhost:3000' }, body: {} }),
          params({ id: 'x' }),
        ),
    ],
    ['the history', () => getEvents(request('GET', '/api/v1/tasks/x/events'), params({ id: 'x' }))],
    ['the facets', () => getFacets(request('GET', '/api/v1/tasks/facets'))],
    [
      'an identifier',
      () => getByIdentifier(request('GET', '/api/v1/tasks/by-identifier/ENG-42'), params({ identifier: 'ENG-42' })),
    ],
  ])('%s is 401', async (_name, call) => {
    const response = await call();
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'unauthenticated', status: 401 });
  });
});

describe('with a token that may only read', () => {
  it('lists, but does not make or change', async () => {
    const headers = await tokenHeaders(bob, 'read');
    expect((await listTasks(ask('GET', '/api/v1/tasks', undefined, headers))).status).toBe(200);
    expect((await postTask(ask('POST', '/api/v1/tasks', { projectId, title: 'x' }, headers))).status).toBe(403);
    const changed = await patchTask(
      ask('PATCH', `/api/v1/tasks/${imported}`, { notes: 'x' }, headers),
      params({ id: imported }),
    );
    expect(await changed.json()).toMatchObject({ code: 'token_read_only' });
  });
});

describe('GET /api/v1/tasks', () => {
  it('answers the contract', async () => {
    const response = await list('search=eng-42');
    expect(response.status).toBe(200);
    const { items, nextCursor, total } = listOf(task).parse(await response.json());
    expect(items.map(({ name }) => name)).toEqual(['ENG-42: Fix login']);
    expect([nextCursor, total]).toEqual([null, 1]);
  });

  it.each([
    ['sort=size', 'sort'],
    ['status=open', 'status.0'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['sourceState=lost', 'sourceState'],
    ['colour=red', 'colour'],
    ['cursor=nonsense', 'cursor'],
    [`cursor=${Buffer.from('["title asc",["a","b"]]').toString('base64url')}`, 'cursor'],
    [`search=${'x'.repeat(301)}`, 'search'],
  ])('refuses ?%s', async (query, path) => {
    const response = await list(query);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'validation_failed', errors: [{ path }] });
  });
});

describe('GET /api/v1/tasks/:id and by identifier', () => {
  it('answer the same task, by an old identifier too', async () => {
    const byId = await getTask(ask('GET', `/api/v1/tasks/${imported}`), params({ id: imported }));
    const shown = task.parse(await byId.json());
    for (const identifier of ['ENG-42', 'eng-42', 'old-1']) {
      const response = await getByIdentifier(
        ask('GET', `/api/v1/tasks/by-identifier/${identifier}`),
        params({ identifier }),
      );
      expect(await response.json()).toEqual(shown);
    }
  });

  it('answer 404 when there is none', async () => {
    const responses = [
      await getTask(ask('GET', '/api/v1/tasks/unknown'), params({ id: 'unknown' })),
      await getEvents(ask('GET', '/api/v1/tasks/unknown/events'), params({ id: 'unknown' })),
      await getByIdentifier(ask('GET', '/api/v1/tasks/by-identifier/NO-1'), params({ identifier: 'NO-1' })),
      await patch('unknown', { notes: 'x' }),
    ];
    for (const response of responses) expect(response.status).toBe(404);
  });
});

describe('POST /api/v1/tasks', () => {
  it('makes a task', async () => {
    const response = await postTask(ask('POST', '/api/v1/tasks', { projectId, title: '  =SUM(A1) <b>🚀</b> ' }));
    expect(response.status).toBe(201);
    expect(task.parse(await response.json())).toMatchObject({
      title: '=SUM(A1) <b>🚀</b>',
      source: 'manual',
      status: 'todo',
    });
  });

  it.each([
    ['no title', { projectId: 'x' }, 'title'],
    ['an empty title', { projectId: 'x', title: '  ' }, 'title'],
    ['an unknown field', { projectId: 'x', title: 'a', identifier: 'ENG-1' }, 'identifier'],
    ['a bad date', { projectId: 'x', title: 'a', dueDate: '2026-02-30' }, 'dueDate'],
    ['an unknown project', { projectId: 'unknown', title: 'a' }, 'projectId'],
  ])('refuses %s', async (_name, body, path) => {
    const response = await postTask(ask('POST', '/api/v1/tasks', body));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path }] });
  });
});

describe('PATCH /api/v1/tasks/:id', () => {
  it('changes notes and billable of an imported task, and the history tells', async () => {
    const response = await patch(imported, { notes: 'Call first', billable: false });
    expect(task.parse(await response.json())).toMatchObject({ notes: 'Call first', billable: false });
    const events = await getEvents(ask('GET', `/api/v1/tasks/${imported}/events?limit=1`), params({ id: imported }));
    const { items } = listOf(taskEvent).parse(await events.json());
    expect(items[0]).toMatchObject({ kind: 'edited', by: 'Bob' });
    expect(JSON.stringify(items)).not.toContain('Call first');
  });

  it('refuses what belongs to Linear, naming the field', async () => {
    const response = await patch(imported, { title: 'Mine' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'synced_field', errors: [{ path: 'title' }] });
  });

  it.each([
    ['an unknown field', { assignee: 'bob' }, 'assignee'],
    ['a bad value', { billable: 'yes' }, 'billable'],
  ])('refuses %s', async (_name, body, path) => {
    const response = await patch(imported, body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'validation_failed', errors: [{ path }] });
  });

  it('refuses another site', async () => {
    const headers = { ...bob.headers, origin: 'https://evil.example' };
    const response = await patchTask(
      ask('PATCH', `/api/v1/tasks/${imported}`, { notes: 'x' }, headers),
      params({ id: imported }),
    );
    expect(response.status).toBe(403);
  });
});

describe('GET /api/v1/tasks/:id/events and facets', () => {
  it('refuse bad queries', async () => {
    const events = await getEvents(ask('GET', `/api/v1/tasks/${imported}/events?cursor=x`), params({ id: imported }));
    expect(await events.json()).toMatchObject({ status: 422, errors: [{ path: 'cursor' }] });
    const facets = await getFacets(ask('GET', '/api/v1/tasks/facets?project=x'));
    expect(await facets.json()).toMatchObject({ status: 422, errors: [{ path: 'project' }] });
  });

  it('answer facets of one project', async () => {
    const response = await getFacets(ask('GET', `/api/v1/tasks/facets?projectId=${projectId}`));
    expect(await response.json()).toEqual({ states: [], assignees: [], labels: [] });
  });
});
