import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { taskInput } from '@/lib/contracts/task';
import { db } from '@/lib/db/client';
import { changeTask } from '@/lib/tracking/change-task';
import { createEntry } from '@/lib/tracking/create-entry';
import { createTask } from '@/lib/tracking/create-task';
import { getTask } from '@/lib/tracking/get-task';
import { listTaskEvents } from '@/lib/tracking/list-task-events';
import { makeMember, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { makeProject, makeTask } from './make-task';

let database: TestDatabase;
let bob: TestPerson;
let projectId: string;
const now = new Date('2026-02-01T10:00:00.000Z');

beforeAll(async () => {
  database = await startTestDatabase();
  bob = await makeMember({ name: 'Bob' });
  projectId = await makeProject({ name: 'Internal' });
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().task.deleteMany();
});

const history = async (taskId: string) => (await listTaskEvents(bob.actor, taskId, { limit: 50 })).items;

describe('an imported task', () => {
  it('lets everyone change notes and billable, and writes it into the history', async () => {
    const taskId = await makeTask({ projectId, identifier: 'ENG-1' });
    const task = await changeTask(bob.actor, taskId, { notes: 'Ask Carol first', billable: true }, now);
    expect(task).toMatchObject({ notes: 'Ask Carol first', billable: true, updatedAt: now.toISOString() });
    const [event] = await history(taskId);
    expect(event).toMatchObject({ kind: 'edited', by: 'Bob', runId: null, at: now.toISOString() });
    expect(event?.changes).toEqual([
      { field: 'notes', from: null, to: null },
      { field: 'billable', from: null, to: 'yes' },
    ]);
  });

  it.each([
    ['title', { title: 'Mine' }],
    ['status', { status: 'done' as const }],
    ['projectId', { projectId: 'x' }],
    ['priority', { priority: 1 }],
    ['estimate', { estimate: 3 }],
    ['dueDate', { dueDate: '2026-03-01' }],
    ['archived', { archived: true }],
  ])('refuses a change of %s, and changes nothing', async (field, change) => {
    const taskId = await makeTask({ projectId, identifier: 'ENG-1', title: 'Theirs' });
    const before = await getTask(bob.actor, taskId);
    const refused = { code: 'synced_field', errors: [{ path: field }] };
    await expect(changeTask(bob.actor, taskId, { ...change, notes: 'Not kept' }, now)).rejects.toMatchObject(refused);
    expect(await getTask(bob.actor, taskId)).toEqual(before);
    expect(await history(taskId)).toEqual([]);
  });
});

describe('a hand-made task', () => {
  const make = (more = {}) =>
    createTask(bob.actor, taskInput.parse({ projectId, title: 'Plan the week', ...more }), now);

  it('is made with what was given, and is found at once', async () => {
    const task = await make({
      status: 'in_progress',
      priority: 2,
      estimate: 1.5,
      dueDate: '2026-02-03',
      notes: 'n',
      billable: false,
    });
    expect(task).toMatchObject({
      name: 'Plan the week',
      source: 'manual',
      sourceState: 'live',
      identifier: null,
      status: 'in_progress',
      priority: 2,
    });
    expect(task).toMatchObject({
      estimate: 1.5,
      dueDate: '2026-02-03',
      notes: 'n',
      billable: false,
      createdAt: now.toISOString(),
    });
  });

  it('can change in everything', async () => {
    const { id } = await make();
    const other = await makeProject({ name: 'Other' });
    const change = {
      title: 'Plan the month',
      projectId: other,
      status: 'done',
      priority: 1,
      estimate: 2,
      dueDate: '2026-02-28',
      archived: true,
    } as const;
    const task = await changeTask(bob.actor, id, change, now);
    expect(task).toMatchObject({
      name: 'Plan the month',
      project: { id: other },
      status: 'done',
      sourceState: 'archived',
      priority: 1,
    });
    const [event] = await history(id);
    expect(event?.changes).toEqual([
      { field: 'title', from: 'Plan the week', to: 'Plan the month' },
      { field: 'status', from: 'todo', to: 'done' },
      { field: 'project', from: 'Internal', to: 'Other' },
      { field: 'priority', from: 'None', to: 'Urgent' },
      { field: 'estimate', from: null, to: '2' },
      { field: 'due date', from: null, to: '2026-02-28' },
      { field: 'archived', from: 'no', to: 'yes' },
    ]);
    const row = await db().task.findUniqueOrThrow({ where: { id }, select: { searchText: true } });
    expect(row.searchText).toBe('plan the month');
  });

  it('takes its time along when it moves, of everybody, and leaves where it was made', async () => {
    const [task, staying] = [await make(), await make()];
    const eve = await makeMember();
    const [other, on] = [await makeProject({ name: 'Other' }), '2026-01-30'];
    for (const { actor } of [bob, eve]) {
      await createEntry(actor, { taskId: task.id, on, durationSeconds: 60 }, now);
      await createEntry(actor, { taskId: staying.id, on, durationSeconds: 60 }, now);
      await createEntry(actor, { projectId, on, durationSeconds: 60 }, now);
    }
    const later = new Date('2026-02-02T10:00:00.000Z');
    await changeTask(bob.actor, task.id, { projectId: other }, later);
    const entries = await db().timeEntry.findMany();
    for (const entry of entries) {
      const hasMoved = entry.taskId === task.id;
      expect(entry).toMatchObject({ projectId: hasMoved ? other : projectId, madeInProjectId: projectId });
      expect(entry.updatedAt).toEqual(hasMoved ? later : now);
    }
    const moves = await db().timeEntryEvent.findMany({ where: { kind: 'edited' } });
    expect(new Set(moves.map(({ userId }) => userId))).toEqual(new Set([bob.id, eve.id]));
    for (const { actorId, changes } of moves)
      expect([actorId, changes]).toEqual([bob.id, '[{"field":"project","from":"Internal","to":"Other"}]']);
    await db().timeEntry.deleteMany();
  });

  it('comes back from the archive', async () => {
    const { id } = await make();
    await changeTask(bob.actor, id, { archived: true }, now);
    expect((await changeTask(bob.actor, id, { archived: false }, now)).sourceState).toBe('live');
  });

  it('stays as it is when nothing differs', async () => {
    const task = await make({ notes: 'n' });
    const same = { title: task.title, status: task.status, priority: 0, notes: 'n', projectId, archived: false };
    expect(await changeTask(bob.actor, task.id, same, new Date('2026-03-01'))).toEqual(task);
    expect(await history(task.id)).toEqual([]);
  });

  it('cannot go into an archived or unknown project', async () => {
    const archived = await makeProject({ archivedAt: now });
    const refused = { code: 'validation_failed', errors: [{ path: 'projectId' }] };
    await expect(make({ projectId: archived })).rejects.toMatchObject(refused);
    await expect(make({ projectId: 'unknown' })).rejects.toMatchObject(refused);
    const { id } = await make();
    await expect(changeTask(bob.actor, id, { projectId: archived }, now)).rejects.toMatchObject(refused);
  });
});

describe('the history', () => {
  it('lists newest first, page by page, changes of one instant too', async () => {
    const taskId = await makeTask({ projectId });
    const events = Array.from({ length: 7 }, (_, n) => ({
      id: `event-${n}`,
      taskId,
      runId: 'run-1',
      kind: 'updated',
      at: new Date(now.getTime() + Math.floor(n / 3)),
    }));
    await db().taskEvent.createMany({ data: events });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTaskEvents(bob.actor, taskId, { limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(events.map(({ id }) => id).reverse());
  });
});
