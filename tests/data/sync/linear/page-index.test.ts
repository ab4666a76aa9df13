import { afterAll, beforeAll, expect, it } from 'vitest';
import { db, type Tx } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { type LinearPage, listNewest } from '@/lib/db/linear-list';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

/** What SQLite would do for a page, in its own words. */
async function planOf(page: Partial<LinearPage>): Promise<string[]> {
  const plans: string[] = [];
  const $queryRaw = async (strings: TemplateStringsArray, ...values: unknown[]) => {
    const asked = await db().$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN ${Prisma.sql(strings, ...values)}`;
    plans.push(...asked.map(({ detail }) => detail));
    return [];
  };
  const whole: LinearPage = {
    connectionId: 'c',
    collection: 'issues',
    filter: {},
    after: null,
    limit: 51,
    ...page,
  };
  await listNewest(whole, { $queryRaw } as unknown as Tx);
  return plans;
}

const inOrder = /^SEARCH task USING INDEX task_connection_id_external_updated_at_external_id_idx \(connection_id=\?/;

it.each<[string, Partial<LinearPage>]>([
  ['the first page', {}],
  ['any other page', { after: { id: 'x', updatedAt: '2026-11-01T00:00:00.000Z' } }],
  ['what is new since', { filter: { updatedFrom: '2026-11-01T00:00:00.000Z' } }],
  ['what is live', { filter: { liveOnly: true } }],
])('%s of mirrored issues is read along an index, and nothing is sorted', async (_name, page) => {
  const plan = await planOf(page);
  expect(plan).toHaveLength(1);
  expect(plan[0]).toMatch(inOrder);
});
