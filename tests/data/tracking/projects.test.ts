import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectQuery } from '@/lib/contracts/project';
import { projectColors } from '@/lib/contracts/values';
import { db } from '@/lib/db/client';
import { changeProject } from '@/lib/tracking/change-project';
import { createProject } from '@/lib/tracking/create-project';
import { getProject } from '@/lib/tracking/get-project';
import { listProjects } from '@/lib/tracking/list-projects';
import { makeAdmin, makeMember, type TestAdmin, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { makeProject, makeTask, trackTime } from './make-task';

let database: TestDatabase;
let ada: TestAdmin;
let bob: TestPerson;
const now = new Date('2026-02-01T10:00:00.000Z');

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin();
  bob = await makeMember();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().timeEntry.deleteMany();
  await db().task.deleteMany();
  await db().project.deleteMany();
});

async function names(query = {}): Promise<string[]> {
  return (await listProjects(bob.actor, projectQuery.parse(query))).items.map(({ name }) => name);
}

describe('the list of projects', () => {
  it('is sorted as a person would, and leaves archived ones out', async () => {
    for (const name of ['Team 10', 'team 9', 'Alpha', 'Élan']) await makeProject({ name });
    await makeProject({ name: 'Old', archivedAt: now });
    expect(await names()).toEqual(['Alpha', 'Élan', 'team 9', 'Team 10']);
    expect(await names({ archived: 'true' })).toEqual(['Old']);
    expect(await names({ archived: 'all' })).toHaveLength(5);
  });

  it('is searched by name and team key, and filtered by source', async () => {
    await makeProject({ name: 'Engineering', source: 'linear', key: 'PLT' });
    await makeProject({ name: '100% Internal' });
    expect(await names({ search: 'gine' })).toEqual(['Engineering']);
    expect(await names({ search: 'plt engin' })).toEqual(['Engineering']);
    expect(await names({ search: '%' })).toEqual(['100% Internal']);
    expect(await names({ source: 'manual' })).toEqual(['100% Internal']);
  });

  it('pages through equal names without repeating or skipping', async () => {
    for (let n = 0; n < 7; n++) await makeProject({ name: n < 5 ? 'Same' : `Other ${n}` });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listProjects(bob.actor, projectQuery.parse({ limit: 2, ...(cursor ? { cursor } : {}) }));
      expect(page.total).toBe(7);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(7);
  });

  it('counts tasks, open tasks and tracked time', async () => {
    const id = await makeProject();
    const taskId = await makeTask({ projectId: id, status: 'todo' });
    await makeTask({ projectId: id, status: 'in_progress' });
    await makeTask({ projectId: id, status: 'done' });
    await makeTask({ projectId: id, status: 'todo', sourceState: 'archived' });
    await trackTime({ userId: bob.id, projectId: id, taskId, seconds: 60 });
    await trackTime({ userId: bob.id, projectId: id, seconds: 30 });
    expect(await getProject(bob.actor, id)).toMatchObject({
      taskCount: 4,
      openTaskCount: 2,
      archivedTaskCount: 1,
      trackedSeconds: 90,
    });
  });
});

describe('a hand-made project', () => {
  it('takes the palette’s next colour, and a name that is taken', async () => {
    const first = await createProject(bob.actor, { name: 'Internal' }, now);
    const second = await createProject(bob.actor, { name: 'Internal', description: 'Ours' }, now);
    expect([first.color, second.color]).toEqual(projectColors.slice(0, 2));
    expect(second).toMatchObject({
      name: 'Internal',
      description: 'Ours',
      source: 'manual',
      taskCount: 0,
      archivedAt: null,
    });
  });

  it('is renamed and recoloured by everyone', async () => {
    const { id } = await createProject(ada.actor, { name: 'Internal', description: 'x' }, now);
    const changed = await changeProject(bob.actor, id, { name: 'Inside', color: '#cd2b31', description: '' }, now);
    expect(changed).toMatchObject({ name: 'Inside', color: '#cd2b31', description: null });
  });

  it('is archived and restored by admins only', async () => {
    const { id } = await createProject(bob.actor, { name: 'Internal' }, now);
    await expect(changeProject(bob.actor, id, { archived: true }, now)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await changeProject(ada.actor, id, { archived: true }, now)).archivedAt).toBe(now.toISOString());
    const later = new Date('2026-03-01');
    expect((await changeProject(ada.actor, id, { archived: true }, later)).archivedAt).toBe(now.toISOString());
    expect((await changeProject(ada.actor, id, { archived: false }, later)).archivedAt).toBeNull();
  });
});

describe('an imported project', () => {
  it('keeps its name, and lets colour, description and archive be the user’s', async () => {
    const id = await makeProject({ name: 'Engineering', source: 'linear' });
    const refused = { code: 'synced_field', errors: [{ path: 'name' }] };
    await expect(changeProject(ada.actor, id, { name: 'Mine', color: '#cd2b31' }, now)).rejects.toMatchObject(refused);
    expect((await getProject(ada.actor, id)).color).toBe('#5b5bd6');
    const change = { color: '#cd2b31', description: 'Ours', archived: true };
    expect(await changeProject(ada.actor, id, change, now)).toMatchObject({
      name: 'Engineering',
      color: '#cd2b31',
      description: 'Ours',
      archivedAt: now.toISOString(),
    });
  });
});
