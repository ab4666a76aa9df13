import { describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import type { StatusMapping } from '@/lib/contracts/connection';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { changeConnection } from '@/lib/sync/save-connection';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { SyncClock } from '@/tests/support/sync-clock';
import type { Harness } from '@/tests/support/sync-harness';
import { provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

const presets = {
  todo_done: {
    Backlog: 'todo',
    Todo: 'todo',
    'In Progress': 'todo',
    Done: 'done',
    Canceled: 'done',
    Duplicate: 'done',
  },
  detailed: {
    Backlog: 'todo',
    Todo: 'todo',
    'In Progress': 'in_progress',
    Done: 'done',
    Canceled: 'canceled',
    Duplicate: 'canceled',
  },
} as const;

/** One issue in every state, and in some with telling names and types. */
function addOneOfEach(workspace: Workspace): void {
  const odd = [
    ['DONE', 'started'],
    ['completed', 'unstarted'],
    ['cancelled', 'backlog'],
    ['Shelved', 'a type of tomorrow'],
  ] as const;
  for (const [name, type] of odd) workspace.addState('ENG', { name, type });
  for (const state of workspace.statesOf('ENG')) workspace.createIssue({ team: 'ENG', title: state.name, state });
}

async function statuses(): Promise<Record<string, string>> {
  const tasks = await db().task.findMany({ where: { source: 'linear' } });
  return Object.fromEntries(tasks.map(({ title, status }) => [title, status]));
}

async function remap({ connection, access }: Harness, statusMapping: StatusMapping): Promise<void> {
  await changeConnection(scheduler, connection.id, { statusMapping }, { access, signal: new AbortController().signal });
}

async function startWithStates(preset: 'todo_done' | 'detailed'): Promise<Harness> {
  const harness = await start({ issues: 0, connection: { statusMapping: { preset, states: {} } } });
  addOneOfEach(harness.linear.workspace);
  await harness.syncAll();
  return harness;
}

describe('status mapping', () => {
  it('goes by the type of the state and by telling names', async () => {
    await startWithStates('todo_done');
    expect(await statuses()).toEqual({
      ...presets.todo_done,
      DONE: 'done',
      completed: 'done',
      cancelled: 'done',
      Shelved: 'todo',
    });
  });

  it('tells progress and cancelation apart in the detailed preset', async () => {
    await startWithStates('detailed');
    expect(await statuses()).toEqual({
      ...presets.detailed,
      DONE: 'in_progress',
      completed: 'done',
      cancelled: 'done',
      Shelved: 'todo',
    });
  });

  it('maps the stored tasks anew at once when the mapping changes, without asking Linear', async () => {
    const harness = await startWithStates('todo_done');
    const { workspace, requests } = harness.linear;
    const todo = must(workspace.statesOf('ENG').find(({ name }) => name === 'Todo'));
    requests.clear();
    await remap(harness, { preset: 'detailed', states: { [todo.id]: 'in_progress' } });
    expect(requests).toHaveLength(0);
    expect(await statuses()).toMatchObject({ ...presets.detailed, Todo: 'in_progress', Shelved: 'todo' });
    await remap(harness, { preset: 'todo_done', states: {} });
    expect(await statuses()).toMatchObject(presets.todo_done);
    await harness.syncAll({ mode: 'full' });
    expect(await statuses()).toMatchObject(presets.todo_done);
  });

  it('holds a mapping by hand over the preset, also for what comes later', async () => {
    const harness = await startWithStates('todo_done');
    const { workspace } = harness.linear;
    const done = must(workspace.statesOf('ENG').find(({ name }) => name === 'Done'));
    await remap(harness, { preset: 'todo_done', states: { [done.id]: 'canceled' } });
    workspace.createIssue({ team: 'ENG', title: 'A late one', state: done });
    await harness.sync();
    expect(await statuses()).toMatchObject({ Done: 'canceled', 'A late one': 'canceled' });
  });

  it('holds a mapping that changes in the middle of an import for all its tasks', async () => {
    const harness = await start({ issues: 0, teams: 1, access: { pageSize: 2 } });
    addOneOfEach(harness.linear.workspace);
    let change: Promise<void> = Promise.resolve();
    harness.linear.faults.nth(3, {
      kind: 'run',
      run: () => (change = remap(harness, { preset: 'detailed', states: {} })),
    });
    await harness.syncAll();
    await change;
    expect(await statuses()).toMatchObject(presets.detailed);
  });

  it('changes the tasks of a state that is renamed or gets another type', async () => {
    const clock = new SyncClock();
    const harness = await start({
      clock,
      issues: 0,
      teams: 1,
      connection: { statusMapping: { preset: 'detailed', states: {} } },
    });
    const { workspace } = harness.linear;
    addOneOfEach(workspace);
    await harness.syncAll();
    clock.advance(900_000);
    workspace.renameState('ENG', 'Todo', 'Completed');
    workspace.updateState('ENG', 'Backlog', { type: 'started', color: '#abcdef' });
    expect(await harness.sync()).toMatchObject({ requests: 1 });
    expect(await statuses()).toMatchObject({ Todo: 'done', Backlog: 'in_progress' });
    const tasks = await db().task.findMany({
      where: { title: { in: ['Todo', 'Backlog'] } },
      orderBy: { title: 'asc' },
    });
    expect(tasks).toMatchObject([
      { stateName: 'Backlog', stateType: 'started', stateColor: '#abcdef' },
      { stateName: 'Completed', stateType: 'unstarted' },
    ]);
    expect(JSON.parse(must(tasks[1]).customFields)).toMatchObject({
      integration: { state: { name: 'Completed', type: 'unstarted' } },
    });
  });
});
