import { afterAll, beforeAll, expect, it } from 'vitest';
import { GET } from '@/app/api/v1/dashboard/route';
import { dashboard } from '@/lib/contracts/dashboard';
import { db } from '@/lib/db/client';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { makeAdmin, makeMember, request } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const show = async (headers: Record<string, string>) => {
  const response = await GET(request('GET', '/api/v1/dashboard', { headers }));
  expect(response.status).toBe(200);
  return dashboard.parse(await response.json());
};

it('refuses without a sign-in', async () => {
  const response = await GET(request('GET', '/api/v1/dashboard'));
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
});

it('is empty for an admin of a new house', async () => {
  const admin = await makeAdmin();
  const empty = {
    connections: [],
    hasConnection: false,
    lastSync: null,
    recentChanges: [],
    myTasks: { items: [], total: 0 },
  };
  expect(await show(admin.headers)).toEqual(empty);
});

it('tells members of their tasks and that there is a connection, but nothing about it', async () => {
  const member = await makeMember({ email: 'bob@example.com' });
  const projectId = await makeProject({ source: 'linear' });
  const workspace = { workspaceId: 'w', workspaceName: 'Acme', workspaceUrlKey: 'acme' };
  const secrets = { keySealed: 'sealed-key', keyHint: '…abcd', statusMapping: '{"preset":"todo_done","states":{}}' };
  await db().connection.create({ data: { id: 'c1', name: 'Acme workspace', ...workspace, ...secrets } });
  await db().project.update({ where: { id: projectId }, data: { connectionId: 'c1' } });
  await makeTask({
    projectId,
    identifier: 'ENG-1',
    title: 'Mine',
    assignee: { name: 'Bob', email: 'bob@example.com' },
  });
  const shown = await show(member.headers);
  expect(shown).toMatchObject({ connections: [], hasConnection: true, lastSync: null });
  expect(shown.myTasks.items.map(({ name }) => name)).toEqual(['ENG-1: Mine']);
  expect(JSON.stringify(shown)).not.toContain('Acme workspace');
});
