import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as unknownPath } from '@/app/api/[...path]/route';
import { GET as getHealth } from '@/app/api/health/route';
import { GET as getMe } from '@/app/api/v1/me/route';
import { GET as getOpenApi } from '@/app/api/v1/openapi.json/route';
import { DELETE as revoke } from '@/app/api/v1/tokens/[id]/route';
import { POST as create, GET as list } from '@/app/api/v1/tokens/route';
import type { NewApiToken } from '@/lib/contracts/token';
import { db } from '@/lib/db/client';
import { makeMember, origin, params, request, type TestPerson, tokenHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let member: TestPerson;
beforeAll(async () => {
  database = await startTestDatabase();
  member = await makeMember();
});
afterAll(() => database.stop());

const make = (body: unknown, headers = member.headers) => create(request('POST', '/api/v1/tokens', { headers, body }));
const remove = (id: string, headers = member.headers) =>
  revoke(request('DELETE', `/api/v1/tokens/${id}`, { headers }), params({ id }));
const me = (headers: Record<string, string>) => getMe(request('GET', '/api/v1/me', { headers }));
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test('shows a token once, stores its hash, and knows its owner by it', async () => {
  const response = await make({ name: 'CI', scope: 'read' });
  expect(response.status).toBe(201);
  const made = (await response.json()) as NewApiToken;
  expect(made).toMatchObject({ name: 'CI', scope: 'read', expiresAt: null, lastUsedAt: null });
  expect(made.token).toMatch(/^tl_[\w-]{40}$/);
  expect(await (await me(bearer(made.token))).json()).toMatchObject({ id: member.id });
  const listed: unknown = await (await list(request('GET', '/api/v1/tokens', { headers: member.headers }))).json();
  expect(listed).toMatchObject({ items: [{ id: made.id, lastUsedAt: expect.any(String) }], nextCursor: null });
  expect(JSON.stringify([listed, await db().apiToken.findMany()])).not.toContain(made.token);
});

test('stops at once when it is revoked', async () => {
  const { id, token } = (await (await make({ name: 'Gone', scope: 'write' })).json()) as NewApiToken;
  expect((await remove(id)).status).toBe(204);
  expect((await me(bearer(token))).status).toBe(401);
  expect((await remove(id)).status).toBe(404);
});

test('is not seen or revoked by others', async () => {
  const other = await makeMember();
  const { id } = (await (await make({ name: 'Mine', scope: 'write' })).json()) as NewApiToken;
  expect((await remove(id, other.headers)).status).toBe(404);
  const listed = await (await list(request('GET', '/api/v1/tokens', { headers: other.headers }))).json();
  expect(listed).toMatchObject({ items: [] });
});

test('ends when it expires', async () => {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const { id, token } = (await (await make({ name: 'Hour', scope: 'read', expiresAt })).json()) as NewApiToken;
  expect((await me(bearer(token))).status).toBe(200);
  await db().apiToken.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect((await me(bearer(token))).status).toBe(401);
});

test('notes its use at most once a minute', async () => {
  const headers = await tokenHeaders(member, 'read');
  await me(headers);
  const { id, lastUsedAt } = await db().apiToken.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  await me(headers);
  expect((await db().apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt).toEqual(lastUsedAt);
  const earlier = new Date(Date.now() - 61_000);
  await db().apiToken.update({ where: { id }, data: { lastUsedAt: earlier } });
  await me(headers);
  expect((await db().apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime()).toBeGreaterThan(
    earlier.getTime() + 60_000,
  );
});

test.each(['tl_wrong', `tl_${'a'.repeat(40)}`, ''])(
  'refuses the token %j, even next to a good cookie',
  async (token) => {
    const response = await me({ ...member.headers, ...bearer(token) });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
  },
);

test('leaves the password of a proxy in front alone', async () => {
  expect((await me({ ...member.headers, authorization: 'Basic dXNlcjpwYXNz' })).status).toBe(200);
});

test('needs somebody signed in, and not by a token', async () => {
  const input = { name: 'x', scope: 'write' };
  expect((await make(input, { origin })).status).toBe(401);
  expect((await make(input, await tokenHeaders(member, 'write'))).status).toBe(403);
  expect((await make(input, await tokenHeaders(member, 'read'))).status).toBe(403);
});

test('is not made of nonsense', async () => {
  const past = new Date(Date.now() - 1_000).toISOString();
  for (const [body, path] of [
    [{ name: '', scope: 'read' }, 'name'],
    [{ name: 'x', scope: 'root' }, 'scope'],
    [{ name: 'x', scope: 'read', expiresAt: past }, 'expiresAt'],
    [{ name: 'x', scope: 'read', userId: 'somebody' }, 'userId'],
  ]) {
    const response = await make(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path }] });
  }
});

test('answers bad JSON, a form and a large body plainly', async () => {
  const send = (body: string, type = 'application/json') =>
    create(
      new Request(`${origin}/api/v1/tokens`, {
        method: 'POST',
        headers: { ...member.headers, 'content-type': type },
        body,
      }),
    );
  expect((await send('{"name":')).status).toBe(400);
  expect((await send('name=x', 'application/x-www-form-urlencoded')).status).toBe(400);
  expect((await send(JSON.stringify({ name: 'x'.repeat(1_100_000) }))).status).toBe(413);
});

test('tells that the process is up, to anybody', async () => {
  const response = await getHealth(request('GET', '/api/health'));
  expect(await response.json()).toEqual({ status: 'ok' });
});

test('describes the API to whoever may use it', async () => {
  const { headers } = await makeMember();
  expect((await getOpenApi(request('GET', '/api/v1/openapi.json'))).status).toBe(401);
  const response = await getOpenApi(request('GET', '/api/v1/openapi.json', { headers }));
  expect(await response.json()).toMatchObject({
    openapi: '3.1.0',
    paths: { '/api/v1/tokens': { post: { requestBody: expect.anything(), responses: { 201: expect.anything() } } } },
  });
});

test('answers unknown paths as a problem, with the headers of every answer', async () => {
  const response = await unknownPath(request('GET', '/api/auth/sign-up/email'));
  expect(response.status).toBe(404);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': expect.any(String),
  });
});
