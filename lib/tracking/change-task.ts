import type { PersonActor } from '@/lib/auth/actor';
import type { Task, TaskChange } from '@/lib/contracts/task';
import { inTransaction } from '@/lib/db/client';
import { moveTime } from '@/lib/db/moved-time';
import { getTask as getTaskRow, updateTask } from '@/lib/db/task';
import { createTaskEvent } from '@/lib/db/task-event';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { chooseProject } from './choose-project';
import { getTask } from './get-task';
import { planEdit } from './plan-edit';
import { refuseSyncedFields } from './refuse-synced-fields';

/**
 * Changes a task and writes what changed into its history, both or neither. Everyone may, members too: notes and billable
 * of an imported task (anything else throws `synced_field`), everything of a hand-made one, whose time moves with it. What
 * is as wanted already changes nothing.
 */
export async function changeTask(actor: PersonActor, taskId: string, change: TaskChange, now: Date): Promise<Task> {
  await inTransaction(async (tx) => {
    const task = await getTaskRow(taskId, tx);
    if (task === null) throw new AppError('not_found', 'There is no such task.');
    if (task.source !== 'manual') refuseSyncedFields('task', change, ['notes', 'billable']);
    const moves = change.projectId !== undefined && change.projectId !== task.project.id;
    const target = moves ? await chooseProject(change.projectId ?? '', tx) : null;
    const { update, changes } = planEdit(task, change, target);
    if (changes.length === 0) return;
    await updateTask(taskId, update, now, tx);
    if (moves) await moveTime([taskId], { actorId: actor.userId, now }, tx);
    const id = newId(now.getTime());
    await createTaskEvent(
      { id, taskId, userId: actor.userId, kind: 'edited', changes: JSON.stringify(changes), at: now },
      tx,
    );
  });
  return getTask(actor, taskId);
}
