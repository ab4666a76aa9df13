import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { POST as changePassword } from '@/app/api/v1/me/password/route';
import { GET as listProjects, POST as postProject } from '@/app/api/v1/projects/route';
import { POST as duplicate } from '@/app/api/v1/time-entries/[id]/duplicate/route';
import { PATCH as patchEntry } from '@/app/api/v1/time-entries/[id]/route';
import { POST as split } from '@/app/api/v1/time-entries/[id]/split/route';
import { POST as postEntry } from '@/app/api/v1/time-entries/route';
import { POST as startTimer } from '@/app/api/v1/timer/start/route';
import { POST as stopTimer } from '@/app/api/v1/timer/stop/route';
import { POST as postToken } from '@/app/api/v1/tokens/route';
import { removeOldCalls } from '@/lib/auth/idempotency';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { handle, type RouteHandler } from '@/lib/http/handle';
import { days, minutes } from '@/lib/kit/sleep';
import { makeProject } from '@/tests/data/tracking/make-task';
import { makeMember, params, request, type TestPerson, testPassword } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let bob: TestPerson;
let projectId: string;
let count = 0;

beforeAll(async () => {
  database = await startTestDatabase();
  projectId = await makeProject({ name: 'Internal' });
});
afterAll(() => database.stop());
beforeEach(async () => {
  bob = await makeMember();
});

const newKey = () => `key-${++count}`;

interface Given {
  route?: RouteHandler;
  path?: string;
  body?: unknown;
  key?: string;
  person?: TestPerson;
  id?: string;
}

async function call({ route = postEntry, path = '/api/v1/time-entries', body, key, person = bob, id }: Given) {
  const headers = { ...person.headers, ...(key === undefined ? {} : { 'idempotency-key': key }) };
  const response = await route(request('POST', path, { headers, body }), params(id === undefined ? {} : { id }));
  const text = await response.text();
  const { status } = response;
  return { status, text, body: text === '' ? null : JSON.parse(text), headers: response.headers };
}

const hour = (at: string, seconds = 3600) => ({ projectId, on: at, durationSeconds: seconds });
const countEntries = (person = bob) => db().timeEntry.count({ where: { userId: person.id } });
const isReplayed = ({ headers }: { headers: Headers }) => headers.get('idempotency-replayed') === 'true';
/** As a crash leaves it, between the work and the keeping of its answer. */
const crash = (key: string, ago: number) =>
  db().idempotencyKey.updateMany({
    where: { key },
    data: { status: null, answer: new Date(Date.now() - ago).toISOString() },
  });

describe('the same call with the same key', () => {
  it('gets the same answer, and adds no time again', async () => {
    const key = newKey();
    const first = await call({ key, body: hour('2026-11-02') });
    expect(first.status).toBe(201);
    expect(isReplayed(first)).toBe(false);
    for (let n = 0; n < 3; n += 1) {
      const again = await call({ key, body: hour('2026-11-02') });
      expect(again).toMatchObject({ status: 201, text: first.text });
      expect(isReplayed(again)).toBe(true);
      expect(again.headers.get('content-type')).toBe('application/json');
    }
    expect(await countEntries()).toBe(1);
  });

  it('is the same however its JSON is written', async () => {
    const key = newKey();
    const first = await call({ key, body: { projectId, on: '2026-11-02', durationSeconds: 60, description: 'a' } });
    const again = await call({ key, body: { description: ' a ', durationSeconds: 60, on: '2026-11-02', projectId } });
    expect(again.text).toBe(first.text);
    expect(await countEntries()).toBe(1);
  });

  it('starts no second timer, even if the first has been stopped since', async () => {
    const key = newKey();
    const start = { route: startTimer, path: '/api/v1/timer/start', body: { projectId }, key };
    const first = await call(start);
    await call({ route: stopTimer, path: '/api/v1/timer/stop', body: {} });
    const again = await call(start);
    expect(again.text).toBe(first.text);
    expect(await countEntries()).toBe(1);
    expect(await db().timeEntry.count({ where: { userId: bob.id, endedAt: null } })).toBe(0);
  });

  it('stops once: the second stop does not end what was started in between', async () => {
    const stop = { route: stopTimer, path: '/api/v1/timer/stop', body: {}, key: newKey() };
    await call({ route: startTimer, path: '/api/v1/timer/start', body: { projectId } });
    const first = await call(stop);
    await call({ route: startTimer, path: '/api/v1/timer/start', body: { projectId } });
    expect((await call(stop)).text).toBe(first.text);
    expect(await db().timeEntry.count({ where: { userId: bob.id, endedAt: null } })).toBe(1);
  });

  it('from five tries at the same instant adds time once', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 5 }, () => call({ key, body: hour('2026-11-03') })));
    expect(await countEntries()).toBe(1);
    for (const answer of answers) expect([201, 409]).toContain(answer.status);
    expect(answers.filter((answer) => answer.status === 201 && !isReplayed(answer))).toHaveLength(1);
    const waiting = answers.find(({ status }) => status === 409);
    if (waiting) {
      expect(waiting.body).toMatchObject({ code: 'idempotency_in_progress' });
      expect(waiting.headers.get('retry-after')).toBe('1');
    }
  });

  it('is another call when another person sends it', async () => {
    const [key, other] = [newKey(), await makeMember()];
    await call({ key, body: hour('2026-11-02') });
    const answer = await call({ key, body: hour('2026-11-02'), person: other });
    expect(isReplayed(answer)).toBe(false);
    expect(await countEntries(other)).toBe(1);
  });

  it('is a new call after 14 days', async () => {
    const key = newKey();
    const first = await call({ key, body: hour('2026-11-02') });
    await db().idempotencyKey.updateMany({
      where: { key },
      data: { createdAt: new Date(Date.now() - days(14) - 1000) },
    });
    const later = await call({ key, body: hour('2026-11-02') });
    expect(later.body.id).not.toBe(first.body.id);
    expect(await countEntries()).toBe(2);
  });
});

