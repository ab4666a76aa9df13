import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { AppError } from '@/lib/errors/app-error';
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

/**
 * Brings a SQLite database up to this app's schema, after a copy of the file when it already holds data.
 * Refuses a database that a newer app has migrated.
 */
export async function migrate(options: { databaseUrl: string; backupDir: string; projectRoot: string; now: Date }): Promise<MigrationOutcome> {
  const file = options.databaseUrl.replace(/^file:/, '');
  await mkdir(dirname(file), { recursive: true });
  const migrations = await readMigrations(join(options.projectRoot, 'prisma', 'migrations'));
  const isNew = !existsSync(file);
  const applied = isNew ? [] : await withDatabase(file, appliedMigrations);
  refuseNewerDatabase(applied, migrations);
  const pending = migrations.filter(({ name }) => !applied.includes(name));
  if (pending.length === 0) return { applied: [], backup: null };
  const backup = applied.length === 0 ? null : await copyDatabase(file, options.backupDir, options.now);
  const schema = await readFile(join(options.projectRoot, 'prisma', 'schema.prisma'), 'utf8');
  try {
    const names = await withSchemaEngine(new PrismaBetterSqlite3({ url: options.databaseUrl }), schema, async (engine) => {
      const migrationsList = asMigrationList(migrations);
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter });
      return appliedMigrationNames;
    });
    return { applied: names, backup };
  } catch (cause) {
    const kept = backup ? ` A copy from before is at ${backup}.` : '';
    throw new AppError('internal', `The database could not be migrated.${kept}`, { cause });
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
  const applied = await withDatabase(databaseUrl.replace(/^file:/, ''), appliedMigrations);
  return applied.length === migrations.length && migrations.every(({ name }) => applied.includes(name));
}

async function readMigrations(dir: string): Promise<Migration[]> {
  const entries = await readdir(/* turbopackIgnore: true */ dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(join(/* turbopackIgnore: true */ dir, name, 'migration.sql'), 'utf8') })));
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

async function withDatabase<T>(file: string, read: (database: SqlDriverAdapter) => Promise<T>): Promise<T> {
  const database = await new PrismaBetterSqlite3({ url: `file:${file}`, timeout: 5_000 }).connect();
  try {
    return await read(database);
  } finally {
    await database.dispose();
  }
}

async function appliedMigrations(database: SqlDriverAdapter): Promise<string[]> {
  const select = (sql: string) => database.queryRaw({ sql, args: [], argTypes: [] });
  const table = await select("SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'");
  if (table.rows.length === 0) return [];
  const { rows } = await select('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL');
  return rows.map(([name]) => String(name));
}

/** VACUUM INTO writes a whole, consistent copy even while the write-ahead log holds newer pages. */
async function copyDatabase(file: string, backupDir: string, now: Date): Promise<string> {
  await mkdir(backupDir, { recursive: true, mode: 0o700 });
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const backup = join(backupDir, `before-migration-${stamp}.db`);
  await withDatabase(file, async (database) => {
    await database.executeRaw({ sql: 'VACUUM INTO ?', args: [backup], argTypes: [{ scalarType: 'string', arity: 'scalar' }] });
  });
  const copies = (await readdir(backupDir)).filter((name) => name.startsWith('before-migration-')).sort();
  await Promise.all(copies.slice(0, -backupsKept).map((name) => rm(join(backupDir, name))));
  return backup;
}
