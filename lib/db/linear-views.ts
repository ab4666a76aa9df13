import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { LinearCollection } from '@/lib/contracts/linear-collection';
import { linearCollections } from '@/lib/contracts/values';
import { type Dialect, sqlite } from './linear-dialect';
import { viewColumns } from './linear-view-columns';
import { viewSource } from './linear-view-sources';

export interface View {
  name: string;
  sql: string;
}

/** Read-only views of what is mirrored, for other programs: `linear_issues`, `linear_teams`, ... See docs/sql-views.md. */
export function linearViews(dialect: Dialect = sqlite): View[] {
  return linearCollections.map((collection) => {
    const { from, where, column } = viewSource(collection, dialect);
    const columns = viewColumns(collection).map((each) => `  ${column(each)} AS "${each.name}"`);
    const shown = ['  c.workspace_url_key AS "workspace"', '  c.id AS "connection_id"', ...columns].join(',\n');
    const name = viewName(collection);
    return { name, sql: `CREATE VIEW "${name}" AS SELECT\n${shown}\nFROM ${from}\nWHERE ${where}` };
  });
}

export function viewName(collection: LinearCollection): string {
  return `linear_${collection.replaceAll('-', '_')}`;
}

/** The tables under the views may be made anew by a migration, which SQLite refuses while a view names them. */
export async function dropViews(database: SqlDriverAdapter): Promise<void> {
  const present = await listViews(database);
  await inOne(database, present.map(drop));
}

/** Makes those that are not as they should be. Does nothing on a database without the mirror's tables. */
export async function makeViews(database: SqlDriverAdapter): Promise<void> {
  const present = await listViews(database);
  const wanted = (await hasTable(database, 'linear_object')) ? linearViews() : [];
  const isRight = (view: View) => present.some(({ name, sql }) => name === view.name && sql === view.sql);
  if (present.length === wanted.length && wanted.every(isRight)) return;
  // Dropped by name too: another process may have made them meanwhile.
  await inOne(database, [...[...present, ...wanted].map(drop), ...wanted.map(({ sql }) => sql)]);
}

const drop = ({ name }: View) => `DROP VIEW IF EXISTS "${name}"`;

async function inOne(database: SqlDriverAdapter, statements: string[]): Promise<void> {
  if (statements.length > 0)
    await database.executeScript(`BEGIN IMMEDIATE;\n${[...statements, 'COMMIT'].join(';\n')};`);
}

async function listViews(database: SqlDriverAdapter): Promise<View[]> {
  const { rows } = await database.queryRaw({
    sql: "SELECT name, sql FROM sqlite_master WHERE type = 'view' AND name GLOB 'linear_*'",
    args: [],
    argTypes: [],
  });
  return rows.map(([name, sql]) => ({ name: String(name), sql: String(sql) }));
}

async function hasTable(database: SqlDriverAdapter, table: string): Promise<boolean> {
  const { rows } = await database.queryRaw({
    sql: `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '${table}'`,
    args: [],
    argTypes: [],
  });
  return rows.length > 0;
}
