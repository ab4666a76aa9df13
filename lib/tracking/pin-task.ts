import type { PersonActor } from '@/lib/auth/actor';
import { inTransaction, type Tx } from '@/lib/db/client';
import { createPinnedTask, deletePinnedTask, listPinnedTaskIds } from '@/lib/db/pinned-task';
import { getTask } from '@/lib/db/task';
import { AppError } from '@/lib/errors/app-error';

const mostPins = 50;

/** Puts a task among the person's own pinned ones. Again changes nothing. */
export async function pinTask({ userId }: PersonActor, taskId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await requireTask(taskId, tx);
    const pinned = await listPinnedTaskIds(userId, tx);
    if (pinned.includes(taskId)) return;
    if (pinned.length >= mostPins)
      throw new AppError('conflict', `You have pinned ${mostPins} tasks already.`, {
        hint: 'Unpin one that you need no longer.',
      });
    await createPinnedTask(userId, taskId, now, tx);
  });
}

export async function unpinTask({ userId }: PersonActor, taskId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await requireTask(taskId, tx);
    await deletePinnedTask(userId, taskId, tx);
  });
}

async function requireTask(taskId: string, tx: Tx): Promise<void> {
  if ((await getTask(taskId, tx)) === null) throw new AppError('not_found', 'There is no such task.');
}
