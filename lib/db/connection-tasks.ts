import { db, type Tx } from './client';

export async function countTasksOfConnection(
  connectionId: string,
): Promise<{ tasks: number; tasksWithTime: number; issuesWithTime: number }> {
  const [tasks, tasksWithTime, issuesWithTime] = await Promise.all([
    db().task.count({ where: { connectionId } }),
    db().task.count({ where: { connectionId, timeEntries: { some: {} } } }),
    db().timeAttachment.count({ where: { connectionId, url: { not: null } } }),
  ]);
  return { tasks, tasksWithTime, issuesWithTime };
}

/** Then also the imported projects that hold nothing any more. Hand-made tasks and anything with time stay. */
export async function deleteTasksWithoutTime(connectionId: string, tx: Tx): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM task WHERE connection_id = ${connectionId} AND NOT EXISTS (SELECT 1 FROM time_entry WHERE time_entry.task_id = task.id)`;
  await tx.project.deleteMany({
    where: { connectionId, tasks: { none: {} }, timeEntries: { none: {} }, madeEntries: { none: {} } },
  });
}
