import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { AppError } from '@/lib/errors/app-error';
import { databaseTrouble } from '@/lib/errors/database-trouble';
import { seconds, sleep } from '@/lib/kit/sleep';
import { dropViews, makeViews } from './linear-views';
import { noFilter, withSchemaEngine } from './schema-engine';

export interface MigrationOutcome {
  applied: string[];
  /** The copy of the database file made before anything was changed. */
  backup: string | null;
}

interface Migration {
  name: string;
  sql: string;
}

const backupsKept = 5;

interface MigrationOptions {
  databaseUrl: string;
  backupDir: string;
  projectRoot: string;
  now: Date;
  /** How long to wait for another process that has the database open. */
  patienceMs?: number;
}

/**
 * Brings a SQLite database up to this app's schema, after a copy of the file when it already holds data.
 * Refuses a database that a newer app has migrated, and one in which a migration got stuck.
 */
export async function migrate(options: MigrationOptions): Promise<MigrationOutcome> {
  const file = options.databaseUrl.replace(/^file:/, '');
  // It holds sessions and sealed keys: nobody else on this machine may look.
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const migrations = await readMigrations(join(options.projectRoot, 'prisma', 'migrations'));
  const outcome = await bringUp(file, options, migrations);
  await withDatabase(file, makeViews);
  return outcome;
}

async function bringUp(file: string, options: MigrationOptions, migrations: Migration[]): Promise<MigrationOutcome> {
  if ((await listApplied(file, options, migrations)).length === migrations.length) return { applied: [], backup: null };
  await waitUntilAlone(file, options.patienceMs ?? seconds(15));
  // Another process that started at the same time may have done it meanwhile.
  const applied = await listApplied(file, options, migrations);
  if (applied.length === migrations.length) return { applied: [], backup: null };
  const backup = applied.length === 0 ? null : await copyDatabase(file, options.backupDir, options.now);
  return { applied: await applyMigrations(file, options, migrations), backup };
}

async function applyMigrations(file: string, options: MigrationOptions, migrations: Migration[]): Promise<string[]> {
  const schema = await readFile(join(options.projectRoot, 'prisma', 'schema.prisma'), 'utf8');
  await withDatabase(file, dropViews);
  try {
    return await withSchemaEngine(new PrismaBetterSqlite3({ url: options.databaseUrl }), schema, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: asMigrationList(migrations),
        filters: noFilter,
      });
      return appliedMigrationNames;
    });
  } catch (cause) {
    const { finished, stuck } = await withDatabase(file, readState);
    const [name] = stuck;
    if (name !== undefined) throw stuckMigration(name, file, finished, options, cause);
    throw new AppError('internal', 'The database could not be migrated. It is as it was before.', { cause });
  }
}

async function listApplied(file: string, options: MigrationOptions, migrations: Migration[]): Promise<string[]> {
  if (!existsSync(file)) return [];
  const { finished, stuck } = await withDatabase(file, readState);
  refuseNewerDatabase(finished, migrations);
  const [name] = stuck;
  // The copy made before it must stay the newest, so there is no second try on what is half done.
  if (name !== undefined) throw stuckMigration(name, file, finished, options);
  return finished;
}

function stuckMigration(
  name: string,
  file: string,
  finished: string[],
  { backupDir }: MigrationOptions,
  cause?: unknown,
): AppError {
  const [newest] = existsSync(backupDir) ? readdirSync(backupDir).filter(isCopy).sort().reverse() : [];
  const isEmpty = finished.length === 0;
  const hint = isEmpty
    ? `It holds no data yet: delete ${file} and start again.`
    : `Restore the copy made before it: replace ${file} by ${newest ? join(backupDir, newest) : `the newest file in ${backupDir}`}, and delete ${file}-wal and ${file}-shm if they are there. If the power failed, start this version again; if not, start the version from before the update.`;
  return new AppError('internal', `The database is half migrated: ${name} was begun and not finished.`, {
    hint,
    cause,
  });
}

