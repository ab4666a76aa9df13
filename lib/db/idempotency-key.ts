import { db, type Tx } from './client';

/**
 * What a person's POST with an Idempotency-Key came to. `status` null: not answered yet; `answer` then holds the instant at
 * which a process took it on, or null when that ended in an error of ours, and it may be taken on again.
 */
export interface IdempotencyRow {
  requestHash: string;
  status: number | null;
  answer: string | null;
  createdAt: Date;
}

const columns = { requestHash: true, status: true, answer: true, createdAt: true } as const;
const byKey = (userId: string, key: string) => ({ userId_key: { userId, key } });

export function getIdempotencyKey(userId: string, key: string, tx: Tx = db()): Promise<IdempotencyRow | null> {
  return tx.idempotencyKey.findUnique({ where: byKey(userId, key), select: columns });
}

export async function createIdempotencyKey(
  userId: string,
  key: string,
  row: IdempotencyRow,
  tx: Tx = db(),
): Promise<void> {
  await tx.idempotencyKey.create({ data: { userId, key, ...row }, select: { key: true } });
}

/** One that was cleaned up meanwhile stays away. */
export async function updateIdempotencyKey(
  userId: string,
  key: string,
  update: Pick<IdempotencyRow, 'status' | 'answer'>,
  tx: Tx = db(),
): Promise<void> {
  await tx.idempotencyKey.updateMany({ where: { userId, key }, data: update });
}

export async function deleteIdempotencyKey(userId: string, key: string, tx: Tx = db()): Promise<void> {
  await tx.idempotencyKey.deleteMany({ where: { userId, key } });
}

/** Looks before it deletes: even a write that finds nothing waits for its turn. */
export async function deleteIdempotencyKeysBefore(instant: Date): Promise<void> {
  const where = { createdAt: { lt: instant } };
  const old = await db().idempotencyKey.findFirst({ where, select: { key: true } });
  if (old !== null) await db().idempotencyKey.deleteMany({ where });
}
