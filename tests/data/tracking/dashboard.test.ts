import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { getDashboard } from '@/lib/tracking/dashboard';
import { makeMember, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { makeProject, makeTask } from './make-task';

let database: TestDatabase;
let bob: TestPerson;
let projectId: string;

beforeAll(async () => {
  database = await startTestDatabase();
  bob = await makeMember({ email: 'bob@example.com' });
  projectId = await makeProject();
});
afterAll(() => database.stop());

it('is empty in a new house', async () => {
  expect(await getDashboard(bob.actor)).toEqual({
    hasConnection: false,
    recentChanges: [],
    myTasks: { items: [], total: 0 },
  });
});

it('shows my open tasks, the last changed first, and how many there are', async () => {
  const assignee = { name: 'Bob', email: 'bob@example.com' };
  for (let day = 1; day <= 25; day++)
    await makeTask({ projectId, title: `Task ${day}`, assignee, updatedAt: new Date(Date.UTC(2026, 0, day)) });
  await makeTask({ projectId, title: 'Done', status: 'done', assignee });
  await makeTask({ projectId, title: 'Archived', sourceState: 'archived', assignee });
  await makeTask({ projectId, title: 'Ada’s', assignee: { name: 'Ada', email: 'ada@example.com' } });
  const { myTasks } = await getDashboard(bob.actor);
  expect(myTasks.total).toBe(25);
  expect(myTasks.items).toHaveLength(20);
  expect(myTasks.items[0]?.title).toBe('Task 25');
});

it('shows what the last syncs changed, and not what people edited', async () => {
  const taskId = await makeTask({ projectId, identifier: 'ENG-1', title: 'Fix login' });
  const changes = JSON.stringify([{ field: 'state', from: 'Todo', to: 'Done' }]);
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 10, minute));
  const updates = Array.from({ length: 25 }, (_, n) => ({
    id: `e${n}`,
    taskId,
    runId: 'run-1',
    kind: 'updated',
    changes,
    at: at(n),
  }));
  await db().taskEvent.createMany({
    data: [...updates, { id: 'mine', taskId, userId: bob.id, kind: 'edited', at: at(50) }],
  });
  const { recentChanges } = await getDashboard(bob.actor);
  expect(recentChanges).toHaveLength(20);
  expect(recentChanges[0]).toEqual({
    taskId,
    name: 'ENG-1: Fix login',
    kind: 'updated',
    summary: 'State: Todo → Done',
    at: at(24).toISOString(),
  });
});
