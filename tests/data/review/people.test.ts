import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as preview } from '@/app/api/v1/links/by-token/[token]/route';
import { POST as invite } from '@/app/api/v1/links/route';
import { POST as makeResetLink } from '@/app/api/v1/members/[id]/reset-link/route';
import { PATCH as changeMember } from '@/app/api/v1/members/[id]/route';
import type { NewAccessLink } from '@/lib/contracts/person';
import { makeAdmin, makeMember, params, request, type TestAdmin, tokenHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let admin: TestAdmin;
beforeAll(async () => {
  database = await startTestDatabase();
  admin = await makeAdmin();
});
afterAll(() => database.stop());

const change = (id: string, body: unknown, headers = admin.headers) =>
  changeMember(request('PATCH', `/api/v1/members/${id}`, { headers, body }), params({ id }));
const makeInvite = (email: string, headers: Record<string, string>) =>
  invite(request('POST', '/api/v1/links', { headers, body: { email, role: 'admin' } }));
const reset = (id: string, headers: Record<string, string>) =>
  makeResetLink(request('POST', `/api/v1/members/${id}/reset-link`, { headers }), params({ id }));
const tokenOf = async (response: Response) => ((await response.json()) as NewAccessLink).url.split('/join/')[1] ?? '';
const look = async (token: string) => (await preview(request('GET', '/x'), params({ token }))).status;

describe("an admin's API token that has leaked", () => {
  it('lets nobody in for longer than it lasts itself', async () => {
    const headers = await tokenHeaders(admin, 'write');
    const member = await makeMember();
    const refusals = [
      await makeInvite('accomplice@example.com', headers),
      await reset(admin.id, headers),
      await reset(member.id, headers),
      await change(member.id, { role: 'admin' }, headers),
    ];
    for (const response of refusals) {
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 'forbidden', detail: expect.stringContaining('token') });
    }
  });
});

describe('links that an admin handed out', () => {
  it.each([{ role: 'member' }, { active: false }])('end when that admin becomes %o, and others stay', async (end) => {
    const leaving = await makeAdmin();
    const member = await makeMember();
    const mine = await tokenOf(await makeInvite('mine@example.com', admin.headers));
    const theirs = [
      await tokenOf(await makeInvite('theirs@example.com', leaving.headers)),
      await tokenOf(await reset(member.id, leaving.headers)),
    ];
    expect((await change(leaving.id, end)).status).toBe(200);
    for (const token of theirs) expect(await look(token)).toBe(404);
    expect(await look(mine)).toBe(200);
  });
});
