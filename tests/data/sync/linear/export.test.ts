import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { type LinearCollection, linearQuery } from '@/lib/contracts/linear-collection';
import { linearCollections } from '@/lib/contracts/values';
import { db } from '@/lib/db/client';
import { exportLinear, showExport } from '@/lib/sync/export/export-linear';
import { listLinearObjects } from '@/lib/sync/reading/linear-reading';
import { makeMirrorObjects } from '@/tests/support/linear-made';
import {
  type MirrorRig,
  makeMirror,
  markImported,
  removeObjects,
  setCollections,
  storeIssues,
  storeObjects,
  storeTeams,
} from '@/tests/support/linear-mirror';
import { makeAdmin, type TestAdmin } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let admin: TestAdmin;
let rig: MirrorRig;
let root: string;
const { team, issue, cycle, comment, notification } = makeMirrorObjects();
const now = () => new Date('2026-11-21T12:00:00.000Z');
const run = (folder = 'linear') => exportLinear(scheduler, { folder }, now);

beforeAll(async () => {
  database = await startTestDatabase();
  admin = await makeAdmin();
  root = join(database.dataDir, 'exports', 'linear');
});
afterAll(() => database.stop());
beforeEach(async () => {
  await rm(join(database.dataDir, 'exports'), { recursive: true, force: true });
  await db().task.deleteMany();
  await db().connection.deleteMany();
  rig = await makeMirror({ urlKey: 'northwind' });
});

const inFolder = (...parts: string[]) => join(root, 'northwind', ...parts);
const readObject = async (...parts: string[]) => JSON.parse(await readFile(inFolder(...parts), 'utf8'));
const filesOf = async (collection: string) => (await readdir(inFolder(collection))).sort();

/** Every file below the folder of the export, by its path. */
async function allFiles(): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

