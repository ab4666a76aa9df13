import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { databaseTrouble } from '@/lib/errors/database-trouble';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});

afterAll(() => database.stop());

/** Another program on the same file. */
function stranger(): Database.Database {
  return new Database(database.databaseUrl.replace(/^file:/, ''));
}

function makeProject(name: string, tx: Pick<ReturnType<typeof db>, 'project'> = db()) {
  return tx.project.create({ data: { id: `id of ${name}`, name, color: '#000000', source: 'manual' } });
}

function countOf(name: string): Promise<number> {
  return db().project.count({ where: { name } });
}

/** The code behind a failure of the database, as the rest of the app sees it. */
async function troubleOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
  } catch (error) {
    return databaseTrouble(error)?.code ?? `no trouble: ${String(error)}`;
  }
  return 'no error';
}

async function pragma(name: string): Promise<unknown> {
  const [row] = await db().$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
  return Object.values(row ?? {})[0];
}

describe('the writer', () => {
  it('writes ahead, to the disk, and holds foreign keys', async () => {
    expect(await pragma('journal_mode')).toBe('wal');
    expect(Number(await pragma('synchronous'))).toBe(2);
    expect(Number(await pragma('foreign_keys'))).toBe(1);
    const orphan = db().task.create({
      data: { id: 't', projectId: 'nobody', source: 'manual', title: '', name: '', status: 'todo' },
    });
    await expect(orphan).rejects.toMatchObject({ code: 'P2003' });
  });

  it('lets a second write wait until an open transaction has ended, and loses neither', async () => {
    const order: string[] = [];
    let second: Promise<unknown> = Promise.resolve();
    await inTransaction(async (tx) => {
      await makeProject('first', tx);
      second = makeProject('second').then(() => order.push('second'));
      await new Promise((resolve) => setImmediate(resolve));
      order.push('first');
    });
    await second;
    expect(order).toEqual(['first', 'second']);
    expect([await countOf('first'), await countOf('second')]).toEqual([1, 1]);
  });
});

describe('a transaction', () => {
  it('is not seen from outside before it is committed', async () => {
    await inTransaction(async (tx) => {
      await makeProject('hidden', tx);
      expect(await tx.project.count({ where: { name: 'hidden' } })).toBe(1);
      expect(await countOf('hidden')).toBe(0);
    });
    expect(await countOf('hidden')).toBe(1);
  });

  it('takes back only its own writes when it fails', async () => {
    let others: Promise<unknown> = Promise.resolve();
    const failing = inTransaction(async (tx) => {
      await makeProject('lost', tx);
      others = makeProject('kept');
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    await others;
    expect([await countOf('lost'), await countOf('kept')]).toEqual([0, 1]);
  });

  it('goes on after a statement in it was refused', async () => {
    await inTransaction(async (tx) => {
      await makeProject('twice', tx);
      await expect(makeProject('twice', tx)).rejects.toMatchObject({ code: 'P2002' });
      await makeProject('after', tx);
    });
    expect([await countOf('twice'), await countOf('after')]).toEqual([1, 1]);
  });

  it('queues with many others and none is lost', async () => {
    const work = Array.from({ length: 30 }, (_, index) =>
      index % 3 === 0
        ? inTransaction(async (tx) => {
            await makeProject(`many ${index}`, tx);
            if (index % 2 === 0) throw new Error('taken back');
          })
        : makeProject(`many ${index}`),
    );
    const outcomes = await Promise.allSettled(work);
    const kept = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(kept).toBe(25);
    expect(await db().project.count({ where: { name: { startsWith: 'many ' } } })).toBe(25);
  });
});

describe('a database that another program holds', () => {
  it('is read all the same, and takes a write as soon as it is free', async () => {
    const other = stranger();
    other.exec('BEGIN IMMEDIATE');
    const writing = Promise.all([makeProject('while busy'), inTransaction((tx) => makeProject('in a while', tx))]);
    expect(await countOf('nobody')).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    other.exec('ROLLBACK');
    other.close();
    await writing;
    expect([await countOf('while busy'), await countOf('in a while')]).toEqual([1, 1]);
  });
});

describe('a full disk', () => {
  it('fails the write as such, loses nothing, and frees the writer for the next', async () => {
    const pages = Number(await pragma('page_count'));
    await pragma(`max_page_count = ${pages}`);
    const fill = (tx: Pick<ReturnType<typeof db>, 'project'>) =>
      tx.project.create({
        data: { id: 'big', name: 'big', color: '#000000', source: 'manual', description: 'x'.repeat(200_000) },
      });
    expect(await troubleOf(fill(db()))).toBe('disk_full');
    expect(await troubleOf(inTransaction(fill))).toBe('disk_full');
    await pragma('max_page_count = 1000000');
    await inTransaction(fill);
    expect(await countOf('big')).toBe(1);
  });

  it('is told apart when only the COMMIT fails', async () => {
    const other = stranger();
    // A deferred foreign key is checked at COMMIT alone: the only failure there that needs no broken disk.
    const failing = inTransaction(async (tx) => {
      await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON');
      await tx.task.create({
        data: { id: 't', projectId: 'nobody', source: 'manual', title: '', name: '', status: 'todo' },
      });
    });
    await expect(failing).rejects.toThrow();
    // Neither this process nor another finds the database locked by what failed.
    await makeProject('after a failed commit');
    other.exec('BEGIN IMMEDIATE');
    other.exec('COMMIT');
    other.close();
    expect(await countOf('after a failed commit')).toBe(1);
    expect(await db().task.count()).toBe(0);
  });
});
