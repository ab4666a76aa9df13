import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { saveTags } from '@/lib/db/tag';
import { listEntries, listTags } from '@/lib/tracking/list-entries';
import { makeAdmin, makeMember, type TestAdmin, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { at, listAllIds, now, putEntry, query } from './entries-rig';
import { makeProject, makeTask } from './make-task';

let database: TestDatabase;
let ada: TestAdmin;
let bob: TestPerson;
let projectId: string;
let taskId: string;

beforeAll(async () => {
  database = await startTestDatabase();
  [ada, bob] = [await makeAdmin({ name: 'Ada' }), await makeMember({ name: 'Bob' })];
  projectId = await makeProject({ name: 'Internal' });
  taskId = await makeTask({ projectId, identifier: 'ENG-1', title: 'Fix login' });
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().timeEntry.deleteMany();
});

const mine = (given: Partial<Parameters<typeof putEntry>[0]> = {}) => putEntry({ userId: bob.id, projectId, ...given });

describe('the list of entries', () => {
  it('shows the newest day first, the latest start first on it, and what has no start last', async () => {
    const span = (from: string, to: string) => ({ startedAt: new Date(at(from)), endedAt: new Date(at(to)) });
    const older = await mine({ on: '2026-02-09' });
    const morning = await mine(span('09:00', '10:00'));
    const duration = await mine();
    const afternoon = await mine(span('13:00', '14:00'));
    expect(await listAllIds(bob.actor, {})).toEqual([afternoon, morning, duration, older]);
  });

  it('loses and repeats nothing over its pages, whatever shares a day and a start', async () => {
    const made: string[] = [];
    for (let n = 0; n < 17; n++) {
      const startedAt = n % 3 === 0 ? null : new Date(at(n % 2 === 0 ? '09:00' : '10:00'));
      const endedAt = startedAt && new Date(startedAt.getTime() + 3_600_000);
      made.push(await mine({ on: n < 9 ? '2026-02-10' : '2026-02-08', startedAt, endedAt }));
    }
    const whole = await listAllIds(bob.actor, { limit: 200 });
    expect(whole.toSorted()).toEqual(made.toSorted());
    for (const limit of [1, 2, 5]) expect(await listAllIds(bob.actor, { limit })).toEqual(whole);
  });

  it('shows each filter its own', async () => {
    const otherProject = await makeProject();
    const plain = await mine();
    const onTask = await mine({ taskId });
    const elsewhere = await mine({ projectId: otherProject });
    const free = await mine({ billable: false });
    const tagged = await mine({ tags: ['Review', '100%'] });
    const stopped = await mine({ review: 'stopped_at_limit' });
    const old = await mine({ on: '2026-01-31' });
    const all = [plain, onTask, elsewhere, free, tagged, stopped, old];
    const cases: [Parameters<typeof listAllIds>[1], string[]][] = [
      [{}, all],
      [{ taskId: [taskId] }, [onTask]],
      [{ projectId: [otherProject] }, [elsewhere]],
      [{ projectId: [] }, []],
      [{ billable: 'false' }, [free]],
      [{ billable: 'true' }, all.filter((id) => id !== free)],
      [{ tag: ['review'] }, [tagged]],
      [{ tag: ['100%'] }, [tagged]],
      [{ tag: ['rev'] }, []],
      [{ tag: ['%'] }, []],
      [{ tag: ['nothing', 'REVIEW'] }, [tagged]],
      [{ review: 'true' }, [stopped]],
      [{ review: 'false' }, all.filter((id) => id !== stopped)],
      [{ to: '2026-01-31' }, [old]],
      [{ from: '2026-01-31', to: '2026-02-09' }, [old]],
      [{ from: '2026-02-11' }, []],
    ];
    for (const [given, expected] of cases)
      expect((await listAllIds(bob.actor, given)).toSorted(), JSON.stringify(given)).toEqual(expected.toSorted());
  });

  it('leaves the running one out unless asked', async () => {
    const done = await mine();
    const running = await mine({ startedAt: now, endedAt: null });
    expect(await listAllIds(bob.actor, {})).toEqual([done]);
    expect(await listAllIds(bob.actor, { running: 'true' })).toEqual([running]);
    expect(await listAllIds(bob.actor, { running: 'all' })).toEqual([running, done]);
  });
});

describe('the time of others', () => {
  it('is shown to admins, and refused to members', async () => {
    const his = await mine();
    const hers = await mine({ userId: ada.id });
    expect(await listAllIds(ada.actor, {})).toEqual([hers]);
    expect(await listAllIds(ada.actor, { userId: [bob.id] })).toEqual([his]);
    expect((await listAllIds(ada.actor, { userId: ['all'] })).toSorted()).toEqual([his, hers].toSorted());
    expect((await listAllIds(ada.actor, { userId: ['me', bob.id] })).toSorted()).toEqual([his, hers].toSorted());
    expect(await listAllIds(bob.actor, { userId: ['me'] })).toEqual([his]);
    expect(await listAllIds(bob.actor, { userId: [bob.id] })).toEqual([his]);
    for (const userId of [['all'], [ada.id], ['me', ada.id]])
      await expect(listEntries(bob.actor, { ...query, userId })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('shows rates to members only where the installation lets them', async () => {
    await mine({ rate: 9000 });
    const money = async (actor = bob.actor) => {
      const { items } = await listEntries(actor, { ...query, userId: [bob.id] });
      return items.map(({ rate, amount }) => [rate, amount]);
    };
    expect([await money(), await money(ada.actor)]).toEqual([[[null, null]], [[9000, 9000]]]);
    const membersSeeMoney = { id: 'installation', membersSeeMoney: true };
    await db().installation.create({ data: membersSeeMoney });
    expect(await money()).toEqual([[9000, 9000]]);
    await db().installation.deleteMany();
  });
});

describe('tags', () => {
  it('are suggested by what they contain, the one used last first, in its last spelling', async () => {
    await saveTags(['Review', 'call', '100%'], new Date('2026-02-01'));
    await saveTags(['Recall', 'review'], new Date('2026-02-02'));
    expect(await listTags(bob.actor)).toEqual({ items: ['Recall', 'review', '100%', 'call'] });
    expect(await listTags(bob.actor, 'CALL')).toEqual({ items: ['Recall', 'call'] });
    expect(await listTags(bob.actor, '%')).toEqual({ items: ['100%'] });
  });
});
