import { db, type Tx } from './client';

export interface DaySum {
  on: string;
  projectId: string;
  seconds: number;
}

/** A person's finished time by day and project, from one day to another, both included. */
export async function listDaySums(
  { userId, from, to }: { userId: string; from: string; to: string },
  tx: Tx = db(),
): Promise<DaySum[]> {
  const sums = await tx.timeEntry.groupBy({
    by: ['on', 'projectId'],
    where: { userId, on: { gte: from, lte: to } },
    _sum: { durationSeconds: true },
  });
  return sums.map(({ on, projectId, _sum }) => ({ on, projectId, seconds: _sum.durationSeconds ?? 0 }));
}

/** A person's entries that wait for their look: how many, and the last day of them. */
export async function getReviews(userId: string, tx: Tx = db()): Promise<{ count: number; lastOn: string | null }> {
  const { _count, _max } = await tx.timeEntry.aggregate({
    where: { userId, review: { not: null } },
    _count: true,
    _max: { on: true },
  });
  return { count: _count, lastOn: _max.on };
}
