import { db, type Tx } from './client';
import { Prisma } from './generated/client';

/** The part of `issueTask` that says whether an issue may be written to: it is there, and in a team that is synced. */
const open = Prisma.sql`t.source_state = 'live' AND s.selected AND s.visible`;

/**
 * Tasks of a connection whose time may have changed since: by their entries' history, and by their own where it changes
 * what they may carry. What an entry left, by a move or with its end, is told by that history too.
 */
export async function listTouchedTasks(connectionId: string, since: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT t.id FROM (
      SELECT e.task_id AS id FROM time_entry_event v JOIN time_entry e ON e.id = v.entry_id WHERE v.at >= ${since}
      UNION
      SELECT json_extract(v.snapshot, '$.taskId') FROM time_entry_event v WHERE v.at >= ${since} AND v.snapshot IS NOT NULL
      UNION
      SELECT json_extract(c.value, '$.fromId') FROM time_entry_event v, json_each(v.changes) c WHERE v.at >= ${since}
      UNION
      SELECT task_id FROM task_event WHERE at >= ${since}
        AND (kind IN ('moved', 'restored') OR task_id NOT IN (SELECT task_id FROM time_attachment))
    ) x JOIN task t ON t.id = x.id WHERE t.connection_id = ${connectionId}`;
  return rows.map(({ id }) => id);
}

/** All that carry time, or that were told of it. */
export async function listTasksWithTime(connectionId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT t.id FROM task t WHERE t.connection_id = ${connectionId}
      AND (EXISTS (SELECT 1 FROM time_entry e WHERE e.task_id = t.id)
        OR EXISTS (SELECT 1 FROM time_attachment a WHERE a.task_id = t.id))`;
  return rows.map(({ id }) => id);
}

/** Those that link to another address than today's. What was given up is not among them. */
export async function listTasksLinkedElsewhere(connectionId: string, address: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT t.id FROM time_attachment a JOIN task t ON t.id = a.task_id
    JOIN team_scope s ON s.connection_id = t.connection_id AND s.external_team_id = t.external_team_id
    WHERE a.connection_id = ${connectionId} AND a.due_at IS NULL AND a.tries = 0 AND a.url <> ${address} || a.task_id AND ${open}`;
  return rows.map(({ id }) => id);
}

export interface IssueTask {
  taskId: string;
  externalId: string;
  /** Whether it may be written to. */
  isOpen: boolean;
}

export async function listIssueTasks(connectionId: string, taskIds: string[]): Promise<Map<string, IssueTask>> {
  if (taskIds.length === 0) return new Map();
  const rows = await db().$queryRaw<{ taskId: string; externalId: string; isOpen: number | bigint }[]>`
    SELECT t.id AS "taskId", t.external_id AS "externalId", (${open}) AS "isOpen" FROM task t
    LEFT JOIN team_scope s ON s.connection_id = t.connection_id AND s.external_team_id = t.external_team_id
    WHERE t.connection_id = ${connectionId} AND t.external_id IS NOT NULL AND t.id IN (${Prisma.join(taskIds)})`;
  return new Map(rows.map((row) => [row.taskId, { ...row, isOpen: Number(row.isOpen ?? 0) === 1 }]));
}

export interface PersonDay {
  taskId: string;
  userId: string;
  name: string;
  on: string;
  seconds: number;
}

/** Finished time of tasks by person and day. */
export async function listPersonDays(taskIds: string[], tx: Tx = db()): Promise<PersonDay[]> {
  if (taskIds.length === 0) return [];
  const rows = await tx.$queryRaw<(Omit<PersonDay, 'seconds'> & { seconds: number | bigint })[]>`
    SELECT e.task_id AS "taskId", e.user_id AS "userId", u.name AS "name", e."on" AS "on", SUM(e.duration_seconds) AS "seconds"
    FROM time_entry e JOIN "user" u ON u.id = e.user_id
    WHERE e.task_id IN (${Prisma.join(taskIds)}) AND (e.started_at IS NULL OR e.ended_at IS NOT NULL)
    GROUP BY e.task_id, e.user_id, e."on"`;
  return rows.map((row) => ({ ...row, seconds: Number(row.seconds) }));
}

export interface TimeOnIssuesNumbers {
  issues: number;
  waiting: number;
  failed: number;
  lastSentAt: Date | null;
}

export async function getTimeOnIssuesNumbers(connectionId: string): Promise<TimeOnIssuesNumbers> {
  const failedWhere = { connectionId, errorMessage: { not: null } };
  const [issues, waiting, failed, last] = await Promise.all([
    db().timeAttachment.count({ where: { connectionId, externalId: { not: null } } }),
    db().timeAttachment.count({ where: { connectionId, dueAt: { not: null } } }),
    db().timeAttachment.count({ where: failedWhere }),
    db().timeAttachment.aggregate({ where: { connectionId, hash: { not: null } }, _max: { sentAt: true } }),
  ]);
  return { issues, waiting, failed, lastSentAt: last._max.sentAt };
}

export interface TimeFailure {
  taskId: string;
  message: string;
  dueAt: Date | null;
  identifier: string | null;
  title: string;
}

export async function listTimeFailures(connectionId: string, limit: number): Promise<TimeFailure[]> {
  const rows = await db().timeAttachment.findMany({
    where: { connectionId, errorMessage: { not: null } },
    orderBy: [{ tries: 'desc' }, { taskId: 'asc' }],
    take: limit,
    select: { taskId: true, errorMessage: true, dueAt: true, task: { select: { identifier: true, title: true } } },
  });
  return rows.map(({ taskId, errorMessage, dueAt, task }) => ({ taskId, message: errorMessage ?? '', dueAt, ...task }));
}