describe('an export of the mirror', () => {
  it('holds each object as the API shows it, the organization, and what was synced', async () => {
    const eng = team();
    await storeTeams(rig, [eng]);
    await storeIssues(rig, [issue({ team: eng }), issue({ identifier: 'ENG-2', team: eng })]);
    await storeObjects(rig, 'comments', [comment(), comment({ updatedAt: '2026-11-20T10:00:00.000Z' })]);
    await storeObjects(rig, 'notifications', [notification()]);
    const done = await run();
    expect(done).toEqual({ folder: 'linear', written: 7, unchanged: 0, removed: 0, finishedAt: now().toISOString() });
    const state = await readObject('.sync-state.json');
    for (const collection of ['issues', 'teams', 'comments', 'notifications'] as LinearCollection[]) {
      const { items } = await listLinearObjects(admin.actor, collection, linearQuery.parse({}));
      expect(await filesOf(collection)).toEqual(items.map(({ id }) => `${id}.json`).sort());
      for (const item of items) expect(await readObject(collection, `${item.id}.json`)).toEqual(item);
      expect(state.syncedIds[collection]).toEqual(items.map(({ id }) => id).sort());
    }
    const { workspaceId } = await db().connection.findFirstOrThrow();
    expect(await readObject('organization.json')).toEqual({
      id: workspaceId,
      name: 'Workspace northwind',
      urlKey: 'northwind',
    });
    expect(state.lastSyncAt).toBe(now().toISOString());
    expect(state.cursors).toMatchObject({ comments: '2026-11-20T10:00:00.000Z', cycles: null });
    expect(Object.keys(state.syncedIds)).toEqual(linearCollections.filter((each) => each !== 'organization'));
  });

  it('touches nothing that is as it was, and writes what changed, was damaged or got lost', async () => {
    const comments = [comment(), comment(), comment(), comment()];
    await storeObjects(rig, 'comments', comments);
    await run();
    expect(await run()).toMatchObject({ written: 0, unchanged: 5, removed: 0 });
    const [changed, damaged, lost, kept] = comments.map(({ id }) => inFolder('comments', `${id}.json`));
    const old = new Date('2026-01-01T00:00:00.000Z');
    await utimes(String(kept), old, old);
    if (comments[0]) await storeObjects(rig, 'comments', [{ ...comments[0], body: 'Edited' }]);
    await writeFile(String(damaged), '{"half":');
    await rm(String(lost));
    expect(await run()).toMatchObject({ written: 3, unchanged: 2 });
    expect(await readFile(String(changed), 'utf8')).toContain('Edited');
    expect((await stat(String(kept))).mtime).toEqual(old);
  });

  it('follows a team that is renamed into every issue, although Linear calls none of them changed', async () => {
    const eng = team({ name: 'Engineering' });
    const one = issue({ team: eng });
    await storeIssues(rig, [one]);
    await run();
    await storeIssues(rig, [{ ...one, team: { ...one.team, name: 'Platform' } }]);
    expect(await run()).toMatchObject({ written: 1 });
    expect((await readObject('issues', `${one.id}.json`)).team.name).toBe('Platform');
  });

  it('removes what vanished only once the collection was read completely', async () => {
    const [stays, vanishes] = [comment(), comment()];
    await storeObjects(rig, 'comments', [stays, vanishes]);
    await run();
    await removeObjects(rig, 'comments', [vanishes.id]);
    expect(await run()).toMatchObject({ removed: 0 });
    expect(await filesOf('comments')).toHaveLength(2);
    await markImported(rig, ['comments']);
    expect(await run()).toMatchObject({ removed: 1 });
    expect(await filesOf('comments')).toEqual([`${stays.id}.json`]);
    expect((await readObject('.sync-state.json')).syncedIds.comments).toEqual([stays.id]);
  });

  it('leaves alone what is not its own, and the files of a collection that is not chosen any more', async () => {
    await storeObjects(rig, 'comments', [comment()]);
    await markImported(rig, ['comments']);
    await run();
    await writeFile(inFolder('comments', 'read me.txt'), 'mine');
    await setCollections(rig, []);
    expect(await run()).toMatchObject({ removed: 0 });
    expect(await filesOf('comments')).toHaveLength(2);
  });

  it('keeps a folder for each workspace, and exports one alone when asked', async () => {
    const other = await makeMirror({ urlKey: 'contoso' });
    await run();
    expect((await readdir(root)).sort()).toEqual(['.last-export.json', 'contoso', 'northwind']);
    await rm(root, { recursive: true });
    await exportLinear(scheduler, { connectionId: other.connectionId, folder: 'linear' }, now);
    expect((await readdir(root)).sort()).toEqual(['.last-export.json', 'contoso']);
  });

  it('does not mix the workspaces that had the same url key one after the other', async () => {
    await run();
    await db().connection.updateMany({ data: { workspaceId: 'another workspace' } });
    await expect(run()).rejects.toMatchObject({
      code: 'export_failed',
      message: expect.stringMatching(/another workspace/),
    });
  });

  it('names no file outside of its folder, whatever Linear calls its objects', async () => {
    const ids = [
      '../../../escaped',
      '/etc/passwd',
      '..',
      'a\\b',
      'nul\u0001',
      'ünïcode',
      'C:x',
      '.hidden',
      'x'.repeat(300),
    ];
    await storeObjects(
      rig,
      'comments',
      ids.map((id) => comment({ id })),
    );
    await markImported(rig, ['comments']);
    const { written } = await run();
    expect(written).toBe(ids.length);
    const files = await allFiles();
    expect(files.filter((file) => file.startsWith('/northwind/comments/'))).toHaveLength(ids.length - 1);
    expect(
      files.every((file) =>
        /^\/(\.last-export\.json|northwind\/(organization\.json|\.sync-state\.json|comments\/[\w%-]+\.json))$/.test(
          file,
        ),
      ),
    ).toBe(true);
    expect((await readObject('.sync-state.json')).syncedIds.comments).not.toContain('x'.repeat(300));
    expect(await run()).toMatchObject({ written: 0, removed: 0 });
  });

  it('puts a workspace with a strange url key inside the folder too', async () => {
    await db().connection.updateMany({ data: { workspaceUrlKey: '../up' } });
    await run();
    expect(await readdir(join(database.dataDir, 'exports'))).toEqual(['linear']);
    expect(await readdir(root)).toContain('%2e%2e%2Fup');
  });
});

