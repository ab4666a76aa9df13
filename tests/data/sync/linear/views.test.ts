import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinearCollection, LinearObjectOf } from '@/lib/contracts/linear-collection';
import { linearObjects, linearQuery } from '@/lib/contracts/linear-collection';
import { linearCollections } from '@/lib/contracts/values';
import { db } from '@/lib/db/client';
import { viewColumns } from '@/lib/db/linear-view-columns';
import { viewName } from '@/lib/db/linear-views';
import { migrate } from '@/lib/db/migrate';
import { listLinearObjects } from '@/lib/sync/reading/linear-reading';
import { anyObjectOf } from '@/tests/support/linear-arbitrary';
import {
  type MirrorRig,
  makeMirror,
  setCollections,
  storeIssues,
  storeObjects,
  storeStates,
  storeTeams,
} from '@/tests/support/linear-mirror';
import { makeAdmin, type TestAdmin } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let admin: TestAdmin;

beforeAll(async () => {
  database = await startTestDatabase();
  admin = await makeAdmin();
});
afterAll(() => database.stop());

const query = (given: object = {}) => linearQuery.parse(given);

/** As another program reads the file. */
function readView(collection: LinearCollection, where = ''): Record<string, unknown>[] {
  const file = new Database(database.databaseUrl.replace('file:', ''), { readonly: true });
  try {
    return file.prepare(`SELECT * FROM ${viewName(collection)} ${where}`).all() as Record<string, unknown>[];
  } finally {
    file.close();
  }
}

async function fill(rig: MirrorRig, collection: LinearCollection): Promise<void> {
  if (collection === 'issues') return void (await storeIssues(rig, unique(sample('issues'))));
  if (collection === 'teams') return storeTeams(rig, unique(sample('teams')));
  if (collection === 'workflow-states') {
    const team = { id: 'team-of-states', name: 'Ünits', key: 'UNI' };
    const [own] = sample('teams');
    if (own) await storeTeams(rig, [{ ...own, ...team }]);
    return storeStates(
      rig,
      unique(sample('workflow-states')).map((state) => ({ ...state, team })),
    );
  }
  await storeObjects(rig, collection, unique(sample(collection)));
}

function sample<C extends LinearCollection>(collection: C): LinearObjectOf<C>[] {
  return fc.sample(anyObjectOf(collection), { numRuns: 40, seed: 20261121 });
}

function unique<T extends { id: string }>(objects: T[]): T[] {
  return [...new Map(objects.map((object) => [object.id, object])).values()];
}

/** What a view must show in a column of an object that the API shows. */
function inColumn(object: unknown, path: string[], type: string): unknown {
  const value = path.reduce<unknown>((part, key) => (part as Record<string, unknown> | null)?.[key] ?? null, object);
  if (type === 'boolean') return value === null ? null : Number(value);
  return value;
}

const readJson = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value);

describe.each(linearCollections)('the view of %s', (collection) => {
  it('shows, column for column, what the API shows', async () => {
    const rig = await makeMirror();
    await fill(rig, collection);
    const { items } = await listLinearObjects(
      admin.actor,
      collection,
      query({ connectionId: rig.connectionId, limit: '200' }),
    );
    expect(items.length).toBeGreaterThan(0);
    const rows = new Map(
      readView(collection, `WHERE connection_id = '${rig.connectionId}'`).map((row) => [row['id'], row]),
    );
    expect(rows.size).toBe(items.length);
    for (const item of items) {
      // The schema of the collection itself, for the list's is a union.
      expect(linearObjects[collection].parse(item)).toEqual(item);
      const row = rows.get(item.id);
      expect(row).toMatchObject({ workspace: rig.urlKey, connection_id: rig.connectionId });
      for (const { name, path, type } of viewColumns(collection)) {
        const shown = type === 'json' ? readJson(row?.[name]) : row?.[name];
        expect(shown, `${name} of ${JSON.stringify(item)}`).toEqual(inColumn(item, path, type));
      }
    }
  });

  it('shows only what was chosen', async () => {
    const rig = await makeMirror();
    await fill(rig, collection);
    await setCollections(rig, []);
    const shown = readView(collection, `WHERE connection_id = '${rig.connectionId}'`);
    expect(shown.length > 0).toBe(collection === 'issues');
  });
});

it('are as this version makes them after every start, whatever stood there', async () => {
  const file = new Database(database.databaseUrl.replace('file:', ''));
  const listViews = () => file.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY name").all();
  const before = listViews();
  expect(before).toHaveLength(linearCollections.length);
  file.exec(
    'DROP VIEW linear_users; CREATE VIEW linear_users AS SELECT 1 AS old; CREATE VIEW linear_former AS SELECT 1 AS x',
  );
  file.exec('CREATE VIEW of_somebody AS SELECT 1 AS x');
  const { dataDir, databaseUrl } = database;
  await migrate({ databaseUrl, backupDir: `${dataDir}/backups`, projectRoot: process.cwd(), now: new Date() });
  file.exec('DROP VIEW of_somebody');
  expect(listViews()).toEqual(before);
  file.close();
});

it('cannot be written through', async () => {
  const file = new Database(database.databaseUrl.replace('file:', ''));
  expect(() => file.exec("UPDATE linear_users SET name = 'x'")).toThrow(
    /cannot modify linear_users because it is a view/,
  );
  file.close();
});

it('leaves out issues that are gone from Linear, and hand-made tasks', async () => {
  const rig = await makeMirror();
  const [gone, kept] = await storeIssues(rig, unique(sample('issues')).slice(0, 2));
  await db().task.updateMany({ where: { externalId: gone?.id ?? '' }, data: { sourceState: 'gone' } });
  const ids = readView('issues', `WHERE connection_id = '${rig.connectionId}'`).map(({ id }) => id);
  expect(ids).toEqual([kept?.id]);
  const { items } = await listLinearObjects(admin.actor, 'issues', query({ connectionId: rig.connectionId }));
  expect(items.map(({ id }) => id)).toEqual([kept?.id]);
});

it('accepts each object by the contract of its own collection alone', () => {
  for (const collection of linearCollections)
    for (const object of sample(collection)) {
      const accepting = linearCollections.filter((each) => linearObjects[each].safeParse(object).success);
      expect(accepting).toEqual([collection]);
    }
});
