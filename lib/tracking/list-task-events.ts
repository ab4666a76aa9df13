import type { PersonActor } from '@/lib/auth/actor';
import { type TaskEvent, taskEvent } from '@/lib/contracts/task';
import { getTask } from '@/lib/db/task';
import { type EventPosition, listTaskEvents as listEventRows } from '@/lib/db/task-event';
import { AppError } from '@/lib/errors/app-error';
import { decodeCursor, encodeCursor } from './cursor';

const order = 'newest';

/** The history of a task, newest first: what syncs and people changed. */
export async function listTaskEvents(
  _actor: PersonActor,
  taskId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: TaskEvent[]; nextCursor: string | null }> {
  if ((await getTask(taskId)) === null) throw new AppError('not_found', 'There is no such task.');
  const rows = await listEventRows(taskId, readPosition(page.cursor), page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => ({
      ...row,
      kind: taskEvent.shape.kind.parse(row.kind),
      changes: JSON.parse(row.changes),
      at: row.at.toISOString(),
    })),
    nextCursor: last === undefined ? null : encodeCursor(order, [last.at, last.id]),
  };
}

function readPosition(cursor: string | undefined): EventPosition | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, order, ['instant', 'text']) ?? [];
  return at instanceof Date && typeof id === 'string' ? { at, id } : null;
}