describe('another call with the same key', () => {
  it.each([
    ['another body', { body: () => hour('2026-11-02', 7200) }],
    ['another path', { body: () => ({ name: 'A project' }), route: postProject, path: '/api/v1/projects' }],
    ['another query', { body: () => hour('2026-11-02'), path: '/api/v1/time-entries?again=yes' }],
  ])('with %s is refused', async (_name, { body, ...given }) => {
    const key = newKey();
    const first = await call({ key, body: hour('2026-11-02') });
    const other = await call({ key, body: body(), ...given });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect((await call({ key, body: hour('2026-11-02') })).text).toBe(first.text);
    expect(await countEntries()).toBe(1);
  });
});

describe('a call that is not answered well', () => {
  const contract = { auth: 'person', body: z.object({}), output: z.object({ id: z.string() }) } as const;

  it('is forgotten when it was refused, so that it may be mended under the same key', async () => {
    const key = newKey();
    expect((await call({ key, body: { ...hour('2026-11-02'), projectId: 'unknown' } })).status).toBe(422);
    expect((await call({ key, body: hour('2026-11-02') })).status).toBe(201);
    expect(await db().idempotencyKey.count({ where: { key } })).toBe(1);
  });

  it('may be sent again after an error of ours, and has the same id for what it makes', async () => {
    const key = newKey();
    const ids: string[] = [];
    const route = handle(contract, async ({ newId }) => {
      ids.push(newId);
      if (ids.length === 1) throw new Error('The disk has gone');
      if (ids.length === 2) throw new AppError('database_busy', 'Busy.');
      return { id: newId };
    });
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push(await call({ route, key, body: {} }));
    expect(answers.map(({ status }) => status)).toEqual([500, 503, 200, 200]);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('waits while the first is still under way', async () => {
    const key = newKey();
    let finish: (body: { id: string }) => void = () => undefined;
    const route = handle(contract, () => new Promise<{ id: string }>((resolve) => (finish = resolve)));
    const first = call({ route, key, body: {} });
    await expect.poll(() => db().idempotencyKey.count({ where: { key } })).toBe(1);
    expect(await call({ route, key, body: {} })).toMatchObject({
      status: 409,
      body: { code: 'idempotency_in_progress' },
    });
    finish({ id: 'done' });
    expect((await first).body).toEqual({ id: 'done' });
    expect((await call({ route, key, body: {} })).body).toEqual({ id: 'done' });
  });

  it('is answered although its answer could not be kept', async () => {
    const key = newKey();
    const route = handle(contract, async () => {
      await db().$executeRaw`DROP TABLE idempotency_key`;
      return { id: 'done' };
    });
    const { sql } = (
      await db().$queryRaw<{ sql: string }[]>`SELECT sql FROM sqlite_master WHERE name = 'idempotency_key'`
    )[0] ?? { sql: '' };
    try {
      expect(await call({ route, key, body: {} })).toMatchObject({ status: 200, body: { id: 'done' } });
    } finally {
      await db().$executeRawUnsafe(sql);
    }
  });
});

describe('a crash between the work and its answer', () => {
  it('doubles no entry: the call finds what it made', async () => {
    const key = newKey();
    const first = await call({ key, body: hour('2026-11-02') });
    await crash(key, minutes(1));
    const again = await call({ key, body: hour('2026-11-02') });
    expect(isReplayed(again)).toBe(false);
    expect(again.text).toBe(first.text);
    expect(await countEntries()).toBe(1);
    await crash(key, minutes(0.5));
    expect((await call({ key, body: hour('2026-11-02') })).status).toBe(409);
  });

  it('starts no second timer', async () => {
    const start = { route: startTimer, path: '/api/v1/timer/start', body: { projectId }, key: newKey() };
    const first = await call(start);
    await call({ route: stopTimer, path: '/api/v1/timer/stop', body: {} });
    await crash(start.key, minutes(2));
    expect((await call(start)).body).toMatchObject({ entry: null });
    expect(await countEntries()).toBe(1);
    expect(first.body.entry.id).toBe((await db().timeEntry.findFirst({ where: { userId: bob.id } }))?.id);
  });

  it('brings nothing back that was deleted since', async () => {
    const key = newKey();
    const { body } = await call({ key, body: hour('2026-11-02') });
    await db().timeEntry.delete({ where: { id: body.id } });
    await crash(key, minutes(2));
    expect(await call({ key, body: hour('2026-11-02') })).toMatchObject({ status: 404 });
    expect(await countEntries()).toBe(0);
  });

  it.each([
    ['copies', duplicate, {}, 3600],
    ['splits', split, { seconds: 600 }, 600],
  ] as const)('%s an entry once', async (_name, route, body, seconds) => {
    const { body: entry } = await call({ body: hour('2026-11-02') });
    const given = { route, path: `/api/v1/time-entries/${entry.id}/x`, body, key: newKey(), id: entry.id };
    const first = await call(given);
    await crash(given.key, minutes(2));
    expect((await call(given)).text).toBe(first.text);
    expect(await countEntries()).toBe(2);
    expect((await db().timeEntry.findUnique({ where: { id: entry.id } }))?.durationSeconds).toBe(seconds);
  });
});

describe('a key', () => {
  it.each([
    ['empty', ''],
    ['of two words', 'two words'],
    ['too long', 'k'.repeat(256)],
    ['with signs that are not ASCII', 'schl\u00fcssel'],
    ['given twice', 'one, two'],
  ])('that is %s is refused', async (_name, key) => {
    const answer = await call({ key, body: hour('2026-11-02') });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'Idempotency-Key' }] } });
    expect(await countEntries()).toBe(0);
  });

  it('may have 255 signs', async () => {
    const key = '~'.repeat(255);
    expect((await call({ key, body: hour('2026-11-02') })).status).toBe(201);
    expect(isReplayed(await call({ key, body: hour('2026-11-02') }))).toBe(true);
  });

  it('changes nothing where there is nothing to double', async () => {
    const headers = { ...bob.headers, 'idempotency-key': 'two words' };
    expect((await listProjects(request('GET', '/api/v1/projects', { headers }))).status).toBe(200);
    const { body } = await call({ body: hour('2026-11-02') });
    const change = request('PATCH', `/api/v1/time-entries/${body.id}`, { headers, body: { description: 'a' } });
    expect((await patchEntry(change, params({ id: body.id }))).status).toBe(200);
    expect(await db().idempotencyKey.count({ where: { userId: bob.id } })).toBe(0);
  });

  it('is removed after 14 days, and not before', async () => {
    const [old, young] = [newKey(), newKey()];
    for (const key of [old, young]) await call({ key, body: hour('2026-11-02') });
    const now = new Date();
    await db().idempotencyKey.updateMany({ where: { key: old }, data: { createdAt: new Date(+now - days(14) - 1) } });
    await removeOldCalls(now);
    expect(await db().idempotencyKey.findMany({ where: { userId: bob.id }, select: { key: true } })).toEqual([
      { key: young },
    ]);
  });
});

