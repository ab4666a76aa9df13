import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/v1/dashboard/time/route';
import { timeDashboard } from '@/lib/contracts/dashboard';
import { db } from '@/lib/db/client';
import { getTimeDashboard } from '@/lib/tracking/time-dashboard';
import { makeAdmin, makeMember, request, type TestAdmin, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { at, now, putEntry } from './entries-rig';
import { makeProject, makeTask } from './make-task';

let database: TestDatabase;
let ada: TestAdmin;
let bob: TestPerson;
let projectId: string;
let taskId: string;

beforeAll(async () => {
  database = await startTestDatabase();
  [ada, bob] = [await makeAdmin({ name: 'Ada' }), await makeMember({ name: 'Bob' })];
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().timeEntry.deleteMany();
  projectId = await makeProject({ name: 'Internal' });
  taskId = await makeTask({ projectId, identifier: 'ENG-1', title: 'Fix login' });
});

const mine = (given: Partial<Parameters<typeof putEntry>[0]> = {}) => putEntry({ userId: bob.id, projectId, ...given });
const running = { startedAt: now, endedAt: null };

describe('the time of the dashboard', () => {
  it('is empty before any is there', async () => {
    expect(await getTimeDashboard(bob.actor, now)).toMatchObject({
      today: { on: '2026-02-10', seconds: 0 },
      week: { weekOn: '2026-02-09', seconds: 0, targetSeconds: 144_000 },
      projects: [],
      running: [],
      recent: [],
      budgets: [],
      reviewCount: 0,
      reviewOn: null,
    });
  });

  it('sums today and the week, finished and one’s own, as the person’s week goes', async () => {
    for (const [on, durationSeconds] of [
      ['2026-02-08', 1],
      ['2026-02-09', 10],
      ['2026-02-10', 100],
      ['2026-02-15', 1_000],
      ['2026-02-16', 10_000],
    ] as const)
      await mine({ on, durationSeconds });
    await mine({ ...running, durationSeconds: 0 });
    await putEntry({ userId: ada.id, projectId });
    const { today, week } = await getTimeDashboard(bob.actor, now);
    expect([today.seconds, week.seconds, week.days.map(({ seconds }) => seconds)]).toEqual([
      100,
      1_110,
      [10, 100, 0, 0, 0, 0, 1_000],
    ]);
    const sunday = await getTimeDashboard({ ...bob.actor, weekStart: 0 }, now);
    expect([sunday.week.weekOn, sunday.week.seconds]).toEqual(['2026-02-08', 111]);
    // In Auckland it is the 11th already.
    const auckland = await getTimeDashboard({ ...bob.actor, timeZone: 'Pacific/Auckland' }, now);
    expect([auckland.today.on, auckland.today.seconds]).toEqual(['2026-02-11', 0]);
  });

  it('names the projects of the week, the largest first, and what was worked on last', async () => {
    const other = await makeProject({ name: 'Other' });
    await mine({ taskId, durationSeconds: 60, startedAt: new Date(at('09:00')), endedAt: new Date(at('09:01')) });
    await mine({
      projectId: other,
      durationSeconds: 600,
      startedAt: new Date(at('10:00')),
      endedAt: new Date(at('10:10')),
    });
    const { projects, recent } = await getTimeDashboard(bob.actor, now);
    expect(projects.map(({ project, seconds }) => [project.name, seconds])).toEqual([
      ['Other', 600],
      ['Internal', 60],
    ]);
    expect(recent.map(({ task, project }) => task?.identifier ?? project.name)).toEqual(['Other', 'ENG-1']);
  });

  it('shows what runs everywhere to admins alone', async () => {
    await mine({ taskId, ...running });
    await putEntry({ userId: ada.id, projectId, ...running });
    const seen = await getTimeDashboard(ada.actor, now);
    expect(seen.running.map(({ user }) => user.name).toSorted()).toEqual(['Ada', 'Bob']);
    expect((await getTimeDashboard(bob.actor, now)).running).toEqual([]);
  });

  it('tells what waits for a look, and which budgets near their end', async () => {
    await mine({ review: 'stopped_at_limit', on: '2026-02-03' });
    await mine({ review: 'stopped_at_midnight', on: '2026-02-05' });
    await putEntry({ userId: ada.id, projectId, review: 'stopped_at_limit' });
    await db().project.update({ where: { id: projectId }, data: { budgetKind: 'hours', budgetAmount: 12_000 } });
    const { reviewCount, reviewOn, budgets } = await getTimeDashboard(bob.actor, now);
    expect([reviewCount, reviewOn]).toEqual([2, '2026-02-05']);
    expect(budgets.map(({ project, budget }) => [project.name, budget.used, budget.level])).toEqual([
      ['Internal', 10_800, 'near'],
    ]);
  });
});

describe('GET /api/v1/dashboard/time', () => {
  it('answers the contract, with a sign-in only', async () => {
    const ask = (headers: Record<string, string>) => GET(request('GET', '/api/v1/dashboard/time', { headers }));
    expect((await ask({})).status).toBe(401);
    const response = await ask(bob.headers);
    expect(response.status).toBe(200);
    timeDashboard.parse(await response.json());
  });
});
