import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DELETE as deleteShare } from '@/app/api/v1/report-shares/[id]/route';
import { GET as listShares, POST as postShare } from '@/app/api/v1/report-shares/route';
import { GET as exportShared } from '@/app/api/v1/shared-reports/[token]/export/route';
import { GET as readShared } from '@/app/api/v1/shared-reports/[token]/route';
import { problem } from '@/lib/contracts/common';
import { newReportShare, reportShareList, sharedReport } from '@/lib/contracts/report';
import { db } from '@/lib/db/client';
import { localDay } from '@/lib/time/local-day';
import { anEntry, makeReportProject, writeEntries } from '@/tests/data/tracking/report-rig';
import { makeAdmin, makeMember, origin, params, request, type TestPerson, tokenHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let ada: TestPerson;
let bo: TestPerson;

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin({ name: 'Ada' });
  bo = await makeMember({ name: 'Bo' });
  const projectId = await makeReportProject('Alpha');
  await writeEntries([
    anEntry({ personId: ada.id, projectId, seconds: 3_600, rate: 6_000 }),
    anEntry({ personId: bo.id, projectId, seconds: 1_800, rate: 6_000 }),
  ]);
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().user.updateMany({ where: { id: ada.id }, data: { role: 'admin', deactivatedAt: null } });
});

const query = { from: '2026-11-01', to: '2026-11-30', groupBy: ['person'] };

const post = (body: object, headers: Record<string, string> = ada.headers) =>
  postShare(request('POST', '/x', { headers, body: { name: 'For the client', query, ...body } }));
const remove = (id: string, person: TestPerson) =>
  deleteShare(request('DELETE', '/x', { headers: person.headers }), params({ id }));
/** From an address of its own, so that no test uses up the guesses of another. */
const read = (token: string, address = token) =>
  readShared(request('GET', '/x', { headers: { 'x-forwarded-for': address } }), params({ token }));
const save = (token: string, search: string) => exportShared(request('GET', `/x?${search}`), params({ token }));

async function share(body: object = {}, person: TestPerson = ada) {
  const response = await post(body, person.headers);
  expect(response.status).toBe(201);
  const made = newReportShare.parse(await response.json());
  return { ...made, token: made.url.split('/').at(-1) ?? '' };
}

async function reportOf(token: string) {
  return sharedReport.parse(await (await read(token)).json()).report;
}

const codeOf = async (response: Response) => [response.status, problem.parse(await response.json()).code];

