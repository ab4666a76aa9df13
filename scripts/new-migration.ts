// Writes the SQL of a new migration: what prisma/schema.prisma has that the migrations so far do not.
// Usage: npm run db:migration -- add-something
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { noFilter, withSchemaEngine } from '@/lib/db/schema-engine';

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Usage: npm run db:migration -- name-of-the-change');
  process.exit(2);
}

const dir = join('prisma', 'migrations');
await mkdir(dir, { recursive: true });
const schema = await readFile(join('prisma', 'schema.prisma'), 'utf8');
const names = (await readdir(dir, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const migrationDirectories = await Promise.all(
  names.sort().map(async (path) => ({
    path,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok' as const, value: await readFile(join(dir, path, 'migration.sql'), 'utf8') },
    },
  })),
);
const { stdout } = await withSchemaEngine(new PrismaBetterSqlite3({ url: ':memory:' }), schema, (engine) =>
  engine.diff({
    from: {
      tag: 'migrations',
      baseDir: dir,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' },
      shadowDbInitScript: '',
      migrationDirectories,
    },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
    script: true,
    exitCode: null,
    filters: noFilter,
  }),
);
if (!stdout || stdout.includes('This is an empty migration')) {
  console.log('The migrations already hold everything in the schema.');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(dir, `${stamp}_${name.replaceAll('-', '_')}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), stdout);
  await writeFile(join(dir, 'migration_lock.toml'), 'provider = "sqlite"\n');
  console.log(`Wrote ${folder}/migration.sql`);
}