/** The engine needs the file for itself. Another process may be at the same work; one that stays is an app in use. */
async function waitUntilAlone(file: string, patienceMs: number): Promise<void> {
  for (const startedAt = performance.now(); ; ) {
    try {
      return await withDatabase(
        file,
        (database) => database.executeScript('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;'),
        100,
      );
    } catch (error) {
      if (databaseTrouble(error)?.code !== 'database_busy') throw error;
      if (performance.now() - startedAt > patienceMs) {
        const hint = 'Stop the other Trackline, or whatever has the file open, and start this one again.';
        throw new AppError('database_busy', `The database has to be migrated, but another program is using ${file}.`, {
          hint,
          cause: error,
        });
      }
    }
    await sleep(50);
  }
}

function asMigrationList(migrations: Migration[]) {
  return {
    baseDir: 'prisma/migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}

/** True when the database holds exactly this app's migrations. */
export async function isMigrated(databaseUrl: string, projectRoot: string): Promise<boolean> {
  const migrations = await readMigrations(join(projectRoot, 'prisma', 'migrations'));
  const { finished: applied } = await withDatabase(databaseUrl.replace(/^file:/, ''), readState);
  return applied.length === migrations.length && migrations.every(({ name }) => applied.includes(name));
}

async function readMigrations(dir: string): Promise<Migration[]> {
  const entries = await readdir(/* turbopackIgnore: true */ dir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      sql: await readFile(join(/* turbopackIgnore: true */ dir, name, 'migration.sql'), 'utf8'),
    })),
  );
}

function refuseNewerDatabase(applied: string[], migrations: Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = applied.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new AppError(
    'conflict',
    `This database was written by a newer Trackline (it holds ${unknown.join(', ')}). Start the newer version, or restore the backup made before the upgrade.`,
  );
}

async function withDatabase<T>(
  file: string,
  read: (database: SqlDriverAdapter) => Promise<T>,
  busyMs = 5_000,
): Promise<T> {
  const database = await new PrismaBetterSqlite3({ url: `file:${file}`, timeout: busyMs }).connect();
  try {
    return await read(database);
  } catch (error) {
    if (databaseTrouble(error)) throw error;
    const hint = 'Restore it from your backup, or set DATABASE_URL or DATA_DIR to where the right one is.';
    throw new AppError('internal', `${file} cannot be read as a database.`, { hint, cause: error });
  } finally {
    await database.dispose();
  }
}

interface MigrationState {
  finished: string[];
  /** Begun and not finished: a migration that failed, or that was cut off. */
  stuck: string[];
}

async function readState(database: SqlDriverAdapter): Promise<MigrationState> {
  const select = (sql: string) => database.queryRaw({ sql, args: [], argTypes: [] });
  const table = await select("SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'");
  if (table.rows.length === 0) return { finished: [], stuck: [] };
  const { rows } = await select(
    'SELECT migration_name, finished_at IS NOT NULL FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const named = (isFinished: boolean) =>
    rows.filter(([, finished]) => Boolean(Number(finished)) === isFinished).map(([name]) => String(name));
  return { finished: named(true), stuck: named(false) };
}

function isCopy(name: string): boolean {
  return name.startsWith('before-migration-');
}

/** VACUUM INTO writes a whole, consistent copy even while the write-ahead log holds newer pages. */
async function copyDatabase(file: string, backupDir: string, now: Date): Promise<string> {
  await mkdir(backupDir, { recursive: true, mode: 0o700 });
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const backup = join(backupDir, `before-migration-${stamp}.db`);
  await withDatabase(file, async (database) => {
    await database.executeRaw({
      sql: 'VACUUM INTO ?',
      args: [backup],
      argTypes: [{ scalarType: 'string', arity: 'scalar' }],
    });
  });
  const copies = (await readdir(backupDir)).filter(isCopy).sort();
  await Promise.all(copies.slice(0, -backupsKept).map((name) => rm(join(backupDir, name))));
  return backup;
}
