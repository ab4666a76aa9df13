import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { getTimeDashboard } from '@/lib/tracking/time-dashboard';
import { signIn } from '@/scripts/demo-client.mjs';
import { fillDemoTime } from '@/scripts/demo-fill.mjs';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { inProcessFetch } from '@/tests/support/in-process-fetch';
import { makeAdmin, origin, type TestAdmin, testPassword } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let ada: TestAdmin;

const colleagues = ['Bruno', 'Chiara'].map((name) => ({
  name,
  email: `${name.toLowerCase()}@example.com`,
  password: testPassword,
}));

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin({ name: 'Ada', email: 'ada@example.com' });
  const projects = [await makeProject({ name: 'Engineering' }), await makeProject({ name: 'Design' })];
  for (const { name, email } of [{ name: 'Ada', email: ada.email }, ...colleagues])
    for (const projectId of projects) {
      for (const n of [1, 2, 3]) await makeTask({ projectId, identifier: `T-${n}`, assignee: { name, email } });
    }
});
afterAll(() => database.stop());

it('fills the demo with the time of three people, rates, a budget near its end, a view and a running timer', async () => {
  const now = new Date();
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const owner = await signIn({
    url: origin,
    account: { email: ada.email, password: testPassword },
    fetch: inProcessFetch,
  });
  const count = await fillDemoTime({ owner, colleagues, now, timeZone, days: 8 });

  const entries = await db().timeEntry.findMany({ select: { endedAt: true, startedAt: true, on: true, rate: true } });
  const running = entries.filter(({ startedAt, endedAt }) => startedAt !== null && endedAt === null);
  expect([entries.length - running.length, running.length]).toEqual([count, 1]);
  expect(count).toBeGreaterThan(60);
  expect(entries.every(({ endedAt }) => endedAt === null || endedAt <= now)).toBe(true);
  expect(new Set(entries.map(({ rate }) => rate))).toEqual(new Set([9_500, 11_000]));

  const dashboard = await getTimeDashboard(ada.actor, new Date());
  expect(dashboard.recent.length).toBeGreaterThan(2);
  expect(dashboard.running.map(({ user }) => user.name)).toEqual(['Bruno']);
  expect(dashboard.budgets.map(({ budget }) => budget.level)).toEqual(['near']);
  expect(await db().reportView.count()).toBe(1);
}, 60_000);
