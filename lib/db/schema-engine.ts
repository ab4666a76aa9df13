import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

type Engine = Awaited<ReturnType<typeof bindings.SchemaEngine.new>>;

let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  // Resolved from the app's folder at run time: the bundler would answer an id of its own for the file.
  const fromApp = createRequire(join(/* turbopackIgnore: true */ process.cwd(), 'package.json'));
  const wasmFile = fromApp.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const module = new WebAssembly.Module(new Uint8Array(await readFile(wasmFile)));
  const imports = { './schema_engine_bg.js': bindings } as unknown as WebAssembly.Imports;
  const instance = new WebAssembly.Instance(module, imports);
  bindings.__wbg_set_wasm(instance.exports);
  const start: unknown = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
}

/**
 * Prisma's own migration engine as WebAssembly: writes and applies migrations with the standard `_prisma_migrations`
 * table, and no binary to download.
 */
export async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  schema: string,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  await loaded;
  // The engine never closes its connections, and holds the database locked through them.
  const opened: SqlDriverAdapter[] = [];
  const remember = async (connecting: Promise<SqlDriverAdapter>) => {
    const connection = await connecting;
    opened.push(connection);
    return connection;
  };
  const remembering: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => remember(factory.connect()),
    connectToShadowDb: async () => asTheEngineAsks(await remember(factory.connectToShadowDb())),
  };
  const datamodels: [string, string][] = [['schema.prisma', schema]];
  const engine = await bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(remembering),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await Promise.all(opened.map((connection) => connection.dispose()));
  }
}

/**
 * On a shadow database the engine sends each migration as one query, and better-sqlite3 takes many statements as a script
 * only. It also writes an index's name between double quotes where it looks up the condition of a partial one, which
 * SQLite as built for better-sqlite3 takes for the name of a column.
 */
function asTheEngineAsks(connection: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) =>
      connection.queryRaw({ ...query, sql: query.sql.replace(/ AND name = "([^"]+)"/, " AND name = '$1'") }),
    executeRaw: async (query) => {
      if (query.args.length > 0) return connection.executeRaw(query);
      await connection.executeScript(query.sql);
      return 0;
    },
    executeScript: (script) => connection.executeScript(script),
    startTransaction: (isolationLevel) => connection.startTransaction(isolationLevel),
    dispose: () => connection.dispose(),
  };
}

export const noFilter = { externalTables: [], externalEnums: [] };
