import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { listTaskFacets } from '@/lib/tracking/list-task-facets';
import { makeMember, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { makeProject, makeTask } from './make-task';

let database: TestDatabase;
let bob: TestPerson;
let engineering: string;
let mobile: string;

beforeAll(async () => {
  database = await startTestDatabase();
  bob = await makeMember();
  engineering = await makeProject({ source: 'linear' });
  mobile = await makeProject({ source: 'linear' });
  const connectionId = randomUUID();
  const plain = {
    workspaceId: 'w',
    workspaceName: 'Acme',
    workspaceUrlKey: 'acme',
    keySealed: 'x',
    keyHint: '…abcd',
    statusMapping: '{}',
  };
  await db().connection.create({ data: { id: connectionId, name: 'Acme', ...plain } });
  await db().project.update({ where: { id: engineering }, data: { connectionId } });
  await db().label.createMany({
    data: [
      { connectionId, name: 'UI', color: '#00ff00' },
      { connectionId, name: 'bug', color: '#ff0000' },
    ],
  });
  const ada = { name: 'Ada', email: 'ada@example.com' };
  const inEngineering = { projectId: engineering, assignee: ada };
  const tasks = [
    await makeTask({ ...inEngineering, stateName: 'Done', stateType: 'completed' }),
    await makeTask({ ...inEngineering, stateName: 'In Review', stateType: 'started' }),
    await makeTask({ ...inEngineering, stateName: 'Backlog', stateType: 'backlog' }),
    await makeTask({ ...inEngineering, stateName: 'Backlog', stateType: 'backlog' }),
  ];
  await db().task.updateMany({ where: { id: { in: tasks } }, data: { connectionId } });
  // Its connection was deleted, its tasks were kept.
  await makeTask({
    projectId: mobile,
    stateName: 'Odd',
    stateType: 'new-kind',
    labels: ['Bug', 'Left behind'],
    assignee: { name: 'bob', email: 'bob@example.com' },
  });
  await makeTask({ projectId: mobile });
});
afterAll(() => database.stop());

describe('what the filters offer', () => {
  it('is each state, person and label once, in the order of a board and by name', async () => {
    const facets = await listTaskFacets(bob.actor, {});
    expect(facets.states.map(({ name }) => name)).toEqual(['Backlog', 'In Review', 'Done', 'Odd']);
    expect(facets.states[0]).toEqual({ name: 'Backlog', type: 'backlog', color: '#aabbcc' });
    expect(facets.assignees).toEqual([
      { name: 'Ada', email: 'ada@example.com' },
      { name: 'bob', email: 'bob@example.com' },
    ]);
    expect(facets.labels.map(({ name }) => name.toLowerCase())).toEqual(['bug', 'left behind', 'ui']);
  });

  it('is only what one project has', async () => {
    const facets = await listTaskFacets(bob.actor, { projectId: [engineering] });
    expect(facets.states.map(({ name }) => name)).toEqual(['Backlog', 'In Review', 'Done']);
    expect(facets.assignees.map(({ name }) => name)).toEqual(['Ada']);
    expect(facets.labels).toEqual([
      { name: 'bug', color: '#ff0000' },
      { name: 'UI', color: '#00ff00' },
    ]);
  });

  it('still has the labels of a project whose connection was deleted', async () => {
    const facets = await listTaskFacets(bob.actor, { projectId: [mobile] });
    expect(facets.labels.map(({ name }) => name)).toEqual(['Bug', 'Left behind']);
  });

  it('is nothing for a project that there is not', async () => {
    expect(await listTaskFacets(bob.actor, { projectId: ['unknown'] })).toEqual({
      states: [],
      assignees: [],
      labels: [],
    });
  });
});
