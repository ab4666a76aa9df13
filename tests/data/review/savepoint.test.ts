import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { inSavepoint } from '@/lib/db/savepoint';
import { databaseTrouble } from '@/lib/errors/database-trouble';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const codeOf = (error: unknown) => databaseTrouble(error)?.code;
const projectNamed = (name: string) => ({ data: { id: name, name, color: '#000000', source: 'manual' } });

describe('a transaction that SQLite takes back by itself because the disk is full', () => {
  it('writes nothing any more, though its work goes on', async () => {
    const [{ page_count: pages = 0 } = {}] = await db().$queryRawUnsafe<{ page_count: number }[]>('PRAGMA page_count');
    await db().$queryRawUnsafe(`PRAGMA max_page_count = ${Number(pages) + 2}`);
    const refused: unknown[] = [];
    const outcome = inTransaction(async (tx) => {
      await tx.project.create(projectNamed('before'));
      // One row, so SQLite keeps no way back for the statement alone.
      const tooLong = () => tx.project.update({ where: { id: 'before' }, data: { description: 'x'.repeat(100_000) } });
      await inSavepoint(tx, tooLong).catch((error: unknown) => refused.push(error));
      await tx.project.create(projectNamed('after')).catch((error: unknown) => refused.push(error));
    });
    await expect(outcome).rejects.toSatisfy((error) => codeOf(error) === 'disk_full');
    expect(refused.map(codeOf)).toEqual(['disk_full', 'disk_full']);
    await db().$queryRawUnsafe('PRAGMA max_page_count = 1000000');
    expect(await db().project.count()).toBe(0);
    await inTransaction((tx) => tx.project.create(projectNamed('later')));
    expect(await db().project.count()).toBe(1);
  });
});
