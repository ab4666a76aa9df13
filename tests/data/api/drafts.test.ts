import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { POST as postAccept } from '@/app/api/v1/timesheet/drafts/accept/route';
import { GET as getDrafts } from '@/app/api/v1/timesheet/drafts/route';
import { listOf, problem } from '@/lib/contracts/common';
import { drafts } from '@/lib/contracts/draft';
import { timeEntry } from '@/lib/contracts/time-entry';
import { db } from '@/lib/db/client';
import { addDays, localDay } from '@/lib/time/local-day';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { origin, request, type TestPerson, tokenHeaders } from '@/tests/support/people';
import { ConnectionsRig } from './connections-rig';

let rig: ConnectionsRig;
let bo: TestPerson;
let taskId: string;
const yesterday = addDays(localDay(new Date(), 'UTC'), -1);
const range = `?from=${yesterday}&to=${yesterday}`;

beforeAll(async () => {
  rig = await ConnectionsRig.start({ issues: 0 });
  bo = rig.member;
  taskId = await makeTask({ projectId: await makeProject({ name: 'Internal' }), identifier: 'ENG-42' });
});
afterAll(() => rig.stop());
beforeEach(async () => {
  await db().timeEntry.deleteMany();
});

const path = '/api/v1/timesheet/drafts';
const ask = (query = range, headers = bo.headers) => getDrafts(request('GET', `${path}${query}`, { headers }));
const accept = (items: unknown, headers: Record<string, string> = bo.headers) =>
  postAccept(request('POST', `${path}/accept`, { headers, body: { items } }));
const span = (from: string, to: string) => ({
  taskId,
  startedAt: `${yesterday}T${from}:00.000Z`,
  endedAt: `${yesterday}T${to}:00.000Z`,
});
const count = () => db().timeEntry.count();

describe('without a sign-in', () => {
  it.each([
    ['the drafts', () => ask(range, { origin })],
    ['accepting', () => accept([span('09:00', '10:00')], { origin })],
  ])('%s is 401', async (_name, call) => {
    expect((await call()).status).toBe(401);
  });
});

describe('with a token that may only read', () => {
  it('shows the drafts, and saves none', async () => {
    const headers = await tokenHeaders(bo, 'read');
    expect((await ask(range, headers)).status).toBe(200);
    expect((await accept([span('09:00', '10:00')], headers)).status).toBe(403);
  });
});

describe('drafts over the API', () => {
  it.each([
    ['no days', ''],
    ['a day that is none', '?from=2026-11-31&to=2026-12-01'],
    ['the last day before the first', `?from=${yesterday}&to=${addDays(yesterday, -1)}`],
    ['more than 31 days', `?from=${yesterday}&to=${addDays(yesterday, 31)}`],
  ])('are refused for %s', async (_name, query) => {
    expect((await ask(query)).status).toBe(422);
  });

  it('are an error of Linear in its own words, never a 500', async () => {
    expect((await rig.create()).status).toBe(201);
    rig.linear.faults.next({ kind: 'revoked-key' });
    const response = await ask();
    expect(response.status).toBe(422);
    expect(problem.parse(await response.json())).toMatchObject({
      code: 'linear_auth_failed',
      detail: 'Linear does not accept this API key.',
    });
    const again = await ask();
    expect(again.status).toBe(200);
    expect(drafts.parse(await again.json())).toMatchObject({ items: [], linearUser: null, connectionCount: 1 });
  });
});

describe('accepting drafts over the API', () => {
  it('saves them as entries', async () => {
    const response = await accept([{ ...span('09:00', '10:00'), description: 'Draft' }, span('10:00', '11:30')]);
    expect(response.status).toBe(201);
    const { items } = listOf(timeEntry).parse(await response.json());
    expect(items).toMatchObject([
      { on: yesterday, durationSeconds: 3_600, description: 'Draft', source: 'manual', task: { id: taskId } },
      { on: yesterday, durationSeconds: 5_400, user: { id: bo.id } },
    ]);
  });

  it('saves them once under one Idempotency-Key', async () => {
    const headers = { ...bo.headers, 'idempotency-key': randomUUID() };
    const items = [span('09:00', '10:00'), span('10:00', '11:30'), span('12:00', '13:00')];
    const first = await (await accept(items, headers)).json();
    expect(await (await accept(items, headers)).json()).toEqual(first);
    // As a crash leaves it, between the work and the keeping of its answer.
    await db().idempotencyKey.updateMany({
      where: { key: headers['idempotency-key'] },
      data: { status: null, answer: new Date(0).toISOString() },
    });
    expect(await (await accept(items, headers)).json()).toEqual(first);
    expect(await count()).toBe(3);
  });

  it.each([
    ['overlaps another', () => [span('09:00', '10:00'), span('09:30', '11:00')], 'entry_overlaps', 'items.1.startedAt'],
    [
      'ends before it starts',
      () => [span('09:00', '10:00'), span('12:00', '11:00')],
      'ends_before_start',
      'items.1.endedAt',
    ],
    ['is of no task', () => [{ ...span('09:00', '10:00'), taskId: 'nothing' }], 'validation_failed', 'items.0.taskId'],
  ])('saves none when one %s', async (_name, items, code, field) => {
    const refused = problem.parse(await (await accept(items())).json());
    expect(refused).toMatchObject({ code, errors: [{ path: field }] });
    expect(await count()).toBe(0);
  });

  it('saves none over what was logged since, although entries may overlap', async () => {
    expect((await accept([span('09:00', '10:00')])).status).toBe(201);
    expect((await accept([span('08:00', '09:00'), span('09:59', '11:00')])).status).toBe(409);
    expect(await count()).toBe(1);
    expect((await accept([span('08:00', '09:00'), span('10:00', '11:00')])).status).toBe(201);
  });

  it('saves none on a locked day', async () => {
    const where = { id: 'installation' };
    const lockBefore = addDays(yesterday, 1);
    await db().installation.upsert({ where, create: { ...where, lockBefore }, update: { lockBefore } });
    const refused = problem.parse(await (await accept([span('09:00', '10:00')])).json());
    expect(refused).toMatchObject({ code: 'day_locked', errors: [{ path: 'items.0.startedAt' }] });
    await db().installation.deleteMany();
  });
});
