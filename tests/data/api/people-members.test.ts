import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DELETE as revoke } from '@/app/api/v1/links/[id]/route';
import { POST as accept } from '@/app/api/v1/links/by-token/[token]/accept/route';
import { GET as preview } from '@/app/api/v1/links/by-token/[token]/route';
import { POST as invite, GET as listLinks } from '@/app/api/v1/links/route';
import { GET as getMe } from '@/app/api/v1/me/route';
import { POST as makeResetLink } from '@/app/api/v1/members/[id]/reset-link/route';
import { PATCH as changeMember } from '@/app/api/v1/members/[id]/route';
import { GET as listMembers } from '@/app/api/v1/members/route';
import type { NewAccessLink } from '@/lib/contracts/person';
import { db } from '@/lib/db/client';
import {
  cookiesOf,
  makeAdmin,
  makeMember,
  origin,
  params,
  request,
  signedInHeaders,
  type TestAdmin,
  tokenHeaders,
} from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let admin: TestAdmin;
beforeAll(async () => {
  database = await startTestDatabase();
  admin = await makeAdmin({ name: 'Ada' });
});
afterAll(() => database.stop());

const change = (id: string, body: unknown, headers = admin.headers) =>
  changeMember(request('PATCH', `/api/v1/members/${id}`, { headers, body }), params({ id }));
const makeLink = (body: unknown, headers = admin.headers) =>
  invite(request('POST', '/api/v1/links', { headers, body }));
const reset = (id: string, headers = admin.headers) =>
  makeResetLink(request('POST', `/api/v1/members/${id}/reset-link`, { headers }), params({ id }));
const tokenOf = async (response: Response) => ((await response.json()) as NewAccessLink).url.split('/join/')[1] ?? '';
const look = (token: string) => preview(request('GET', '/api/v1/links/by-token/x'), params({ token }));
const use = (token: string, body: unknown, headers: Record<string, string> = { origin }) =>
  accept(request('POST', '/api/v1/links/by-token/x/accept', { headers, body }), params({ token }));
const password = 'a password of my own';

describe('members', () => {
  test('are listed for admins', async () => {
    await makeMember({ name: 'Bo', email: 'bo@example.com' });
    const response = await listMembers(request('GET', '/api/v1/members', { headers: admin.headers }));
    const { items, nextCursor } = (await response.json()) as { items: unknown[]; nextCursor: null };
    expect(nextCursor).toBeNull();
    expect(items).toContainEqual(
      expect.objectContaining({ name: 'Bo', state: 'active', role: 'member', lastSeenAt: expect.any(String) }),
    );
  });

  test('are not for members, nor for nobody', async () => {
    const { headers, actor } = await makeMember();
    const list = (given: Record<string, string>) => listMembers(request('GET', '/api/v1/members', { headers: given }));
    expect((await list(headers)).status).toBe(403);
    expect((await list({})).status).toBe(401);
    expect((await change(actor.userId, { role: 'admin' }, headers)).status).toBe(403);
    expect((await makeLink({ email: 'x@example.com' }, headers)).status).toBe(403);
    expect((await reset(admin.id, headers)).status).toBe(403);
  });

  test('get another role, and have it at once', async () => {
    const member = await makeMember();
    expect(await (await change(member.id, { role: 'admin' })).json()).toMatchObject({ role: 'admin' });
    expect((await listMembers(request('GET', '/api/v1/members', { headers: member.headers }))).status).toBe(200);
    await change(member.id, { role: 'member' });
    expect((await listMembers(request('GET', '/api/v1/members', { headers: member.headers }))).status).toBe(403);
  });

  test('that do not exist are not found', async () => {
    expect((await change('nobody', { role: 'admin' })).status).toBe(404);
    expect((await reset('nobody')).status).toBe(404);
  });

  test('are not changed to nonsense, nor by a token that may only read', async () => {
    const member = await makeMember();
    expect((await change(member.id, { role: 'owner' })).status).toBe(422);
    expect((await change(member.id, { active: false }, await tokenHeaders(admin, 'read'))).status).toBe(403);
    expect((await change(member.id, { active: false }, await tokenHeaders(admin, 'write'))).status).toBe(200);
  });

  test('keep their last active admin', async () => {
    for (const body of [{ active: false }, { role: 'member' }]) {
      const response = await change(admin.id, body);
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'last_admin' });
    }
  });

  test('do not change themselves', async () => {
    const second = await makeAdmin();
    const response = await change(admin.id, { role: 'member' });
    expect(response.status).toBe(403);
    await change(second.id, { active: false });
  });

  test('keep an admin when two deactivate each other at once', async () => {
    const second = await makeAdmin();
    const both = await Promise.all([
      change(second.id, { active: false }),
      change(admin.id, { active: false }, second.headers),
    ]);
    expect(both.map(({ status }) => status)).toContain(200);
    const active = await db().user.findMany({ where: { role: 'admin', deactivatedAt: null } });
    expect(active).toHaveLength(1);
    await db().user.updateMany({ where: { id: admin.id }, data: { deactivatedAt: null } });
    await db().user.updateMany({ where: { id: second.id }, data: { role: 'member' } });
    admin = { ...admin, headers: await signedInHeaders(admin.email) };
  });
});

