import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMigrated, migrate } from '@/lib/db/migrate';
import { ChildServer } from '@/tests/support/child-server';

/** An app of its own: two migrations that need no model. */
const first = 'CREATE TABLE note (id TEXT PRIMARY KEY, body TEXT);';
const second = 'ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trackline-migrate-'));
  await addMigration('20260101000000_first', first);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function addMigration(name: string, sql: string): Promise<void> {
  const path = join(folder, 'prisma', 'migrations', name);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'migration.sql'), sql);
  await writeFile(
    join(folder, 'prisma', 'schema.prisma'),
    'generator client {\n  provider = "prisma-client"\n}\ndatasource db {\n  provider = "sqlite"\n}\n',
  );
}

const options = (now = new Date()) => ({
  databaseUrl: `file:${join(folder, 'data', 'app.db')}`,
  backupDir: join(folder, 'data', 'backups'),
  projectRoot: folder,
  now,
});

function withFile<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const withApp = <T>(work: (database: Database.Database) => T) => withFile(join(folder, 'data', 'app.db'), work);

/** As a power cut leaves it: what was written last stands in the write-ahead log alone. */
async function crashAfter(sql: string): Promise<void> {
  const file = join(folder, 'data', 'app.db');
  const open = new Database(file);
  open.exec(`PRAGMA journal_mode = WAL; ${sql}`);
  for (const end of ['', '-wal']) await copyFile(file + end, `${file}${end}.kept`);
  open.close();
  for (const end of ['', '-wal']) await rename(`${file}${end}.kept`, file + end);
}

function bodies(database: Database.Database): unknown[] {
  return database.prepare('SELECT body FROM note ORDER BY id').pluck().all();
}

