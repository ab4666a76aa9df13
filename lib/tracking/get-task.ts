import type { PersonActor } from '@/lib/auth/actor';
import type { Task } from '@/lib/contracts/task';
import { getTask as getTaskRow, listTaskIdsByIdentifier } from '@/lib/db/task';
import { AppError } from '@/lib/errors/app-error';
import { toTasks } from './to-task';

export async function getTask(_actor: PersonActor, taskId: string): Promise<Task> {
  const row = await getTaskRow(taskId);
  const [task] = row === null ? [] : await toTasks([row]);
  if (task === undefined) throw new AppError('not_found', 'There is no such task.');
  return task;
}

/** Whatever its state. An identifier of today wins over one of the past. */
export async function getTaskByIdentifier(actor: PersonActor, identifier: string): Promise<Task> {
  const [taskId] = await listTaskIdsByIdentifier([identifier.toUpperCase()]);
  if (taskId === undefined) throw new AppError('not_found', 'No task has or had this identifier.');
  return getTask(actor, taskId);
}