describe('an invitation', () => {
  test('lets its holder join once, with the role it says', async () => {
    const made = await makeLink({ email: 'New@Example.com', role: 'admin' });
    expect(made.status).toBe(201);
    const token = await tokenOf(made);
    expect(await (await look(token)).json()).toEqual({
      kind: 'invite',
      email: 'new@example.com',
      expiresAt: expect.any(String),
    });
    const joined = await use(token, { name: 'New', password, timeZone: 'Europe/Paris' });
    expect(joined.status).toBe(200);
    expect(await joined.json()).toMatchObject({ name: 'New', email: 'new@example.com', role: 'admin' });
    const cookie = cookiesOf(joined.headers.getSetCookie());
    expect(await (await getMe(request('GET', '/api/v1/me', { headers: { cookie } }))).json()).toMatchObject({
      name: 'New',
      timeZone: 'Europe/Paris',
    });
    const again = await use(token, { name: 'Eve', password });
    expect(again.status).toBe(410);
    expect(await again.json()).toMatchObject({ code: 'link_expired' });
    expect((await look(token)).status).toBe(410);
    await db().user.updateMany({ where: { email: 'new@example.com' }, data: { role: 'member' } });
  });

  test('lets one of two in who open it at once', async () => {
    const token = await tokenOf(await makeLink({ email: 'once@example.com' }));
    const both = await Promise.all([use(token, { name: 'One', password }), use(token, { name: 'Two', password })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  test('has an address on the host that the admin uses', async () => {
    const headers = { ...admin.headers, host: '192.168.1.5:3000', origin: 'http://192.168.1.5:3000' };
    expect(await (await makeLink({ email: 'lan@example.com' }, headers)).json()).toMatchObject({
      url: expect.stringMatching(/^http:\/\/192\.168\.1\.5:3000\/join\/[\w-]{40}$/),
    });
  });

  test('is stored as a hash only', async () => {
    const token = await tokenOf(await makeLink({ email: 'hash@example.com' }));
    expect(JSON.stringify(await db().accessLink.findMany())).not.toContain(token);
  });

  test('lasts seven days', async () => {
    const token = await tokenOf(await makeLink({ email: 'late@example.com' }));
    const link = await db().accessLink.findFirstOrThrow({ where: { email: 'late@example.com' } });
    expect(link.expiresAt.getTime() - link.createdAt.getTime()).toBe(7 * 86_400_000);
    await db().accessLink.update({ where: { id: link.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await look(token)).status).toBe(410);
    expect((await use(token, { name: 'Late', password })).status).toBe(410);
  });

  test('replaces the one before, and ends when it is revoked', async () => {
    const first = await tokenOf(await makeLink({ email: 'twice@example.com' }));
    const second = await makeLink({ email: 'twice@example.com' });
    const { id, url } = (await second.json()) as NewAccessLink;
    const token = url.split('/join/')[1] ?? '';
    expect((await look(first)).status).toBe(404);
    expect((await look(token)).status).toBe(200);
    const listed = await (await listLinks(request('GET', '/api/v1/links', { headers: admin.headers }))).json();
    expect(JSON.stringify(listed)).toContain(id);
    expect(JSON.stringify(listed)).not.toContain(token);
    const remove = () => revoke(request('DELETE', `/api/v1/links/${id}`, { headers: admin.headers }), params({ id }));
    expect((await remove()).status).toBe(204);
    expect((await look(token)).status).toBe(404);
    expect((await remove()).status).toBe(404);
  });

  test('is not made for somebody who is here', async () => {
    const member = await makeMember();
    const response = await makeLink({ email: member.email.toUpperCase() });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'email_taken' });
  });

  test('asks for a name and a long enough password', async () => {
    const token = await tokenOf(await makeLink({ email: 'fields@example.com' }));
    expect(await (await use(token, { password })).json()).toMatchObject({ errors: [{ path: 'name' }] });
    expect(await (await use(token, { name: 'F', password: 'short' })).json()).toMatchObject({
      errors: [{ path: 'password' }],
    });
    expect((await use(token, { name: 'F', password }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await look(token)).status).toBe(200);
  });
});

describe('a reset link', () => {
  test('sets the password, signs in, and ends every session before', async () => {
    const member = await makeMember();
    const token = await tokenOf(await reset(member.id));
    expect(await (await look(token)).json()).toMatchObject({ kind: 'reset', email: member.email });
    const used = await use(token, { password });
    expect(used.status).toBe(200);
    const me = (headers: Record<string, string>) => getMe(request('GET', '/api/v1/me', { headers }));
    expect((await me(member.headers)).status).toBe(401);
    expect((await me({ cookie: cookiesOf(used.headers.getSetCookie()) })).status).toBe(200);
    expect((await me(await signedInHeaders(member.email, password))).status).toBe(200);
    expect((await use(token, { password })).status).toBe(410);
  });

  test('lasts a day', async () => {
    const member = await makeMember();
    await reset(member.id);
    const link = await db().accessLink.findFirstOrThrow({ where: { userId: member.id } });
    expect(link.expiresAt.getTime() - link.createdAt.getTime()).toBe(86_400_000);
  });

  test('ends when the member is deactivated, and is not made for one who is', async () => {
    const member = await makeMember();
    const token = await tokenOf(await reset(member.id));
    await change(member.id, { active: false });
    expect((await use(token, { password })).status).toBe(404);
    expect((await reset(member.id)).status).toBe(409);
  });
});
