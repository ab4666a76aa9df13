import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { inProcessFetch } from '@/tests/support/in-process-fetch';
import { makeMirrorObjects } from '@/tests/support/linear-made';
import { type MirrorRig, makeMirror, storeIssues, storeObjects, storeTeams } from '@/tests/support/linear-mirror';
import { makeAdmin, makeMember, origin, type TestAdmin, type TestPerson, tokenHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let admin: TestAdmin;
let member: TestPerson;
let rig: MirrorRig;
const { team, issue, cycle, project } = makeMirrorObjects();
const eng = team({ key: 'ENG', name: 'Engineering' });
const now = Date.now();
const days = (count: number) => new Date(now + count * 86_400_000).toISOString();
const [current, next, last, ancient] = [
  cycle({ number: 8, team: eng, startsAt: days(-3), endsAt: days(11) }),
  cycle({ number: 9, team: eng, startsAt: days(11), endsAt: days(25) }),
  cycle({ number: 7, team: eng, startsAt: days(-17), endsAt: days(-3), name: 'Polish' }),
  cycle({ number: 1, team: eng, startsAt: days(-217), endsAt: days(-203) }),
];
const shop = project({ name: 'Checkout', teams: [eng], targetDate: '2026-12-24' });

beforeAll(async () => {
  database = await startTestDatabase();
  [admin, member] = [await makeAdmin(), await makeMember()];
  rig = await makeMirror({ urlKey: 'northwind', collections: ['cycles', 'projects', 'teams'] });
  await storeTeams(rig, [eng]);
  await storeObjects(rig, 'cycles', [current, next, last, ancient]);
  await storeObjects(rig, 'projects', [shop]);
  const inCycle = { team: eng, cycle: { id: current.id, number: 8 }, project: { id: shop.id, name: shop.name } };
  const state = (type: string) => ({ id: type, name: type, type });
  const issues = await storeIssues(rig, [
    issue({ ...inCycle, identifier: 'ENG-1', estimate: 3, state: state('completed') }),
    issue({ ...inCycle, identifier: 'ENG-2', estimate: 5, state: state('started') }),
    issue({ ...inCycle, identifier: 'ENG-3', estimate: 8, state: state('canceled') }),
    issue({ team: eng, identifier: 'ENG-4', estimate: 2 }),
  ]);
  for (const [place, minutes] of [90, 30, 15, 240].entries())
    await db().timeEntry.create({
      data: {
        id: `entry-${place}`,
        userId: member.id,
        taskId: issues[place]?.taskId ?? null,
        projectId: rig.projectId,
        madeInProjectId: rig.projectId,
        on: '2026-11-20',
        durationSeconds: minutes * 60,
      },
    });
});
afterAll(() => database.stop());

async function call(path: string, person: TestPerson, init: RequestInit = {}) {
  const headers = { ...person.headers, ...(init.body ? { 'content-type': 'application/json' } : {}) };
  const response = await inProcessFetch(`${origin}/api/v1${path}`, { headers, ...init });
  return { status: response.status, body: await response.json() };
}

it('lists a collection for everyone who is signed in, and nothing for others', async () => {
  const { status, body } = await call('/linear/cycles?limit=2', member);
  expect(status).toBe(200);
  expect(body.items).toHaveLength(2);
  expect(body.items[0]).toMatchObject({ team: { key: 'ENG', name: 'Engineering' }, progress: 0.5 });
  expect((await call(`/linear/cycles?cursor=${body.nextCursor}`, member)).body).toMatchObject({ nextCursor: null });
  expect((await inProcessFetch(`${origin}/api/v1/linear/cycles`)).status).toBe(401);
});

it('says plainly what it cannot do', async () => {
  expect(await call('/linear/gadgets', member)).toMatchObject({ status: 404 });
  expect(await call('/linear/comments', member)).toMatchObject({
    status: 409,
    body: { code: 'collection_not_chosen' },
  });
  expect(await call('/linear/notifications', member)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect(await call('/linear/cycles?issue=ENG-1', member)).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'issue' }] },
  });
  expect(await call('/linear/cycles?colour=red', member)).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'colour' }] },
  });
  expect(await call('/linear/cycles?cursor=nonsense', member)).toMatchObject({ status: 422 });
});

it('holds hours against scope for cycles: what is under way, what comes, what has just been done', async () => {
  const { body } = await call('/linear-progress?of=cycles', member);
  expect(body.items.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual([
    ['Cycle 8', 'active'],
    ['Cycle 9', 'upcoming'],
    ['Polish', 'completed'],
  ]);
  // What was called off is no work, but the time on it was spent.
  expect(body.items[0]).toMatchObject({ issues: 2, doneIssues: 1, scope: 8, doneScope: 3, trackedSeconds: 135 * 60 });
  expect(body.items[1]).toMatchObject({ issues: 0, scope: 0, trackedSeconds: 0 });
});

it('and for projects', async () => {
  const { body } = await call('/linear-progress?of=projects', member);
  expect(body.items).toMatchObject([
    {
      name: 'Checkout',
      state: 'started',
      endsOn: '2026-12-24',
      team: { key: 'ENG' },
      issues: 2,
      trackedSeconds: 135 * 60,
    },
  ]);
});

it('exports for admins alone, and tells about the last one', async () => {
  const folder = 'by-api';
  const post = { method: 'POST', body: JSON.stringify({ folder }) };
  expect(await call('/linear/export', member, post)).toMatchObject({ status: 403 });
  expect(await call('/linear/export', admin, { method: 'POST', body: '{"folder":"../up"}' })).toMatchObject({
    status: 422,
  });
  const done = await call('/linear/export', admin, post);
  expect(done).toMatchObject({ status: 200, body: { folder, written: 11 } });
  expect(await call(`/linear/export?folder=${folder}`, admin)).toMatchObject({
    body: { isRunning: false, last: done.body, error: null },
  });
  expect(await call('/linear/export', member)).toMatchObject({ status: 403 });
});

it('lets a token that may only read do so', async () => {
  const headers = await tokenHeaders(member, 'read');
  const response = await inProcessFetch(`${origin}/api/v1/linear/issues`, { headers });
  expect((await response.json()).items).toHaveLength(4);
});
