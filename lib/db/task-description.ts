import { chunk } from '@/lib/kit/chunk';
import type { Tx } from './client';
import { Prisma } from './generated/client';

export interface IssueText {
  externalId: string;
  /** Null: the issue has none. */
  markdown: string | null;
}

const rowsPerStatement = 100;

/** Texts of issues whose tasks are stored. */
export async function upsertDescriptions(texts: IssueText[], tx: Tx): Promise<void> {
  const some = texts.filter(({ markdown }) => markdown !== null);
  for (const rows of chunk(some, rowsPerStatement)) {
    const values = rows.map(({ externalId, markdown }) => Prisma.sql`(${externalId}, ${markdown})`);
    await tx.$executeRaw`
      INSERT INTO task_description (task_id, markdown)
      SELECT task.id, given.markdown FROM (SELECT column1 AS external_id, column2 AS markdown FROM (VALUES ${Prisma.join(values)})) AS given
      JOIN task ON task.source = 'linear' AND task.external_id = given.external_id WHERE true
      ON CONFLICT (task_id) DO UPDATE SET markdown = excluded.markdown`;
  }
  const none = texts.flatMap(({ externalId, markdown }) => (markdown === null ? [externalId] : []));
  if (none.length === 0) return;
  await tx.taskDescription.deleteMany({ where: { task: { source: 'linear', externalId: { in: none } } } });
}

export async function deleteDescriptions(connectionId: string, tx: Tx): Promise<void> {
  await tx.taskDescription.deleteMany({ where: { task: { connectionId } } });
}
