import { inTransaction } from '@/lib/db/client';
import type { StoredConnection } from '@/lib/db/connection';
import { listTimeAttachments, moveTimeSwept, type StoredTimeAttachment, upsertDue } from '@/lib/db/time-attachment';
import {
  type IssueTask,
  listIssueTasks,
  listPersonDays,
  listTasksLinkedElsewhere,
  listTasksWithTime,
  listTouchedTasks,
} from '@/lib/db/time-on-issue';
import { chunk } from '@/lib/kit/chunk';
import { groupBy } from '@/lib/kit/group-by';
import { describeTime, type TimeContent } from './time-on-issues-content';
import { everyMs, overlapMs, settlingMs } from './time-on-issues-limits';

/** Where tasks are shown: an attachment links to this and the task's id. */
export function tasksAddress(baseUrl: string): string {
  return `${baseUrl}/tasks/`;
}

export interface WantedTime {
  issue: IssueTask;
  /** Null: it has no time, so it carries nothing. */
  content: TimeContent | null;
}

const tasksAtOnce = 500;

/** What the issues of these tasks are to carry. Those that are no issues of the connection are left out. */
export async function wantedTimes(
  connectionId: string,
  address: string,
  taskIds: string[],
): Promise<Map<string, WantedTime>> {
  const issues = await listIssueTasks(connectionId, taskIds);
  const days = groupBy(await listPersonDays([...issues.keys()]), ({ taskId }) => taskId);
  return new Map(
    [...issues].map(([taskId, issue]) => [
      taskId,
      { issue, content: describeTime(address + taskId, days.get(taskId) ?? []) },
    ]),
  );
}

/** Whether Linear has what it is to have. A row without a hash may have been sent: nobody knows. */
export function isAsWanted(row: StoredTimeAttachment | undefined, content: TimeContent | null): boolean {
  if (content === null) return row === undefined || row.url === null;
  return row !== undefined && row.hash === content.hash;
}

/** Puts down what is to be sent: what has changed since the last sweep, and everything when that is not known. */
export async function sweepTimeOnIssues(connection: StoredConnection, baseUrl: string, now: Date): Promise<void> {
  const { id, timeSweptAt } = connection;
  const address = tasksAddress(baseUrl);
  const taskIds = timeSweptAt === null ? await listTasksWithTime(id) : await listChanged(id, address, timeSweptAt);
  const due: { taskId: string; dueAt: Date }[] = [];
  for (const some of chunk(taskIds, tasksAtOnce)) {
    const rows = await listTimeAttachments(some);
    for (const [taskId, { issue, content }] of await wantedTimes(id, address, some)) {
      const row = rows.get(taskId);
      if (issue.isOpen && !isAsWanted(row, content)) due.push({ taskId, dueAt: dueAt(row, timeSweptAt, now) });
    }
  }
  // An idle connection costs no write but now and then.
  const isFresh = timeSweptAt !== null && now.getTime() - timeSweptAt.getTime() < overlapMs / 2;
  if (due.length === 0 && isFresh) return;
  await inTransaction(async (tx) => {
    if (!(await moveTimeSwept(id, timeSweptAt, now, tx))) return;
    for (const some of chunk(due, tasksAtOnce)) await upsertDue(id, some, tx);
  });
}

async function listChanged(connectionId: string, address: string, sweptAt: Date): Promise<string[]> {
  const touched = await listTouchedTasks(connectionId, new Date(sweptAt.getTime() - overlapMs));
  return [...new Set([...touched, ...(await listTasksLinkedElsewhere(connectionId, address))])];
}

function dueAt(row: StoredTimeAttachment | undefined, timeSweptAt: Date | null, now: Date): Date {
  const soon = now.getTime() + (timeSweptAt === null ? 0 : settlingMs);
  const next = row?.sentAt ? row.sentAt.getTime() + everyMs : 0;
  return new Date(Math.max(soon, next));
}
