import { afterEach, beforeEach, expect, test } from 'vitest';
import { GET as getSession } from '@/app/api/auth/get-session/route';
import { GET as getReady } from '@/app/api/ready/route';
import { GET as getMe } from '@/app/api/v1/me/route';
import { POST as setUp } from '@/app/api/v1/setup/route';
import { ensureFirstAdmin, isSetUp } from '@/lib/auth/set-up';
import { getUserByEmail, listUsers } from '@/lib/db/user';
import { browserHeaders, cookiesOf, origin, request, signedInHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

const input = { name: ' Ada ', email: 'Ada@Example.com', password: 'correct horse battery', timeZone: 'Europe/Berlin' };
const post = (body: unknown, headers: Record<string, string> = { origin }) =>
  setUp(request('POST', '/api/v1/setup', { headers, body }));

let database: TestDatabase;
beforeEach(async () => {
  database = await startTestDatabase();
});
afterEach(() => database.stop());

test('makes the first admin and signs in', async () => {
  const response = await post(input);
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({
    id: expect.any(String),
    name: 'Ada',
    email: 'ada@example.com',
    role: 'admin',
    timeZone: 'Europe/Berlin',
    weekStart: 1,
    timerLimitMinutes: 480,
    weekTargetMinutes: 2400,
    workStartMinutes: 540,
    workEndMinutes: 1020,
    workDays: [1, 2, 3, 4, 5],
  });
  const [setCookie = ''] = response.headers.getSetCookie();
  expect(setCookie).toMatch(/^trackline\.session_token=/);
  expect(setCookie).toMatch(/HttpOnly/i);
  expect(setCookie).toMatch(/SameSite=Lax/i);
  expect(setCookie).not.toMatch(/Secure/i);
  const me = await getMe(request('GET', '/api/v1/me', { headers: { cookie: cookiesOf([setCookie]) } }));
  expect(await me.json()).toMatchObject({ email: 'ada@example.com' });
});

test('makes the cookie Secure when the page came over https', async () => {
  const https = { origin: 'https://time.example.com', host: 'time.example.com', 'x-forwarded-proto': 'https' };
  const [setCookie = ''] = (await post(input, https)).headers.getSetCookie();
  expect(setCookie).toMatch(/^__Secure-trackline\.session_token=/);
  expect(setCookie).toMatch(/Secure/);
  const headers = { ...https, cookie: cookiesOf([setCookie]) };
  expect((await getMe(request('GET', '/api/v1/me', { headers }))).status).toBe(200);
});

test('works on whatever address the person uses', async () => {
  const headers = { host: '192.168.1.5:3000', origin: 'http://192.168.1.5:3000' };
  expect((await post(input, headers)).status).toBe(201);
});

test('is refused once there is anybody', async () => {
  await post(input);
  const again = await post({ ...input, email: 'eve@example.com' });
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ code: 'already_set_up' });
});

test('makes one admin of two set-ups at once', async () => {
  const both = await Promise.all([post(input), post({ ...input, email: 'eve@example.com' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await listUsers()).toHaveLength(1);
});

test('says which fields are wrong', async () => {
  const response = await post({ name: '', email: 'ada', password: 'short', role: 'admin' });
  expect(response.status).toBe(422);
  const { errors } = (await response.json()) as { errors: { path: string }[] };
  expect(errors.map(({ path }) => path).sort()).toEqual(['email', 'name', 'password', 'role']);
  expect(await isSetUp()).toBe(false);
});

test('is refused from another site', async () => {
  const response = await post(input, { origin: 'https://evil.example' });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: 'origin_refused' });
});

test('keeps nothing of the password but a hash', async () => {
  await post(input);
  const user = await getUserByEmail('ada@example.com');
  expect(JSON.stringify(user)).not.toContain('horse');
});

test('makes the first admin of ADMIN_EMAIL, once', async () => {
  await database.stop();
  database = await startTestDatabase({ ADMIN_EMAIL: 'Root@Example.com', ADMIN_PASSWORD: 'correct horse battery' });
  const made = await Promise.all([ensureFirstAdmin(new Date()), ensureFirstAdmin(new Date())]);
  expect(made.sort()).toEqual([false, true]);
  expect(await ensureFirstAdmin(new Date())).toBe(false);
  expect(await listUsers()).toHaveLength(1);
  const headers = await signedInHeaders('root@example.com');
  const session = await getSession(request('GET', '/api/auth/get-session', { headers }));
  expect(await session.json()).toMatchObject({ user: { name: 'root', role: 'admin' } });
});

test('does not make an admin of ADMIN_EMAIL when somebody is here already', async () => {
  await post(input);
  await database.stop();
  database = await startTestDatabase();
  expect(await ensureFirstAdmin(new Date())).toBe(false);
  expect(await isSetUp()).toBe(false);
});

test('tells whether the process can serve', async () => {
  const shared = globalThis as typeof globalThis & { tracklineScheduler?: { running: boolean } };
  const ready = () => getReady(request('GET', '/api/ready', { headers: Object.fromEntries(browserHeaders()) }));
  const before = await ready();
  expect(before.status).toBe(503);
  expect(await before.json()).toEqual({
    status: 'not_ready',
    checks: { database: true, migrations: true, scheduler: false },
  });
  shared.tracklineScheduler = { running: true };
  try {
    expect((await ready()).status).toBe(200);
  } finally {
    delete shared.tracklineScheduler;
  }
});
