import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TaskQuery, taskQuery, taskSort } from '@/lib/contracts/task';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { listTasks } from '@/lib/tracking/list-tasks';
import { makeAdmin, type TestAdmin } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { makeProject, makeTask, trackTime } from './make-task';

let database: TestDatabase;
let ada: TestAdmin;
let engineering: string;
let internal: string;

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin({ email: 'ada@example.com' });
  engineering = await makeProject({ name: 'Engineering', source: 'linear' });
  internal = await makeProject({ name: 'Internal' });
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().timeEntry.deleteMany();
  await db().task.deleteMany();
});

type Given = Partial<Record<keyof TaskQuery, unknown>>;

const list = (query: Given = {}) => listTasks(ada.actor, taskQuery.parse(query));

async function titles(query: Given): Promise<string[]> {
  return (await list(query)).items.map(({ title }) => title);
}

async function everyTitle(query: Given, betweenPages?: () => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await list({ ...query, ...(cursor ? { cursor } : {}) });
    found.push(...page.items.map(({ title }) => title));
    cursor = page.nextCursor;
    await betweenPages?.();
  } while (cursor !== null);
  return found;
}

const at = (day: number) => new Date(Date.UTC(2026, 0, day));

describe('the filters', () => {
  beforeEach(async () => {
    await makeTask({
      projectId: engineering,
      title: 'a',
      status: 'todo',
      stateName: 'Todo',
      labels: ['Bug', 'UI'],
      assignee: { name: 'Ada', email: 'ada@example.com' },
    });
    await makeTask({
      projectId: engineering,
      title: 'b',
      status: 'done',
      stateName: 'Done',
      labels: ['Bugs'],
      assignee: { name: 'Bob', email: 'bob@example.com' },
    });
    await makeTask({ projectId: internal, title: 'c', source: 'manual', status: 'in_progress' });
    await makeTask({ projectId: engineering, title: 'd', sourceState: 'archived', labels: ['a|b', '50%_off'] });
    await makeTask({ projectId: engineering, title: 'e', sourceState: 'gone' });
  });

  const cases: [string, () => Given, string[]][] = [
    ['live tasks by default', () => ({}), ['a', 'b', 'c']],
    ['one source state', () => ({ sourceState: 'archived' }), ['d']],
    ['every source state', () => ({ sourceState: 'all' }), ['a', 'b', 'c', 'd', 'e']],
    ['a project', () => ({ projectId: internal }), ['c']],
    ['several projects', () => ({ projectId: `${internal},${engineering}` }), ['a', 'b', 'c']],
    ['a status', () => ({ status: 'todo' }), ['a']],
    ['several statuses', () => ({ status: ['todo', 'in_progress'] }), ['a', 'c']],
    ['imported tasks', () => ({ source: 'linear' }), ['a', 'b']],
    ['hand-made tasks', () => ({ source: 'manual' }), ['c']],
    ['a workflow state', () => ({ state: 'Done' }), ['b']],
    ['an assignee, in any case', () => ({ assignee: 'BOB@example.com' }), ['b']],
    ['my tasks', () => ({ assignee: 'me' }), ['a']],
    ['nobody’s tasks', () => ({ assignee: 'none' }), ['c']],
    ['nobody’s or my tasks', () => ({ assignee: 'none,me' }), ['a', 'c']],
    ['a whole label, in any case', () => ({ label: 'bug' }), ['a']],
    ['any of several labels', () => ({ label: 'ui,Bugs' }), ['a', 'b']],
    ['a label with a bar', () => ({ label: 'a|b', sourceState: 'all' }), ['d']],
    ['a label with wildcards', () => ({ label: '50%_off', sourceState: 'all' }), ['d']],
    ['no label that only a wildcard would match', () => ({ label: 'b%g', sourceState: 'all' }), []],
    ['an unknown project', () => ({ projectId: 'nothing' }), []],
    ['an unknown identifier', () => ({ identifier: 'NO-1' }), []],
    [
      'everything at once',
      () => ({
        projectId: engineering,
        status: 'todo',
        source: 'linear',
        state: 'Todo',
        assignee: 'me',
        label: 'UI',
        search: 'a',
      }),
      ['a'],
    ],
  ];

  it.each(cases)('find %s', async (_name, query, expected) => {
    expect((await titles({ ...query(), sort: 'title' })).sort()).toEqual(expected);
  });
});

describe('the orders', () => {
  it('read the numbers of identifiers as numbers', async () => {
    for (const identifier of ['ENG-10', 'MOB-2', 'ENG-9', 'ENG-100'])
      await makeTask({ projectId: engineering, identifier, title: identifier });
    await makeTask({ projectId: internal, source: 'manual', title: 'none' });
    expect(await titles({ sort: 'identifier' })).toEqual(['ENG-9', 'ENG-10', 'ENG-100', 'MOB-2', 'none']);
    expect(await titles({ sort: 'identifier', direction: 'desc' })).toEqual([
      'MOB-2',
      'ENG-100',
      'ENG-10',
      'ENG-9',
      'none',
    ]);
  });

  it('put urgent first and no priority last', async () => {
    for (const priority of [0, 4, 1, null, 3])
      await makeTask({ projectId: engineering, title: String(priority || 'none'), priority });
    expect(await titles({ sort: 'priority' })).toEqual(['1', '3', '4', 'none', 'none']);
    expect(await titles({ sort: 'priority', direction: 'desc' })).toEqual(['4', '3', '1', 'none', 'none']);
  });

  it('put due soon first and no due date last', async () => {
    for (const dueDate of ['2026-03-01', null, '2026-02-01'])
      await makeTask({ projectId: engineering, title: dueDate ?? 'none', dueDate });
    expect(await titles({ sort: 'due' })).toEqual(['2026-02-01', '2026-03-01', 'none']);
    expect(await titles({ sort: 'due', direction: 'desc' })).toEqual(['2026-03-01', '2026-02-01', 'none']);
  });

  it('put the last change first, and titles by letter', async () => {
    await makeTask({ projectId: engineering, title: 'apple', updatedAt: at(1), createdAt: at(3) });
    await makeTask({ projectId: engineering, title: 'Banana', updatedAt: at(2), createdAt: at(2) });
    await makeTask({ projectId: engineering, title: 'cherry', updatedAt: at(3), createdAt: at(1) });
    expect(await titles({})).toEqual(['cherry', 'Banana', 'apple']);
    expect(await titles({ sort: 'created' })).toEqual(['apple', 'Banana', 'cherry']);
    expect(await titles({ sort: 'title' })).toEqual(['apple', 'Banana', 'cherry']);
  });
});

