import { addDays } from '@/lib/time/local-day';
import { db, type Tx } from './client';
import type { Prisma } from './generated/client';

const taskColumns = {
  id: true,
  externalId: true,
  identifier: true,
  name: true,
  project: { select: { id: true, name: true, color: true } },
} as const;

/** A task that time can be drafted on. */
export type DraftTaskRow = Prisma.TaskGetPayload<{ select: typeof taskColumns }>;

/** Tasks of a connection's issues; those that are gone are left out. */
export function listDraftTasks(connectionId: string, externalIds: string[], tx: Tx = db()): Promise<DraftTaskRow[]> {
  const sourceState = { in: ['live', 'archived'] };
  return tx.task.findMany({
    where: { connectionId, source: 'linear', externalId: { in: externalIds }, sourceState },
    select: taskColumns,
  });
}

const mostHandedOver = 200;

/** Issues that a sync since then saw pass from somebody, by the name at Linear, to somebody else: the last ones first. */
export async function listHandedOver(
  { connectionId, name, since }: { connectionId: string; name: string; since: Date },
  tx: Tx = db(),
): Promise<string[]> {
  // As `describeChanges` of lib/sync writes it.
  const contains = JSON.stringify({ field: 'assignee', from: name }).slice(1, -1);
  const events = await tx.taskEvent.findMany({
    where: { at: { gte: since }, changes: { contains }, task: { connectionId } },
    select: { task: { select: { externalId: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: mostHandedOver,
  });
  return [...new Set(events.flatMap(({ task }) => task.externalId ?? []))];
}

export interface LoggedRow {
  taskId: string | null;
  on: string;
  startedAt: Date | null;
  endedAt: Date | null;
  durationSeconds: number;
}

/** A person's entries that may share time with the days, running ones too, and the durations alone on them. */
export function listLogged(
  { userId, from, to }: { userId: string; from: string; to: string },
  tx: Tx = db(),
): Promise<LoggedRow[]> {
  // An entry has at most 24 hours, and none was made in a time zone that is further away than that.
  const near = { gte: addDays(from, -2), lte: addDays(to, 2) };
  return tx.timeEntry.findMany({
    where: {
      userId,
      OR: [
        { on: near, startedAt: { not: null } },
        { startedAt: { not: null }, endedAt: null },
        { on: { gte: from, lte: to }, startedAt: null },
      ],
    },
    select: { taskId: true, on: true, startedAt: true, endedAt: true, durationSeconds: true },
  });
}
