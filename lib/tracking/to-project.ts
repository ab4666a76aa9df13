import type { PersonActor } from '@/lib/auth/actor';
import { type Project, source } from '@/lib/contracts/project';
import { listTaskCounts, type ProjectRow } from '@/lib/db/project';
import { listTrackedByProject } from '@/lib/db/time-entry';
import { readBudgets } from './budgets';

/** Rows as the API shows them to this person, with their counts. */
export async function toProjects(actor: PersonActor, rows: ProjectRow[]): Promise<Project[]> {
  const ids = rows.map(({ id }) => id);
  const [counts, tracked, budgets] = await Promise.all([
    listTaskCounts(ids),
    listTrackedByProject(ids),
    readBudgets(actor, rows),
  ]);
  return rows.map(({ budgetKind: _kind, budgetAmount: _amount, ...row }) => ({
    ...row,
    budget: budgets.get(row.id) ?? null,
    source: source.parse(row.source),
    taskCount: counts.get(row.id)?.taskCount ?? 0,
    openTaskCount: counts.get(row.id)?.openTaskCount ?? 0,
    archivedTaskCount: counts.get(row.id)?.archivedTaskCount ?? 0,
    trackedSeconds: tracked.get(row.id) ?? 0,
    customFields: JSON.parse(row.customFields),
    archivedAt: row.archivedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}