describe('a call that holds a secret', () => {
  it('is done once, and its answer is kept nowhere', async () => {
    const given = {
      route: postToken,
      path: '/api/v1/tokens',
      body: { name: 'Script', scope: 'read' },
      key: newKey(),
    };
    const first = await call(given);
    expect(first.status).toBe(201);
    expect(await call(given)).toMatchObject({
      status: 409,
      body: { code: 'conflict', hint: expect.stringContaining('new Idempotency-Key') },
    });
    expect(await db().apiToken.count({ where: { userId: bob.id } })).toBe(1);
    const rows = JSON.stringify(await db().idempotencyKey.findMany({ where: { userId: bob.id } }));
    expect(rows).not.toContain(first.body.token);
  });

  it('leaves no trace of a password, not even its hash', async () => {
    const route = changePassword;
    const send = (body: object, key: string) => call({ route, path: '/api/v1/me/password', body, key });
    const [one, other] = [newKey(), newKey()];
    const wrong = { currentPassword: 'not this one', newPassword: 'another correct horse' };
    expect((await send(wrong, one)).body).toMatchObject({ code: 'wrong_password' });
    expect((await send({ ...wrong, currentPassword: testPassword }, one)).status).toBe(204);
    const otherPerson = await makeMember();
    const body = { ...wrong, currentPassword: testPassword, newPassword: 'a third correct horse' };
    await call({ route, path: '/api/v1/me/password', body, key: other, person: otherPerson });
    const rows = await db().idempotencyKey.findMany({ where: { key: { in: [one, other] } } });
    expect(new Set(rows.map(({ requestHash }) => requestHash)).size).toBe(1);
  });
});
