import { chunk } from '@/lib/kit/chunk';
import type { Tx } from './client';
import { Prisma } from './generated/client';

/** Fewer than SQLite's parameters, and seldom more than one chunk. */
const idsPerStatement = 500;

interface Move {
  /** Null: a sync moved the task. */
  actorId: string | null;
  now: Date;
}

/**
 * Takes the time of tasks along to the project that they are in now, and their places in timesheets; each entry gets a line
 * in its history. `made_in_project_id` stays as it was. Tasks without time cost a look at an index.
 */
export async function moveTime(taskIds: string[], { actorId, now }: Move, tx: Tx): Promise<void> {
  for (const ids of chunk(taskIds, idsPerStatement)) {
    const list = Prisma.join(ids);
    await tx.$executeRaw`
      INSERT INTO time_entry_event (id, entry_id, user_id, actor_id, kind, changes, at)
      SELECT lower(hex(randomblob(16))), e.id, e.user_id, ${actorId}, 'edited',
        json_array(json_object('field', 'project', 'from', old.name, 'to', new.name)), ${now}
      FROM time_entry e
      JOIN task t ON t.id = e.task_id
      JOIN project old ON old.id = e.project_id
      JOIN project new ON new.id = t.project_id
      WHERE e.task_id IN (${list}) AND e.project_id <> t.project_id`;
    await tx.$executeRaw`
      UPDATE time_entry SET project_id = t.project_id, updated_at = ${now}
      FROM task t
      WHERE time_entry.task_id IN (${list}) AND t.id = time_entry.task_id AND time_entry.project_id <> t.project_id`;
    await tx.$executeRaw`
      UPDATE timesheet_row SET project_id = t.project_id
      FROM task t
      WHERE timesheet_row.task_id IN (${list}) AND t.id = timesheet_row.task_id AND timesheet_row.project_id <> t.project_id`;
  }
}
