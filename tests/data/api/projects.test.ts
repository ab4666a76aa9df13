import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as getProject, PATCH as patchProject } from '@/app/api/v1/projects/[id]/route';
import { GET as listProjects, POST as postProject } from '@/app/api/v1/projects/route';
import { listOf } from '@/lib/contracts/common';
import { project } from '@/lib/contracts/project';
import { makeProject } from '@/tests/data/tracking/make-task';
import { makeAdmin, makeMember, params, request, type TestPerson, tokenHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let ada: TestPerson;
let bob: TestPerson;
let imported: string;

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin();
  bob = await makeMember();
  imported = await makeProject({ name: 'Engineering', source: 'linear', key: 'ENG' });
});
afterAll(() => database.stop());

const post = (body: unknown, person = bob) =>
  postProject(request('POST', '/api/v1/projects', { headers: person.headers, body }));
const patch = (id: string, body: unknown, person = bob) =>
  patchProject(request('PATCH', `/api/v1/projects/${id}`, { headers: person.headers, body }), params({ id }));

describe('without a sign-in', () => {
  const origin = { origin: 'http://localhost:3000' };
  it.each([
    ['the list', () => listProjects(request('GET', '/api/v1/projects'))],
    ['making', () => postProject(request('POST', '/api/v1/projects', { headers: origin, body: {} }))],
    ['a project', () => getProject(request('GET', '/api/v1/projects/x'), params({ id: 'x' }))],
    [
      'changing',
      () => patchProject(request('PATCH', '/api/v1/projects/x', { headers: origin, body: {} }), params({ id: 'x' })),
    ],
  ])('%s is 401', async (_name, call) => {
    const response = await call();
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
  });
});

describe('GET /api/v1/projects', () => {
  it('answers the contract', async () => {
    const response = await listProjects(request('GET', '/api/v1/projects?search=engin', { headers: bob.headers }));
    expect(response.status).toBe(200);
    const { items, total } = listOf(project).parse(await response.json());
    expect(items.map(({ name, key, source }) => ({ name, key, source }))).toEqual([
      { name: 'Engineering', key: 'ENG', source: 'linear' },
    ]);
    expect(total).toBe(1);
  });

  it.each([
    ['source=jira', 'source'],
    ['archived=maybe', 'archived'],
    ['owner=me', 'owner'],
    ['cursor=nonsense', 'cursor'],
  ])('refuses ?%s', async (query, path) => {
    const response = await listProjects(request('GET', `/api/v1/projects?${query}`, { headers: bob.headers }));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'validation_failed', errors: [{ path }] });
  });
});

describe('POST /api/v1/projects', () => {
  it('makes a project, that can be read again', async () => {
    const response = await post({ name: ' Internal <b>🚀</b> ' });
    expect(response.status).toBe(201);
    const made = project.parse(await response.json());
    expect(made).toMatchObject({ name: 'Internal <b>🚀</b>', source: 'manual', taskCount: 0 });
    const read = await getProject(
      request('GET', `/api/v1/projects/${made.id}`, { headers: bob.headers }),
      params({ id: made.id }),
    );
    expect(await read.json()).toEqual(made);
  });

  it.each([
    ['no name', {}, 'name'],
    ['a colour that is none', { name: 'a', color: 'red' }, 'color'],
    ['an unknown field', { name: 'a', key: 'ENG' }, 'key'],
  ])('refuses %s', async (_name, body, path) => {
    const response = await post(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'validation_failed', errors: [{ path }] });
  });

  it('refuses a token that may only read', async () => {
    const headers = await tokenHeaders(bob, 'read');
    expect((await postProject(request('POST', '/api/v1/projects', { headers, body: { name: 'a' } }))).status).toBe(403);
  });
});

describe('PATCH /api/v1/projects/:id', () => {
  it('changes what is the user’s on an imported project', async () => {
    const response = await patch(imported, { color: '#cd2b31', description: 'The team' });
    expect(project.parse(await response.json())).toMatchObject({ color: '#cd2b31', description: 'The team' });
  });

  it('refuses the name of an imported one', async () => {
    const response = await patch(imported, { name: 'Mine' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'synced_field', errors: [{ path: 'name' }] });
  });

  it('lets only admins archive', async () => {
    expect((await patch(imported, { archived: true }, bob)).status).toBe(403);
    expect((await patch(imported, { archived: true }, ada)).status).toBe(200);
    expect((await patch(imported, { archived: false }, ada)).status).toBe(200);
  });

  it('refuses an unknown field and an unknown project', async () => {
    expect((await patch(imported, { source: 'manual' })).status).toBe(422);
    expect((await patch('unknown', { color: '#cd2b31' })).status).toBe(404);
    expect(
      (
        await getProject(
          request('GET', '/api/v1/projects/unknown', { headers: bob.headers }),
          params({ id: 'unknown' }),
        )
      ).status,
    ).toBe(404);
  });
});
