import { db, type Tx } from './client';

/** In the order of pinning. */
export async function listPinnedTaskIds(userId: string, tx: Tx = db()): Promise<string[]> {
  const pins = await tx.pinnedTask.findMany({
    where: { userId },
    orderBy: [{ pinnedAt: 'asc' }, { taskId: 'asc' }],
    select: { taskId: true },
  });
  return pins.map(({ taskId }) => taskId);
}

export async function createPinnedTask(userId: string, taskId: string, now: Date, tx: Tx = db()): Promise<void> {
  await tx.pinnedTask.create({ data: { userId, taskId, pinnedAt: now }, select: { taskId: true } });
}

export async function deletePinnedTask(userId: string, taskId: string, tx: Tx = db()): Promise<void> {
  await tx.pinnedTask.deleteMany({ where: { userId, taskId } });
}
