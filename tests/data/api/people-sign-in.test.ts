import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET as getSession } from '@/app/api/auth/get-session/route';
import { POST as signIn } from '@/app/api/auth/sign-in/email/route';
import { POST as signOut } from '@/app/api/auth/sign-out/route';
import { POST as changePassword } from '@/app/api/v1/me/password/route';
import { PATCH as changeMe, GET as getMe } from '@/app/api/v1/me/route';
import { changeMember } from '@/lib/auth/members';
import { db } from '@/lib/db/client';
import {
  cookiesOf,
  makeAdmin,
  makeMember,
  origin,
  request,
  signedInHeaders,
  testPassword,
  tokenHeaders,
} from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const attempt = (email: string, password: string, headers: Record<string, string> = { origin }) =>
  signIn(request('POST', '/api/auth/sign-in/email', { headers, body: { email, password } }));
const me = (headers: Record<string, string>) => getMe(request('GET', '/api/v1/me', { headers }));
const patchMe = (headers: Record<string, string>, body: unknown) =>
  changeMe(request('PATCH', '/api/v1/me', { headers, body }));
const putPassword = (headers: Record<string, string>, body: unknown) =>
  changePassword(request('POST', '/api/v1/me/password', { headers, body }));

describe('signing in', () => {
  test('takes the e-mail address in any case and sets the cookie', async () => {
    await makeMember({ email: 'ada@example.com', name: 'Ada' });
    const response = await attempt(' ADA@example.com ', testPassword);
    expect(response.status).toBe(200);
    const body: unknown = await response.json();
    expect(body).toMatchObject({ user: { name: 'Ada', role: 'member' } });
    expect(JSON.stringify(body)).not.toContain('token');
    expect((await me({ cookie: cookiesOf(response.headers.getSetCookie()) })).status).toBe(200);
  });

  test('says the same of a wrong password and of an unknown address', async () => {
    const { email } = await makeMember();
    const [wrong, unknown] = await Promise.all([attempt(email, 'wrong password'), attempt('no@example.com', 'x')]);
    expect(wrong.status).toBe(401);
    const strip = async (response: Response) => ({ ...((await response.json()) as object), requestId: '' });
    expect(await strip(wrong)).toEqual(await strip(unknown));
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test('is refused from another site', async () => {
    const { email } = await makeMember();
    expect((await attempt(email, testPassword, { origin: 'https://evil.example' })).status).toBe(403);
  });

  test('is refused to a deactivated person, and ends all they had', async () => {
    const admin = await makeAdmin();
    const member = await makeMember();
    const token = await tokenHeaders(member, 'write');
    expect((await me(token)).status).toBe(200);
    await changeMember(admin.actor, member.id, { active: false }, new Date());
    expect((await me(member.headers)).status).toBe(401);
    expect((await me(token)).status).toBe(401);
    const response = await attempt(member.email, testPassword);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'forbidden', detail: 'This account is deactivated.' });
    expect((await attempt(member.email, 'wrong password')).status).toBe(401);
    await changeMember(admin.actor, member.id, { active: true }, new Date());
    expect((await me(member.headers)).status).toBe(401);
    expect((await attempt(member.email, testPassword)).status).toBe(200);
  });

  test('is refused after ten failures, whatever address the caller claims to have', async () => {
    const { email } = await makeMember();
    const from = (n: number) => ({ origin, 'x-forwarded-for': `203.0.113.${n}` });
    for (let n = 0; n < 10; n += 1) expect((await attempt(email, 'wrong password', from(n))).status).toBe(401);
    const response = await attempt(email, testPassword, from(99));
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({ code: 'too_many_requests' });
    const wait = Number(response.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(600);
  });

  test('is refused after ten failures at once', async () => {
    const { email } = await makeMember();
    const all = await Promise.all(Array.from({ length: 14 }, () => attempt(email, 'wrong password')));
    expect(all.filter(({ status }) => status === 429)).toHaveLength(4);
  });

  test('is refused after many failures on many accounts from one address', async () => {
    const from = { origin, 'x-forwarded-for': '10.0.0.1, 198.51.100.7' };
    const all = await Promise.all(
      Array.from({ length: 52 }, (_, n) => attempt(`nobody-${n}@example.com`, 'wrong', from)),
    );
    expect(all.filter(({ status }) => status === 429)).toHaveLength(2);
  });

  test('does not count successes', async () => {
    const { email } = await makeMember();
    for (let n = 0; n < 12; n += 1) expect((await attempt(email, testPassword)).status).toBe(200);
  });
});

describe('a session', () => {
  test('is shown, or null', async () => {
    const member = await makeMember();
    const ask = (headers: Record<string, string>) =>
      getSession(request('GET', '/api/auth/get-session', { headers })).then((response) => response.json());
    expect(await ask(member.headers)).toMatchObject({ user: { id: member.id } });
    expect(await ask({})).toBeNull();
  });

  test('ends with sign-out, and the others of the person stay', async () => {
    const member = await makeMember();
    const other = await signedInHeaders(member.email);
    const response = await signOut(request('POST', '/api/auth/sign-out', { headers: member.headers }));
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().join()).toMatch(/Max-Age=0/);
    expect((await me(member.headers)).status).toBe(401);
    expect((await me(other)).status).toBe(200);
  });

  test('is not ended by another site', async () => {
    const member = await makeMember();
    const headers = { ...member.headers, origin: 'https://evil.example' };
    expect((await signOut(request('POST', '/api/auth/sign-out', { headers }))).status).toBe(403);
    expect((await me(member.headers)).status).toBe(200);
  });

  test('is over when it has expired', async () => {
    const member = await makeMember();
    await db().session.updateMany({ where: { userId: member.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect((await me(member.headers)).status).toBe(401);
  });

  test('is prolonged while it is used', async () => {
    const member = await makeMember();
    await db().session.updateMany({
      where: { userId: member.id },
      data: { expiresAt: new Date(Date.now() + 86_400_000) },
    });
    const response = await me(member.headers);
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().join()).toContain('trackline.session_token');
    const session = await db().session.findFirstOrThrow({ where: { userId: member.id } });
    expect(session.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  });

  test('cannot be made up', async () => {
    const member = await makeMember();
    const { token } = await db().session.findFirstOrThrow({ where: { userId: member.id } });
    expect((await me({ cookie: `trackline.session_token=${token}.forged` })).status).toBe(401);
    expect((await me({ cookie: `trackline.session_token=${token}` })).status).toBe(401);
  });
});

describe('me', () => {
  test('needs somebody signed in', async () => {
    const response = await me({});
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'unauthenticated', requestId: expect.any(String) });
  });

  test('changes what is given and keeps the rest', async () => {
    const member = await makeMember({ name: 'Bo' });
    const response = await patchMe(member.headers, { timeZone: 'Asia/Tokyo', weekStart: 0 });
    expect(await response.json()).toMatchObject({ name: 'Bo', timeZone: 'Asia/Tokyo', weekStart: 0, role: 'member' });
    expect(await (await me(member.headers)).json()).toMatchObject({ timeZone: 'Asia/Tokyo' });
  });

  test.each([
    [{ role: 'admin' }, 'role'],
    [{ email: 'x@example.com' }, 'email'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ weekStart: 3 }, 'weekStart'],
    [{ name: '  ' }, 'name'],
  ])('refuses %j', async (body, path) => {
    const member = await makeMember();
    const response = await patchMe(member.headers, body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path }] });
  });

  test('is not changed by another site, nor by a token that may only read', async () => {
    const member = await makeMember();
    const foreign = await patchMe({ ...member.headers, origin: 'https://evil.example' }, { name: 'Eve' });
    expect(await foreign.json()).toMatchObject({ code: 'origin_refused' });
    const readOnly = await patchMe(await tokenHeaders(member, 'read'), { name: 'Eve' });
    expect(readOnly.status).toBe(403);
    expect(await readOnly.json()).toMatchObject({ code: 'token_read_only' });
    const write = await patchMe(await tokenHeaders(member, 'write'), { name: 'Bea' });
    expect(await write.json()).toMatchObject({ name: 'Bea' });
  });
});

describe('changing the password', () => {
  const next = 'another long password';

  test('ends the other sessions and keeps this one', async () => {
    const member = await makeMember();
    const other = await signedInHeaders(member.email);
    const response = await putPassword(member.headers, { currentPassword: testPassword, newPassword: next });
    expect(response.status).toBe(204);
    expect((await me(member.headers)).status).toBe(200);
    expect((await me(other)).status).toBe(401);
    expect((await attempt(member.email, testPassword)).status).toBe(401);
    expect((await attempt(member.email, next)).status).toBe(200);
  });

  test('needs the current password, and stops guessing', async () => {
    const member = await makeMember();
    const wrong = () => putPassword(member.headers, { currentPassword: 'not it', newPassword: next });
    const response = await wrong();
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'wrong_password', errors: [{ path: 'currentPassword' }] });
    for (let n = 1; n < 10; n += 1) await wrong();
    expect((await wrong()).status).toBe(429);
  });

  test('needs a session, not a token', async () => {
    const member = await makeMember();
    const body = { currentPassword: testPassword, newPassword: next };
    expect((await putPassword(await tokenHeaders(member, 'write'), body)).status).toBe(403);
  });
});
