import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET, PATCH } from '@/app/api/v1/installation/route';
import { installation } from '@/lib/contracts/installation';
import { db } from '@/lib/db/client';
import { addDays, localDay } from '@/lib/time/local-day';
import { makeAdmin, makeMember, request, type TestPerson, tokenHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let ada: TestPerson;
let bob: TestPerson;

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin();
  bob = await makeMember();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().installation.deleteMany();
});

const path = '/api/v1/installation';
const get = (headers: Record<string, string>) => GET(request('GET', path, { headers }));
const patch = (body: unknown, headers = ada.headers) => PATCH(request('PATCH', path, { headers, body }));
const untouched = {
  currency: 'EUR',
  currencyDigits: 2,
  overlaps: 'allow',
  lockBefore: null,
  rounding: { mode: 'none', minutes: 15, per: 'entry' },
  membersSeeMoney: false,
};

describe('GET /api/v1/installation', () => {
  it('answers everyone who is signed in, before anything was set', async () => {
    const response = await get(bob.headers);
    expect(response.status).toBe(200);
    expect(installation.parse(await response.json())).toEqual(untouched);
  });

  it('is 401 without a sign-in', async () => {
    expect((await get({})).status).toBe(401);
  });
});

describe('PATCH /api/v1/installation', () => {
  it('changes what it is given and leaves the rest', async () => {
    const rounding = { mode: 'up', minutes: 6, per: 'day' };
    expect(await (await patch({ overlaps: 'refuse', rounding })).json()).toEqual({
      ...untouched,
      overlaps: 'refuse',
      rounding,
    });
    const changed = await patch({ membersSeeMoney: true, lockBefore: '2026-10-01' });
    expect(installation.parse(await changed.json())).toMatchObject({ overlaps: 'refuse', lockBefore: '2026-10-01' });
    expect(await (await patch({ lockBefore: null })).json()).toMatchObject({ lockBefore: null, membersSeeMoney: true });
    expect(await (await get(bob.headers)).json()).toMatchObject({ membersSeeMoney: true, rounding });
    expect((await patch({})).status).toBe(200);
  });

  it.each([
    ['jpy', 'JPY', 0],
    ['USD', 'USD', 2],
    [' KWD ', 'KWD', 3],
  ])('takes %s as a currency, and knows its digits', async (currency, code, digits) => {
    expect(await (await patch({ currency })).json()).toMatchObject({ currency: code, currencyDigits: digits });
  });

  it('is for admins, with a token that may write', async () => {
    expect((await patch({ membersSeeMoney: true }, bob.headers)).status).toBe(403);
    const readOnly = await patch({ membersSeeMoney: true }, await tokenHeaders(ada, 'read'));
    expect(await readOnly.json()).toMatchObject({ code: 'token_read_only' });
    expect((await patch({}, await tokenHeaders(ada, 'write'))).status).toBe(200);
    expect((await patch({}, { origin: 'http://localhost:3000' })).status).toBe(401);
  });

  it.each([
    ['a currency that there is not', { currency: 'ABC' }, 'currency'],
    ['a day that there is not', { lockBefore: '2026-02-30' }, 'lockBefore'],
    ['rounding by nothing', { rounding: { mode: 'up', minutes: 0, per: 'day' } }, 'rounding.minutes'],
    ['rounding by half', { rounding: { mode: 'up', minutes: 30 } }, 'rounding.per'],
    ['an unknown mode', { overlaps: 'maybe' }, 'overlaps'],
    ['an unknown field', { currencyDigits: 3 }, 'currencyDigits'],
  ])('refuses %s', async (_name, body, field) => {
    const response = await patch(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'validation_failed', errors: [{ path: field }] });
  });

  it('refuses to lock days that have not come', async () => {
    const tomorrow = addDays(localDay(new Date(), 'UTC'), 1);
    expect((await patch({ lockBefore: tomorrow })).status).toBe(200);
    const response = await patch({ lockBefore: addDays(tomorrow, 1) });
    expect(await response.json()).toMatchObject({ code: 'validation_failed', errors: [{ path: 'lockBefore' }] });
    expect(await (await get(ada.headers)).json()).toMatchObject({ lockBefore: tomorrow });
  });
});
