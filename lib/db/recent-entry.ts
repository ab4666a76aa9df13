import { db } from './client';
import { Prisma } from './generated/client';

const columns = {
  id: true,
  task: { select: { id: true, name: true, identifier: true, url: true, status: true, sourceState: true } },
  project: { select: { id: true, name: true, color: true } },
  description: true,
  startedAt: true,
  on: true,
  createdAt: true,
} as const;

export type RecentEntry = Prisma.TimeEntryGetPayload<{ select: typeof columns }>;

// The index reads a person's days backwards. Whoever has thousands of entries does not wait for all of them.
const latestEntries = 1_000;

/** A day with a duration was at its end, or when it was written if that came first: typing up last month is not work of today. */
const lastMoment = Prisma.sql`COALESCE(started_at, MIN(created_at, "on" || 'T23:59:59.000+00:00'))`;

/** A person's last entry on each task, and on each project alone that is not archived; the latest first. */
export async function listRecentEntries(userId: string, limit: number): Promise<RecentEntry[]> {
  // SQLite takes the id from the row that has the maximum.
  const latest = await db().$queryRaw<{ id: string }[]>`
    SELECT id, MAX(at) AS last_at
    FROM (
      SELECT id, task_id, project_id, ${lastMoment} AS at FROM time_entry
      WHERE user_id = ${userId} ORDER BY "on" DESC, at DESC LIMIT ${latestEntries})
    WHERE task_id IS NOT NULL OR EXISTS (SELECT 1 FROM project WHERE id = project_id AND archived_at IS NULL)
    GROUP BY COALESCE(task_id, project_id) ORDER BY last_at DESC LIMIT ${limit}`;
  const ids = latest.map(({ id }) => id);
  const entries = await db().timeEntry.findMany({ where: { id: { in: ids } }, select: columns });
  return entries.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
