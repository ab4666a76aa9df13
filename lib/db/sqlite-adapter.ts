import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { seconds, sleep } from '@/lib/kit/sleep';

/**
 * Prisma's SQLite adapter has one connection, so a query that is not part of an open transaction would still run
 * inside it, see its uncommitted rows and be lost with its rollback. This adapter keeps them apart:
 * reads outside a transaction use a connection of their own (WAL: they never wait), writes and transactions
 * take turns on the other. BEGIN IMMEDIATE, because a deferred transaction that turns writer may be refused at once
 * when another process wrote in between.
 */
export class SqliteAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = 'trackline-sqlite';

  constructor(private readonly url: string) {}

  async connect(): Promise<SqlDriverAdapter> {
    // The writer goes first: it creates the file and switches it to WAL.
    const writer = await this.open();
    await writer.executeScript('PRAGMA journal_mode = WAL; PRAGMA cache_size = -8000;');
    const reader = await this.open();
    await reader.executeScript('PRAGMA query_only = ON; PRAGMA cache_size = -32000;');
    return new SqliteAdapter(reader, writer);
  }

  private async open(): Promise<SqlDriverAdapter> {
    // `timeout` is SQLite's busy timeout. It blocks this thread and with it every request, so it is short: `patiently` waits longer.
    const connection = await new PrismaBetterSqlite3({ url: this.url, timeout: 100 }).connect();
    await connection.executeScript('PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;');
    return connection;
  }
}

class SqliteAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = 'trackline-sqlite';
  private readonly turn = new Turn();

  constructor(
    private readonly reader: SqlDriverAdapter,
    private readonly writer: SqlDriverAdapter,
  ) {}

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    if (/^\s*select\b/i.test(query.sql)) return this.reader.queryRaw(query);
    return this.turn.run(() => patiently(() => this.writer.queryRaw(query)));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.turn.run(() => patiently(() => this.writer.executeRaw(query)));
  }

  executeScript(script: string): Promise<void> {
    return this.turn.run(() => this.writer.executeScript(script));
  }

  async startTransaction(): Promise<Transaction> {
    const release = await this.turn.take();
    try {
      await patiently(() => this.writer.executeRaw(statement('BEGIN IMMEDIATE')));
    } catch (error) {
      release();
      throw error;
    }
    return new SqliteTransaction(this.writer, release);
  }

  async dispose(): Promise<void> {
    await this.reader.dispose();
    await this.writer.dispose();
  }
}

class SqliteTransaction implements Transaction {
  readonly provider = 'sqlite';
  readonly adapterName = 'trackline-sqlite';
  readonly options = { usePhantomQuery: true };
  /** What ended the transaction before its time. Whatever came after it would be written for good, statement by statement. */
  private ended: unknown = null;

  constructor(
    private readonly writer: SqlQueryable,
    private readonly release: () => void,
  ) {}

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.run(() => this.writer.queryRaw(query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.run(() => this.writer.executeRaw(query));
  }

  private async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.ended !== null) throw this.ended;
    try {
      return await work();
    } catch (error) {
      if (mayEndTransaction(error)) this.ended = error;
      throw error;
    }
  }

  async commit(): Promise<void> {
    try {
      await this.executeRaw(statement('COMMIT'));
    } catch (error) {
      // A COMMIT that failed (disk full) leaves the transaction open: take it back, or the next BEGIN fails too.
      await this.undo();
      throw error;
    } finally {
      this.release();
    }
  }

  async rollback(): Promise<void> {
    try {
      await this.undo();
    } finally {
      this.release();
    }
  }

  /** SQLite has already rolled back by itself after some errors (disk full, out of memory): that is not a failure. */
  private async undo(): Promise<void> {
    try {
      await this.writer.executeRaw(statement('ROLLBACK'));
    } catch (error) {
      const text = `${error instanceof Error ? error.message : ''} ${JSON.stringify(error)}`;
      if (!text.includes('no transaction is active')) throw error;
    }
  }

  async createSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`SAVEPOINT ${name}`));
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`ROLLBACK TO ${name}`));
  }

  async releaseSavepoint(name: string): Promise<void> {
    await this.writer.executeRaw(statement(`RELEASE SAVEPOINT ${name}`));
  }
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}

const longestBusyMs = seconds(5);

/**
 * Waits for another process that is writing. Only for what stands alone: a statement refused as busy has done nothing,
 * and once BEGIN IMMEDIATE is through, nothing in the transaction is refused.
 */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const startedAt = performance.now(); ; ) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() - startedAt > longestBusyMs) throw error;
      await sleep(20 + Math.random() * 60);
    }
  }
}

function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/** All but refusals of one statement: after a full disk or a failed write SQLite may take the whole transaction back by itself. */
function mayEndTransaction(error: unknown): boolean {
  return !/^SQLITE_(CONSTRAINT|ERROR|TOOBIG|MISMATCH|RANGE)|^$/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'originalCode' in cause ? String(cause.originalCode) : '';
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  const resolvers: (() => void)[] = [];
  const promise = new Promise<void>((resolve) => resolvers.push(resolve));
  return { promise, resolve: () => resolvers[0]?.() };
}

/** First come, first served. */
class Turn {
  private last: Promise<void> = Promise.resolve();

  async take(): Promise<() => void> {
    const before = this.last;
    const { promise, resolve } = withResolvers();
    this.last = promise;
    await before;
    return resolve;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.take();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