describe('the pages', () => {
  const orders = taskSort.options.flatMap((sort) =>
    (['asc', 'desc'] as const).map((direction) => ({ sort, direction })),
  );

  it.each(orders)('neither repeat nor skip a task, sorted by $sort $direction', async (order) => {
    const all = Array.from({ length: 23 }, (_, n) => `🚀 Title ${n}`);
    for (const [n, title] of all.entries()) {
      const identifier = n % 5 === 0 ? {} : { identifier: `ENG-${n % 4}` };
      const dueDate = n % 3 === 0 ? null : `2026-02-0${(n % 3) + 1}`;
      await makeTask({
        projectId: engineering,
        ...identifier,
        title,
        priority: n % 5,
        dueDate,
        updatedAt: at(n % 4),
        createdAt: at(n % 3),
      });
    }
    const inOne = await titles({ ...order, limit: 200 });
    expect([...inOne].sort()).toEqual([...all].sort());
    expect(await everyTitle({ ...order, limit: 4 })).toEqual(inOne);
  });

  it('stay in step while tasks come in and go out before the place where the reader is', async () => {
    for (let day = 1; day <= 12; day++)
      await makeTask({ projectId: engineering, title: `old ${day}`, updatedAt: at(day) });
    let round = 0;
    const seen = await everyTitle({ limit: 5 }, async () => {
      round++;
      await makeTask({ projectId: engineering, title: `new ${round}`, updatedAt: at(20 + round) });
      await db().task.deleteMany({ where: { title: `old ${13 - round}` } });
    });
    expect(seen).toEqual(Array.from({ length: 12 }, (_, n) => `old ${12 - n}`));
  });

  it('refuse a cursor of another order, and a damaged one', async () => {
    for (let n = 0; n < 3; n++) await makeTask({ projectId: engineering });
    const { nextCursor } = await list({ limit: 1 });
    const refused = { code: 'validation_failed', errors: [{ path: 'cursor' }] };
    await expect(list({ sort: 'title', cursor: nextCursor })).rejects.toMatchObject(refused);
    await expect(list({ direction: 'asc', cursor: nextCursor })).rejects.toMatchObject(refused);
    await expect(list({ cursor: 'nonsense' })).rejects.toBeInstanceOf(AppError);
    const forged = Buffer.from(JSON.stringify(['updated desc', ['not a date', 'x']])).toString('base64url');
    await expect(list({ cursor: forged })).rejects.toMatchObject(refused);
  });

  it('keep the cursor of the longest titles short enough to come back', async () => {
    for (let n = 0; n < 2; n++) await makeTask({ projectId: engineering, title: '🚀'.repeat(2_500) });
    const { nextCursor } = await list({ sort: 'title', limit: 1 });
    expect(nextCursor?.length).toBeLessThanOrEqual(500);
    expect(await everyTitle({ sort: 'title', limit: 1 })).toHaveLength(2);
  });

  it('count all tasks on the first page only', async () => {
    for (let n = 0; n < 3; n++) await makeTask({ projectId: engineering });
    const first = await list({ limit: 2 });
    expect(first.total).toBe(3);
    expect(await list({ limit: 2, cursor: first.nextCursor })).not.toHaveProperty('total');
  });
});

describe('a listed task', () => {
  it('carries the time tracked on it', async () => {
    const taskId = await makeTask({ projectId: engineering, title: 'a' });
    await trackTime({ userId: ada.id, projectId: engineering, taskId, seconds: 60 });
    await trackTime({ userId: ada.id, projectId: engineering, taskId, seconds: 90 });
    await makeTask({ projectId: engineering, title: 'b' });
    expect((await list({ sort: 'title' })).items.map(({ trackedSeconds }) => trackedSeconds)).toEqual([150, 0]);
  });

  it('passes text from Linear through untouched, however odd and long', async () => {
    const title = `=cmd|' /C calc'!A0 <script>alert(1)</script> & "quotes" 👩‍👩‍👧 ${'x'.repeat(5_000)}`;
    const labels = Array.from({ length: 300 }, (_, n) => `Label ${n} <b>|%_`);
    await makeTask({ projectId: engineering, identifier: 'ENG-1', title, labels });
    const { items } = await list({ label: 'Label 299 <b>|%_' });
    expect(items[0]?.title).toBe(title);
    expect(items[0]?.name).toBe(`ENG-1: ${title}`);
    expect(items[0]?.labels.map(({ name }) => name)).toEqual(labels);
  });
});
