import { db, type Tx } from './client';
import type { Prisma } from './generated/client';

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

const columns = {
  id: true,
  userId: true,
  taskId: true,
  projectId: true,
  madeInProjectId: true,
  user: { select: { id: true, name: true } },
  task: { select: { id: true, name: true, identifier: true, url: true, status: true, sourceState: true } },
  project: { select: { id: true, name: true, color: true } },
  madeIn: { select: { id: true, name: true, color: true } },
  startedAt: true,
  endedAt: true,
  on: true,
  timeZone: true,
  durationSeconds: true,
  description: true,
  billable: true,
  tags: true,
  rate: true,
  source: true,
  review: true,
  askAt: true,
  createdAt: true,
  updatedAt: true,
} as const;

export type TimeEntryRow = Prisma.TimeEntryGetPayload<{ select: typeof columns }>;

export function getTimeEntry(entryId: string, tx: Tx = db()): Promise<TimeEntryRow | null> {
  return tx.timeEntry.findUnique({ where: { id: entryId }, select: columns });
}

/** In the order of the ids; what has gone since is left out. */
export async function listTimeEntries(entryIds: string[], tx: Tx = db()): Promise<TimeEntryRow[]> {
  if (entryIds.length === 0) return [];
  const entries = await tx.timeEntry.findMany({ where: { id: { in: entryIds } }, select: columns });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entryIds.flatMap((entryId) => byId.get(entryId) ?? []);
}

/** At most one: the database holds it. */
export function getRunningEntry(userId: string, tx: Tx = db()): Promise<TimeEntryRow | null> {
  return tx.timeEntry.findFirst({ where: { userId, ...running }, select: columns });
}

const running = { startedAt: { not: null }, endedAt: null };

/** The last end of a person's entries between two instants; `since` is a day that all of them are on or after. */
export async function getLatestEnd({ userId, since, after, until }: EndQuery, tx: Tx = db()): Promise<Date | null> {
  const latest = await tx.timeEntry.aggregate({
    where: { userId, on: { gte: since }, endedAt: { gt: after, lte: until } },
    _max: { endedAt: true },
  });
  return latest._max.endedAt;
}

interface EndQuery {
  userId: string;
  since: string;
  after: Date;
  until: Date;
}

/** People whose timer was to be asked about by then. */
export async function listAskedBefore(askAt: Date): Promise<string[]> {
  const asked = await db().timeEntry.findMany({
    where: { ...running, askAt: { lte: askAt } },
    select: { userId: true },
  });
  return asked.map(({ userId }) => userId);
}

/** Those of a person that share time with a span, the running one as if it ended at `now`. */
export function listOverlappingEntries(
  { userId, startedAt, endedAt, exceptId, now }: OverlapQuery,
  tx: Tx = db(),
): Promise<TimeEntryRow[]> {
  return tx.timeEntry.findMany({
    where: {
      userId,
      ...(exceptId === undefined ? {} : { id: { not: exceptId } }),
      startedAt: { lt: endedAt },
      OR: [{ endedAt: { gt: startedAt } }, ...(startedAt < now ? [{ endedAt: null }] : [])],
    },
    select: columns,
    orderBy: { startedAt: 'asc' },
    take: 5,
  });
}

export interface OverlapQuery {
  userId: string;
  startedAt: Date;
  endedAt: Date;
  exceptId?: string | undefined;
  now: Date;
}

/** What is written of an entry. */
export type TimeEntryData = Omit<Prisma.TimeEntryUncheckedCreateInput, 'updatedAt'>;

export async function createTimeEntry(entry: TimeEntryData, now: Date, tx: Tx = db()): Promise<void> {
  await tx.timeEntry.create({ data: { createdAt: now, ...entry, updatedAt: now }, select: { id: true } });
}

export type TimeEntryUpdate = Partial<Omit<TimeEntryData, 'id' | 'userId' | 'createdAt'>>;

export async function updateTimeEntry(
  entryId: string,
  update: TimeEntryUpdate,
  now: Date,
  tx: Tx = db(),
): Promise<void> {
  await tx.timeEntry.update({ where: { id: entryId }, data: { ...update, updatedAt: now }, select: { id: true } });
}

export async function deleteTimeEntry(entryId: string, tx: Tx = db()): Promise<void> {
  await tx.timeEntry.delete({ where: { id: entryId }, select: { id: true } });
}
