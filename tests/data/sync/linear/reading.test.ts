import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LinearObjectOf, linearQuery } from '@/lib/contracts/linear-collection';
import { db } from '@/lib/db/client';
import { listLinearObjects } from '@/lib/sync/reading/linear-reading';
import { makeMirrorObjects } from '@/tests/support/linear-made';
import {
  type MirrorRig,
  makeMirror,
  setCollections,
  storeIssues,
  storeObjects,
  storeTeams,
} from '@/tests/support/linear-mirror';
import { makeAdmin, makeMember, type TestAdmin, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let admin: TestAdmin;
let member: TestPerson;
let rig: MirrorRig;
const { team, issue, cycle, comment, relation, project, notification } = makeMirrorObjects();

beforeAll(async () => {
  database = await startTestDatabase();
  admin = await makeAdmin();
  member = await makeMember();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db().task.deleteMany();
  await db().connection.deleteMany();
  rig = await makeMirror();
});

type Asked = Record<string, string | string[]>;
const list = (collection: Parameters<typeof listLinearObjects>[1], asked: Asked = {}) =>
  listLinearObjects(member.actor, collection, linearQuery.parse(asked));
const idsOf = async (collection: Parameters<typeof listLinearObjects>[1], asked: Asked = {}) =>
  (await list(collection, asked)).items.map(({ id }) => id);
const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 10, minute)).toISOString();

