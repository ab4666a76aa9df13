import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TaskQuery, taskQuery } from '@/lib/contracts/task';
import { db } from '@/lib/db/client';
import { getTaskByIdentifier } from '@/lib/tracking/get-task';
import { listTasks } from '@/lib/tracking/list-tasks';
import { makeAdmin, type TestAdmin } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { makeProject, makeTask } from './make-task';

let database: TestDatabase;
let ada: TestAdmin;
let projectId: string;

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin();
  projectId = await makeProject({ name: 'Engineering', source: 'linear' });
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().task.deleteMany();
});

async function search(text: string, more: Partial<Record<keyof TaskQuery, unknown>> = {}): Promise<string[]> {
  const { items } = await listTasks(ada.actor, taskQuery.parse({ search: text, ...more }));
  return items.map(({ name }) => name);
}

const at = (day: number) => new Date(Date.UTC(2026, 0, day));

describe('a search for words', () => {
  it('finds tasks that hold all words, in any order', async () => {
    await makeTask({ projectId, identifier: 'ENG-1', title: 'Fix the login page' });
    await makeTask({ projectId, identifier: 'ENG-2', title: 'Fix the footer' });
    expect(await search('page fix')).toEqual(['ENG-1: Fix the login page']);
    expect(await search('fix missing')).toEqual([]);
  });

  it('knows no case and no accents', async () => {
    await makeTask({ projectId, title: 'Résumé der Ärzte' });
    expect(await search('RESUME')).toHaveLength(1);
    expect(await search('ärzte')).toHaveLength(1);
    expect(await search('re\u0301sume\u0301')).toHaveLength(1);
  });

  it('takes %, _, ! and \\ as they are', async () => {
    await makeTask({ projectId, title: '100% of snake_case, now! C:\\temp' });
    await makeTask({ projectId, title: 'Nothing of the kind' });
    for (const sign of ['%', '_', '!', '\\', '0%', 'e_c', ':\\t']) expect(await search(sign)).toHaveLength(1);
    expect(await search('s%case')).toEqual([]);
    expect(await search('snake-case')).toEqual([]);
  });

  it('takes quotes and SQL as text', async () => {
    await makeTask({ projectId, title: `Robert'); DROP TABLE task;--` });
    expect(await search(`robert'); drop table task;--`)).toHaveLength(1);
    expect(await search(`' OR 1=1 --`)).toEqual([]);
  });

  it('finds the last word of a title of 5,000 characters, and emoji', async () => {
    await makeTask({ projectId, title: `${'long '.repeat(1_000)}needle` });
    await makeTask({ projectId, title: 'Launch 🚀 day' });
    expect(await search('needle')).toHaveLength(1);
    expect(await search('🚀')).toEqual(['Launch 🚀 day']);
  });

  it('says how many there are when they fit on the first page', async () => {
    for (const day of [1, 2, 3]) await makeTask({ projectId, title: 'Login', updatedAt: at(day) });
    const all = await listTasks(ada.actor, taskQuery.parse({ search: 'login' }));
    expect(all.total).toBe(3);
    const none = await listTasks(ada.actor, taskQuery.parse({ search: 'nothing' }));
    expect(none).toEqual({ items: [], nextCursor: null, total: 0 });
  });
});

describe('a search for an identifier', () => {
  beforeEach(async () => {
    await makeTask({ projectId, identifier: 'ENG-42', title: 'Fix login', updatedAt: at(1) });
    await makeTask({ projectId, identifier: 'ENG-420', title: 'Later', updatedAt: at(9) });
    await makeTask({ projectId, identifier: 'ENG-7', title: 'As in ENG-42, ada/eng-42-fix-login', updatedAt: at(8) });
  });

  it.each([
    'eng-42',
    'ENG-42',
    'ENG 42',
    'https://linear.app/acme/issue/ENG-42/fix-login',
    'https://linear.app/acme/issue/ENG-42#comment-1',
    'ada/eng-42-fix-login',
    'feature/eng-42',
    'eng-42-fix-login',
  ])('puts the task on top: %s', async (text) => {
    expect((await search(text))[0]).toBe('ENG-42: Fix login');
  });

  it('lists the others after it, each once', async () => {
    expect(await search('eng-42')).toEqual([
      'ENG-42: Fix login',
      'ENG-420: Later',
      'ENG-7: As in ENG-42, ada/eng-42-fix-login',
    ]);
  });

  it('puts today’s bearer of an identifier before a former one', async () => {
    await makeTask({
      projectId,
      identifier: 'MOB-1',
      previousIdentifiers: ['ENG-42'],
      title: 'Moved away',
      updatedAt: at(20),
    });
    expect((await search('eng-42')).slice(0, 2)).toEqual(['ENG-42: Fix login', 'MOB-1: Moved away']);
    expect((await getTaskByIdentifier(ada.actor, 'eng-42')).identifier).toBe('ENG-42');
  });

  it('finds a task by an identifier that it had before', async () => {
    await makeTask({ projectId, identifier: 'MOB-1', previousIdentifiers: ['OLD-9', 'OLD-8'], title: 'Moved twice' });
    expect(await search('old-9')).toEqual(['MOB-1: Moved twice']);
    expect(await search('https://linear.app/acme/issue/OLD-8/x')).toEqual(['MOB-1: Moved twice']);
    expect((await getTaskByIdentifier(ada.actor, 'Old-8')).identifier).toBe('MOB-1');
    const { items } = await listTasks(ada.actor, taskQuery.parse({ identifier: 'old-9' }));
    expect(items.map(({ identifier }) => identifier)).toEqual(['MOB-1']);
  });

  it('keeps to the filters', async () => {
    expect(await search('eng-42', { status: 'done' })).toEqual([]);
    await db().task.updateMany({ where: { identifier: 'ENG-42' }, data: { sourceState: 'archived' } });
    expect(await search('eng-42')).not.toContain('ENG-42: Fix login');
    expect((await search('eng-42', { sourceState: 'all' }))[0]).toBe('ENG-42: Fix login');
  });

  it('asks for the other words too', async () => {
    expect(await search('eng-42 login')).toEqual(['ENG-42: Fix login', 'ENG-7: As in ENG-42, ada/eng-42-fix-login']);
  });

  it('searches for the words as they are when there is no such task', async () => {
    await makeTask({ projectId, identifier: 'ENG-50', title: 'Read UTF-8-encoded files' });
    expect(await search('utf-8-encoded')).toEqual(['ENG-50: Read UTF-8-encoded files']);
    expect(await search('utf-8-decoded')).toEqual([]);
  });

  it('goes on to the next page without showing the top task again', async () => {
    const first = await listTasks(ada.actor, taskQuery.parse({ search: 'eng-42', limit: 1 }));
    expect(first.items.map(({ identifier }) => identifier)).toEqual(['ENG-42']);
    const second = await listTasks(
      ada.actor,
      taskQuery.parse({ search: 'eng-42', limit: 2, cursor: first.nextCursor }),
    );
    expect(second.items.map(({ identifier }) => identifier)).toEqual(['ENG-420', 'ENG-7']);
    expect(second.nextCursor).toBeNull();
  });
});
