import { db, type Tx } from './client';

/** Tracked seconds by task; tasks without time are left out. */
export async function listTrackedByTask(taskIds: string[], tx: Tx = db()): Promise<Map<string, number>> {
  if (taskIds.length === 0) return new Map();
  const sums = await tx.timeEntry.groupBy({
    by: ['taskId'],
    where: { taskId: { in: taskIds } },
    _sum: { durationSeconds: true },
  });
  return new Map(sums.flatMap(({ taskId, _sum }) => (taskId === null ? [] : [[taskId, _sum.durationSeconds ?? 0]])));
}

/** Tracked seconds by project; projects without time are left out. */
export async function listTrackedByProject(projectIds: string[], tx: Tx = db()): Promise<Map<string, number>> {
  if (projectIds.length === 0) return new Map();
  const sums = await tx.timeEntry.groupBy({
    by: ['projectId'],
    where: { projectId: { in: projectIds } },
    _sum: { durationSeconds: true },
  });
  return new Map(sums.map(({ projectId, _sum }) => [projectId, _sum.durationSeconds ?? 0]));
}
