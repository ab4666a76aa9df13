import { db, type Tx } from './client';
import { Prisma } from './generated/client';

/** What the billable time of projects costs, in minor units; projects without any are left out. As `amountOf`, entry by entry. */
export async function listAmountByProject(projectIds: string[], tx: Tx = db()): Promise<Map<string, number>> {
  if (projectIds.length === 0) return new Map();
  const sums = await tx.$queryRaw<{ projectId: string; amount: bigint | number | null }[]>`
    SELECT project_id AS "projectId", sum((duration_seconds * rate + 1800) / 3600) AS amount
    FROM time_entry WHERE project_id IN (${Prisma.join(projectIds)}) AND billable AND rate IS NOT NULL
    GROUP BY project_id`;
  return new Map(sums.map(({ projectId, amount }) => [projectId, Number(amount)]));
}

/** Those in use. */
export async function listProjectIdsWithBudget(tx: Tx = db()): Promise<string[]> {
  const projects = await tx.project.findMany({
    where: { archivedAt: null, budgetKind: { not: null }, budgetAmount: { not: null } },
    select: { id: true },
  });
  return projects.map(({ id }) => id);
}
