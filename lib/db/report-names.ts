import { chunk } from '@/lib/kit/chunk';
import { db, type Tx } from './client';

const atOnce = 500;

/** In no order; who is not there any more is left out. */
export async function listTaskNames(
  taskIds: string[],
  tx: Tx = db(),
): Promise<{ id: string; name: string; estimate: number | null }[]> {
  const found = [];
  for (const ids of chunk(taskIds, atOnce)) {
    const select = { id: true, name: true, estimate: true } as const;
    found.push(...(await tx.task.findMany({ where: { id: { in: ids } }, select })));
  }
  return found;
}

export function listPersonNames(tx: Tx = db()): Promise<{ id: string; name: string }[]> {
  return tx.user.findMany({ select: { id: true, name: true } });
}

export function listProjectColors(tx: Tx = db()): Promise<{ id: string; name: string; color: string }[]> {
  return tx.project.findMany({ select: { id: true, name: true, color: true } });
}