describe('a shared report', () => {
  it('is read by whoever has the link, and its token is answered this once', async () => {
    const { url, token, id } = await share();
    expect(url).toBe(`${origin}/shared/${token}`);
    const response = await read(token);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { name, expiresAt, report } = sharedReport.parse(await response.json());
    expect([name, expiresAt, report.total.seconds]).toEqual(['For the client', null, 5_400]);
    const { items } = reportShareList.parse(await (await listShares(request('GET', '/x', ada))).json());
    const listed = items.find((item) => item.id === id);
    expect(listed).toMatchObject({ name: 'For the client', createdBy: 'Ada', query });
    expect(listed?.lastOpenedAt).not.toBeNull();
    expect(JSON.stringify(await db().reportShare.findMany())).not.toContain(token);
  });

  it('keeps money to itself unless it was asked for', async () => {
    expect((await reportOf((await share()).token)).total.amount).toBeNull();
    expect((await reportOf((await share({ showsMoney: true })).token)).total.amount).toBe(9_000);
  });

  it('ends when it expires', async () => {
    const { token, id } = await share({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    expect((await read(token)).status).toBe(200);
    await db().reportShare.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await codeOf(await read(token))).toEqual([410, 'share_expired']);
    expect(await codeOf(await save(token, 'format=csv'))).toEqual([410, 'share_expired']);
  });

  it('ends when it is revoked, by its maker or an admin and nobody else', async () => {
    const own = await share({}, bo);
    const admins = await share();
    expect(await codeOf(await remove(admins.id, bo))).toEqual([404, 'not_found']);
    expect((await remove(own.id, ada)).status).toBe(204);
    expect((await remove(admins.id, ada)).status).toBe(204);
    expect(await codeOf(await read(own.token))).toEqual([404, 'not_found']);
    expect((await remove(own.id, ada)).status).toBe(404);
  });

  it('shows a member their own shares, and an admin all', async () => {
    const own = await share({ name: 'Of Bo' }, bo);
    await share({ name: 'Of Ada' });
    const names = async (person: TestPerson) =>
      reportShareList
        .parse(await (await listShares(request('GET', '/x', person))).json())
        .items.map(({ name }) => name);
    expect(await names(bo)).toEqual(['Of Bo']);
    expect(await names(ada)).toEqual(expect.arrayContaining(['Of Bo', 'Of Ada']));
    await remove(own.id, bo);
  });

  it('is seen with the eyes that its maker has today', async () => {
    const whole = await share();
    const others = await share({ query: { ...query, userId: [bo.id] }, showsMoney: true });
    expect((await reportOf(others.token)).total).toMatchObject({ seconds: 1_800, amount: 3_000 });
    await db().user.update({ where: { id: ada.id }, data: { role: 'member' } });
    expect((await reportOf(whole.token)).total).toMatchObject({ seconds: 3_600, amount: null });
    expect((await read(others.token)).status).toBe(404);
    await db().user.update({ where: { id: ada.id }, data: { deactivatedAt: new Date() } });
    expect(await codeOf(await read(whole.token))).toEqual([404, 'not_found']);
  });

  it("takes today and this week for its maker's", async () => {
    const { token } = await share({ query: { range: 'today' } });
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Niue']) {
      await db().user.update({ where: { id: ada.id }, data: { timeZone } });
      expect((await reportOf(token)).from).toBe(localDay(new Date(), timeZone));
    }
    await db().user.update({ where: { id: ada.id }, data: { timeZone: 'UTC' } });
  });

  it('of a member shows their own time, whatever the filter leaves open', async () => {
    const { rows } = await reportOf((await share({}, bo)).token);
    expect(rows.map(({ label, seconds }) => [label, seconds])).toEqual([['Bo', 1_800]]);
  });

  it('is saved as a file, but never with the entries behind it', async () => {
    const { token } = await share();
    const response = await save(token, 'format=csv');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="report-2026-11-01-to-2026-11-30.csv"',
    );
    expect(await response.text()).not.toContain('Amount');
    expect((await save(token, 'format=csv&detail=entries')).status).toBe(422);
  });

  it('is not to be found by guessing', async () => {
    const { token } = await share();
    const address = 'guesser';
    for (let guess = 0; guess < 50; guess++) expect((await read(`guess-${guess}`, address)).status).toBe(404);
    const response = await read(token, address);
    expect(await codeOf(response)).toEqual([429, 'too_many_requests']);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await read(token)).status).toBe(200);
  });
});

describe('sharing a report', () => {
  it('wants a sign-in, and is not for tokens', async () => {
    expect((await post({}, { origin })).status).toBe(401);
    expect((await listShares(request('GET', '/x'))).status).toBe(401);
    expect(await codeOf(await post({}, await tokenHeaders(ada, 'write')))).toEqual([403, 'forbidden']);
  });

  it.each<[object, string]>([
    [{ name: '' }, 'name'],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    [{ expiresAt: 'never' }, 'expiresAt'],
    [{ query: { range: 'ever' } }, 'query.range'],
    [{ token: 'mine' }, 'token'],
  ])('is refused with %j', async (body, path) => {
    const response = await post(body);
    expect(response.status).toBe(422);
    expect(problem.parse(await response.json()).errors?.[0]?.path).toBe(path);
  });

  it('is refused to a member who asks for money or for others', async () => {
    const money = await post({ showsMoney: true }, bo.headers);
    expect(money.status).toBe(422);
    expect(problem.parse(await money.json()).errors?.[0]?.path).toBe('showsMoney');
    expect((await post({ query: { ...query, userId: [ada.id] } }, bo.headers)).status).toBe(403);
  });
});