describe('an export that goes wrong', () => {
  it('says in plain words that it may not write, and claims nothing', async () => {
    await storeObjects(rig, 'comments', [comment()]);
    await run();
    const before = await readFile(inFolder('.sync-state.json'), 'utf8');
    await rm(inFolder('comments'), { recursive: true });
    await writeFile(inFolder('comments'), 'a file where a folder should be');
    await expect(run()).rejects.toMatchObject({
      code: 'export_failed',
      message: expect.stringMatching(/cannot be written: a file is in the way/),
      hint: expect.stringContaining('goes on from there'),
    });
    expect(await readFile(inFolder('.sync-state.json'), 'utf8')).toBe(before);
    expect(await showExport(scheduler, 'linear', now())).toMatchObject({
      isRunning: false,
      last: { written: 2 },
      error: { code: 'export_failed' },
    });
    await rm(inFolder('comments'));
    expect(await run()).toMatchObject({ written: 1 });
    expect((await showExport(scheduler, 'linear', now())).error).toBeNull();
  });

  it('goes on after a crash half-way, and sweeps what that left half written', async () => {
    const comments = Array.from({ length: 20 }, () => comment());
    await storeObjects(rig, 'comments', comments);
    await run();
    // As a crash leaves it: some files there, one of them begun elsewhere, no state, and the lock of a dead process.
    for (const { id } of comments.slice(5)) await rm(inFolder('comments', `${id}.json`));
    await rm(inFolder('.sync-state.json'));
    await mkdir(inFolder('.half-written'));
    await writeFile(inFolder('.half-written', 'begun'), '{"id":');
    await writeFile(join(root, '.export-lock'), 'the token of a dead process');
    await expect(run()).rejects.toMatchObject({ code: 'conflict' });
    const long = new Date(Date.now() - 120_000);
    await utimes(join(root, '.export-lock'), long, long);
    const later = () => new Date();
    expect(await exportLinear(scheduler, { folder: 'linear' }, later)).toMatchObject({ written: 15, unchanged: 6 });
    expect((await readdir(inFolder())).filter((name) => name.startsWith('.'))).toEqual(['.sync-state.json']);
    expect(await readdir(root)).not.toContain('.export-lock');
  });

  it('is one at a time for a folder, while another folder is free', async () => {
    await storeObjects(
      rig,
      'comments',
      Array.from({ length: 30 }, () => comment()),
    );
    const outcomes = await Promise.allSettled([run(), run(), run(), run('elsewhere')]);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const outcome of refused) expect(outcome).toMatchObject({ reason: { code: 'conflict' } });
    expect(outcomes[3]).toMatchObject({ status: 'fulfilled', value: { written: 31 } });
    expect((await showExport(scheduler, 'linear', now())).error).toBeNull();
  });

  it('knows nothing of a folder that it never wrote to', async () => {
    expect(await showExport(scheduler, 'nowhere', now())).toEqual({
      folder: 'nowhere',
      isRunning: false,
      last: null,
      error: null,
    });
  });
});

it('never has a file under its name that is not whole, while it writes', async () => {
  await storeObjects(
    rig,
    'cycles',
    Array.from({ length: 60 }, () => cycle({ description: 'x'.repeat(20_000) })),
  );
  let isDone = false;
  const exporting = run().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const files = await readdir(inFolder('cycles')).catch(() => []);
    for (const file of files.slice(-5)) JSON.parse(await readFile(inFolder('cycles', file), 'utf8'));
  }
  expect(await exporting).toMatchObject({ written: 61 });
});