describe('a list of the mirror', () => {
  it('shows the newest change first, page by page, and nothing twice while things change', async () => {
    const cycles = Array.from({ length: 25 }, (_, place) => cycle({ updatedAt: at(Math.floor(place / 3)) }));
    await storeObjects(rig, 'cycles', cycles);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list('cycles', { limit: '4', ...(cursor === null ? {} : { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      // One that has been shown changes: it goes to the top, where the reader has been already.
      if (seen.length === 8) {
        const changed = cycles.find(({ id }) => id === seen[0]);
        if (changed) await storeObjects(rig, 'cycles', [{ ...changed, updatedAt: at(59) }]);
      }
    } while (cursor !== null);
    const expected = cycles
      .toSorted((a, b) => (a.updatedAt < b.updatedAt || (a.updatedAt === b.updatedAt && a.id < b.id) ? 1 : -1))
      .map(({ id }) => id);
    expect(seen).toEqual(expected);
  });

  it('runs over all connected workspaces as one, or over the one that was asked for', async () => {
    const other = await makeMirror();
    const [a, b, c] = [cycle({ updatedAt: at(1) }), cycle({ updatedAt: at(2) }), cycle({ updatedAt: at(3) })];
    await storeObjects(rig, 'cycles', [a, c]);
    await storeObjects(other, 'cycles', [b]);
    expect(await idsOf('cycles')).toEqual([c.id, b.id, a.id]);
    expect(await idsOf('cycles', { connectionId: other.connectionId })).toEqual([b.id]);
    await setCollections(other, []);
    expect(await idsOf('cycles')).toEqual([c.id, a.id]);
  });

  it('refuses a cursor of another collection', async () => {
    await storeObjects(rig, 'cycles', [cycle(), cycle()]);
    const { nextCursor } = await list('cycles', { limit: '1' });
    await expect(list('users', { cursor: String(nextCursor) })).rejects.toMatchObject({ code: 'validation_failed' });
  });
});

describe('its filters', () => {
  it('take teams by key or id, in any case of letters', async () => {
    const [eng, ops] = [team({ key: 'ENG' }), team({ key: 'OPS' })];
    await storeTeams(rig, [eng, ops]);
    const [one, two] = [cycle({ team: eng }), cycle({ team: ops })];
    await storeObjects(rig, 'cycles', [one, two]);
    expect(await idsOf('cycles', { team: 'eng' })).toEqual([one.id]);
    for (const id of [ops.id, ops.id.toUpperCase()]) expect(await idsOf('cycles', { team: id })).toEqual([two.id]);
    expect((await idsOf('cycles', { team: 'ENG,OPS' })).sort()).toEqual([one.id, two.id].sort());
    await expect(list('cycles', { team: 'ENX' })).rejects.toMatchObject({
      code: 'unknown_team',
      hint: 'Teams: ENG, OPS.',
    });
  });

  it('find a project by any of its teams', async () => {
    const [eng, ops, web] = [team({ key: 'ENG' }), team({ key: 'OPS' }), team({ key: 'WEB' })];
    await storeTeams(rig, [eng, ops, web]);
    const shared = project({ teams: [eng, ops] });
    await storeObjects(rig, 'projects', [shared, project({ teams: [web] })]);
    expect(await idsOf('projects', { team: 'OPS' })).toEqual([shared.id]);
  });

  it('take the id of a project in any case of letters', async () => {
    const [alpha, beta] = [project(), project()];
    await storeObjects(rig, 'projects', [alpha, beta]);
    for (const id of [alpha.id, alpha.id.toUpperCase()])
      expect(await idsOf('projects', { project: id })).toEqual([alpha.id]);
  });

  it('find what hangs on an issue by its identifier, a former one or its id', async () => {
    const eng = team({ key: 'ENG' });
    const [one, other] = [issue({ identifier: 'ENG-1', team: eng }), issue({ identifier: 'ENG-2', team: eng })];
    const [stored] = await storeIssues(rig, [one, other]);
    await db().taskAlias.create({ data: { taskId: String(stored?.taskId), identifier: 'OLD-7' } });
    const said = comment({ issue: one });
    await storeObjects(rig, 'comments', [said, comment({ issue: other })]);
    for (const asked of ['ENG-1', 'eng-1', 'OLD-7', one.id, one.id.toUpperCase()])
      expect(await idsOf('comments', { issue: asked })).toEqual([said.id]);
    expect(await idsOf('comments', { issue: 'ENG-99' })).toEqual([]);
    expect(await idsOf('issues', { issue: 'OLD-7' })).toEqual([one.id]);
  });

  it('find a relation from both of its ends', async () => {
    const eng = team({ key: 'ENG' });
    const [one, two] = [issue({ identifier: 'ENG-1', team: eng }), issue({ identifier: 'ENG-2', team: eng })];
    await storeIssues(rig, [one, two]);
    const link = relation({ issue: one, relatedIssue: two });
    await storeObjects(rig, 'issue-relations', [link, relation({})]);
    expect(await idsOf('issue-relations', { issue: 'ENG-1' })).toEqual([link.id]);
    expect(await idsOf('issue-relations', { issue: 'ENG-2' })).toEqual([link.id]);
  });

  it('bound the time of change, from its beginning up to its end', async () => {
    const cycles = [1, 2, 3].map((minute) => cycle({ updatedAt: at(minute) }));
    await storeObjects(rig, 'cycles', cycles);
    const within = { updatedFrom: at(2).replace('10:02:00.000Z', '12:02:00+02:00'), updatedTo: at(3) };
    expect(await idsOf('cycles', within)).toEqual([cycles[1]?.id]);
  });

  it('leave out what is archived or trashed, when asked to', async () => {
    const [live, archived, trashed] = [project({}), project({ archivedAt: at(1) }), project({ trashed: true })];
    await storeObjects(rig, 'projects', [live, archived, trashed]);
    expect(await idsOf('projects')).toHaveLength(3);
    expect(await idsOf('projects', { includeArchived: 'false' })).toEqual([live.id]);
  });

  it('search words in any case, and take signs of the database as they are', async () => {
    const [one, two] = [comment({ body: 'The ÄRGER with 100% load' }), comment({ body: 'the rest' })];
    await storeObjects(rig, 'comments', [one, two]);
    expect(await idsOf('comments', { search: 'ärger LOAD' })).toEqual([one.id]);
    expect(await idsOf('comments', { search: '100%' })).toEqual([one.id]);
    expect(await idsOf('comments', { search: 'the_' })).toEqual([]);
  });

  it('are refused where the collection has no such field', async () => {
    await expect(list('users', { team: 'ENG', issue: 'ENG-1' })).rejects.toMatchObject({
      code: 'validation_failed',
      errors: [
        { path: 'team', message: 'Objects of the collection users have no team.' },
        { path: 'issue', message: 'Objects of the collection users have no issue.' },
      ],
    });
    await expect(list('organization', { updatedFrom: at(1) })).rejects.toMatchObject({ code: 'validation_failed' });
  });
});

describe('who reads what', () => {
  it('says what to do about a collection that nobody chose', async () => {
    await setCollections(rig, ['users']);
    await expect(list('cycles')).rejects.toMatchObject({
      code: 'collection_not_chosen',
      hint: expect.stringContaining('admin'),
    });
    expect((await list('issues')).items).toEqual([]);
    await db().connection.deleteMany();
    await expect(list('users')).rejects.toMatchObject({ message: 'No Linear workspace is connected.' });
    expect((await list('issues')).items).toEqual([]);
  });

  it("keeps the key owner's notifications for admins", async () => {
    await storeObjects(rig, 'notifications', [notification({})]);
    await expect(list('notifications')).rejects.toMatchObject({ code: 'forbidden' });
    const { items } = await listLinearObjects(admin.actor, 'notifications', linearQuery.parse({}));
    expect(items).toHaveLength(1);
  });

  it('knows no connection that there is not', async () => {
    await expect(list('issues', { connectionId: randomUUID() })).rejects.toMatchObject({ code: 'not_found' });
  });
});

it('shows the text of an issue only where it is mirrored', async () => {
  const eng = team({ key: 'ENG' });
  await storeIssues(rig, [
    issue({ identifier: 'ENG-1', team: eng, description: '**Why** it fails' }),
    issue({ identifier: 'ENG-2', team: eng }),
  ]);
  const { items } = await list('issues');
  const texts = (items as LinearObjectOf<'issues'>[]).map(({ identifier, description }) => [identifier, description]);
  expect(texts.sort()).toEqual([
    ['ENG-1', '**Why** it fails'],
    ['ENG-2', null],
  ]);
});
