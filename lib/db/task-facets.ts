import { db, type Tx } from './client';
import { Prisma } from './generated/client';
import { whereTask } from './task-list-filter';

export interface StateFacet {
  name: string;
  type: string;
  color: string;
}

/** Workflow states that tasks are in. Two teams may paint one name differently. */
export function listStatesInUse(projectIds: string[] | undefined, tx: Tx = db()): Promise<StateFacet[]> {
  return tx.$queryRaw<StateFacet[]>`
    SELECT state_name AS name, min(state_type) AS type, min(state_color) AS color FROM task
    WHERE ${whereTask({ projectIds })} AND state_name IS NOT NULL GROUP BY state_name`;
}

/** People that tasks are assigned to. */
export function listAssigneesInUse(
  projectIds: string[] | undefined,
  tx: Tx = db(),
): Promise<{ name: string | null; email: string }[]> {
  return tx.$queryRaw<{ name: string | null; email: string }[]>`
    SELECT min(assignee_name) AS name, assignee_email AS email FROM task
    WHERE ${whereTask({ projectIds })} AND assignee_email IS NOT NULL GROUP BY assignee_email`;
}

/** Labels that the connections of these projects have met. Reading them off 100,000 tasks would take a second. */
export function listLabels(
  projectIds: string[] | undefined,
  tx: Tx = db(),
): Promise<{ name: string; color: string }[]> {
  const ofProjects = projectIds === undefined ? {} : { connection: { projects: { some: { id: { in: projectIds } } } } };
  return tx.label.findMany({ where: ofProjects, select: { name: true, color: true } });
}

/** Labels of tasks whose connection was deleted, each as the JSON that the task stores. */
export async function listLabelsLeftBehind(projectIds: string[] | undefined, tx: Tx = db()): Promise<string[]> {
  const ofProjects =
    projectIds === undefined ? Prisma.empty : Prisma.sql`AND project_id IN (${Prisma.join(projectIds)})`;
  const rows = await tx.$queryRaw<{ labels: string }[]>`
    SELECT DISTINCT labels FROM task WHERE connection_id IS NULL AND labels <> '[]' ${ofProjects}`;
  return rows.map(({ labels }) => labels);
}
