import { db, type Tx } from './client';
import { Prisma } from './generated/client';
import { cycleJson, linearProjectJson } from './report-filter';

export interface TaskWords {
  /** JSON as tasks keep it, see lib/tracking/reports/report-keys.ts; null without one. */
  linearProject: string | null;
  cycle: string | null;
}

/**
 * What the tasks with time say of Linear's projects and cycles, `limit` tasks at a time, because the JSON of 100,000
 * takes most of a second to read. `next`: the id to go on after, null at the end.
 */
export async function listTaskWords(
  { afterId, limit, userId }: { afterId: string; limit: number; userId: string | undefined },
  tx: Tx = db(),
): Promise<{ words: TaskWords[]; next: string | null }> {
  const [last] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM task WHERE id > ${afterId} ORDER BY id LIMIT 1 OFFSET ${limit - 1}`;
  const upTo = last === undefined ? Prisma.empty : Prisma.sql`AND t.id <= ${last.id}`;
  const byPerson = userId === undefined ? Prisma.empty : Prisma.sql`AND e.user_id = ${userId}`;
  const words = await tx.$queryRaw<TaskWords[]>`
    SELECT DISTINCT ${linearProjectJson} AS "linearProject", ${cycleJson} AS cycle FROM task t
    WHERE t.id > ${afterId} ${upTo} AND EXISTS (SELECT 1 FROM time_entry e WHERE e.task_id = t.id ${byPerson})`;
  return { words, next: last?.id ?? null };
}

/** Projects with what tells them apart: the key of the team that they mirror. */
export function listReportProjects(tx: Tx = db()) {
  return tx.project.findMany({
    select: { id: true, name: true, color: true, key: true, source: true, externalId: true },
  });
}

export function listReportPeople(userId: string | undefined, tx: Tx = db()) {
  return tx.user.findMany({
    where: userId === undefined ? {} : { id: userId },
    select: { id: true, name: true, email: true },
  });
}