describe('migrating at start', () => {
  it('makes a fresh database, with no backup, and has nothing to do the second time', async () => {
    expect(await migrate(options())).toEqual({ applied: ['20260101000000_first'], backup: null });
    expect(await migrate(options())).toEqual({ applied: [], backup: null });
    expect(await isMigrated(options().databaseUrl, folder)).toBe(true);
    expect(withApp(bodies)).toEqual([]);
  });

  it('applies what is pending after a whole, readable copy, also of what only the write-ahead log holds', async () => {
    await migrate(options());
    await crashAfter("INSERT INTO note VALUES ('a', 'in the log')");
    await addMigration('20260102000000_second', second);
    expect(await isMigrated(options().databaseUrl, folder)).toBe(false);
    const { applied, backup } = await migrate(options());
    expect(applied).toEqual(['20260102000000_second']);
    expect(withApp((app) => app.prepare('SELECT * FROM note').all())).toEqual([
      { id: 'a', body: 'in the log', pinned: 0 },
    ]);
    const copy = String(backup);
    expect(withFile(copy, (database) => database.pragma('integrity_check', { simple: true }))).toBe('ok');
    expect(withFile(copy, (database) => database.prepare('SELECT * FROM note').all())).toEqual([
      { id: 'a', body: 'in the log' },
    ]);
    expect((await stat(join(folder, 'data', 'backups'))).mode & 0o777).toBe(0o700);
  });

  it('takes the views away while tables under them are made anew', async () => {
    await addMigration('20260102000000_mirror', 'CREATE TABLE linear_object (id TEXT);');
    await migrate(options());
    const listViews = (app: Database.Database) =>
      app.prepare("SELECT name FROM sqlite_master WHERE type = 'view'").pluck().all();
    expect(withApp(listViews)).toContain('linear_comments');
    const anew = 'CREATE TABLE made (id TEXT); DROP TABLE linear_object; ALTER TABLE made RENAME TO linear_object;';
    await addMigration('20260103000000_anew', anew);
    expect((await migrate(options())).applied).toEqual(['20260103000000_anew']);
    expect(withApp(listViews)).toContain('linear_comments');
  });

  it('keeps the last five copies', async () => {
    await migrate(options());
    for (let day = 2; day < 9; day++) {
      await addMigration(`2026010${day}000000_more`, `CREATE TABLE more_${day} (id TEXT);`);
      await migrate(options(new Date(`2026-01-0${day}T10:00:00Z`)));
    }
    const copies = await readdir(join(folder, 'data', 'backups'));
    expect(copies.sort().map((name) => name.slice(17, 27))).toEqual([
      '2026-01-04',
      '2026-01-05',
      '2026-01-06',
      '2026-01-07',
      '2026-01-08',
    ]);
  });

  it('refuses a database of a newer app, says so, and leaves it as it is', async () => {
    await migrate(options());
    await addMigration('20260102000000_second', second);
    await migrate(options());
    await rm(join(folder, 'prisma', 'migrations', '20260102000000_second'), { recursive: true });
    const before = await readFile(join(folder, 'data', 'app.db'));
    await expect(migrate(options())).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/newer Trackline.*20260102000000_second/),
    });
    expect(await readFile(join(folder, 'data', 'app.db'))).toEqual(before);
  });

  it('says what to do when a migration fails, and again at every start until it is done', async () => {
    await migrate(options());
    withApp((app) => app.exec("INSERT INTO note VALUES ('a', 'kept')"));
    await addMigration('20260102000000_broken', `${second} INSERT INTO no_such_table VALUES (1);`);
    const failure = await migrate(options()).catch((error: unknown) => error);
    const [copy] = await readdir(join(folder, 'data', 'backups'));
    expect(failure).toMatchObject({
      message: expect.stringContaining('20260102000000_broken'),
      hint: expect.stringContaining(String(copy)),
    });
    const again = await migrate(options()).catch((error: unknown) => error);
    expect(again).toMatchObject({
      message: expect.stringContaining('20260102000000_broken'),
      hint: expect.stringMatching(/restore/i),
    });
    // The copy is what the hint promises: put back, the app before the update starts with it.
    await rm(join(folder, 'data', 'app.db'));
    await writeFile(join(folder, 'data', 'app.db'), await readFile(join(folder, 'data', 'backups', String(copy))));
    await rm(join(folder, 'prisma', 'migrations', '20260102000000_broken'), { recursive: true });
    expect(await migrate(options())).toEqual({ applied: [], backup: null });
    expect(withApp(bodies)).toEqual(['kept']);
  });

  it('makes no second copy for a database that failed before: the first one is the good one', async () => {
    await migrate(options());
    await addMigration('20260102000000_broken', `${second} INSERT INTO no_such_table VALUES (1);`);
    for (const day of [1, 2, 3]) await migrate(options(new Date(`2026-01-0${day}T10:00:00Z`))).catch(() => undefined);
    expect(await readdir(join(folder, 'data', 'backups'))).toHaveLength(1);
  });

  it('tells to begin anew when the very first migration got stuck, for there is nothing to lose', async () => {
    await addMigration('20260101000000_first', `${first} INSERT INTO no_such_table VALUES (1);`);
    await expect(migrate(options())).rejects.toMatchObject({ hint: expect.stringContaining('delete') });
    await expect(migrate(options())).rejects.toMatchObject({ hint: expect.stringContaining('delete') });
    await rm(join(folder, 'data', 'app.db'));
    await addMigration('20260101000000_first', first);
    expect((await migrate(options())).applied).toHaveLength(1);
  });

  it('waits for another program that has the database open, and says so when that stays', async () => {
    await migrate(options());
    const open = new Database(join(folder, 'data', 'app.db'));
    open.exec("PRAGMA journal_mode = WAL; INSERT INTO note VALUES ('a', 'in use')");
    await addMigration('20260102000000_second', second);
    await expect(migrate({ ...options(), patienceMs: 200 })).rejects.toMatchObject({
      code: 'database_busy',
      hint: expect.stringContaining('Stop'),
    });
    open.close();
    expect((await migrate(options())).applied).toEqual(['20260102000000_second']);
  });

  it('says that a file is no database', async () => {
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, 'data', 'app.db'), 'this is a text file, and a long one too: '.repeat(100));
    await expect(migrate(options())).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringContaining('app.db'),
    });
  });

  it('is done once by two processes that start at the same time', async () => {
    await addMigration('20260102000000_second', second);
    await addMigration('20260103000000_third', 'CREATE TABLE third (id TEXT);');
    const child = () =>
      new ChildServer(['--import', 'tsx', 'tests/support/faulty-migration.ts', JSON.stringify(options())], {});
    const children = [child(), child(), child()];
    const outcomes = await Promise.all(
      children.map((each) => each.waitFor('migrating', () => /^(applied .*|failed .*)$/m.exec(each.printed)?.[1])),
    );
    await Promise.all(children.map((each) => each.stop()));
    expect(outcomes.sort()).toEqual(['applied 0', 'applied 0', 'applied 3']);
    expect(await isMigrated(options().databaseUrl, folder)).toBe(true);
  });
});
