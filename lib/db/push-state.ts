import { db, type Tx } from './client';
import type { Prisma } from './generated/client';

export type StoredPushState = Prisma.PushStateGetPayload<object>;

export function getPushState(connectionId: string, tx: Tx = db()): Promise<StoredPushState | null> {
  return tx.pushState.findUnique({ where: { connectionId } });
}

export async function countPushes(
  connectionId: string,
  { deliveries, repeated, dropped, at }: { deliveries: number; repeated: number; dropped: number; at: Date },
  tx: Tx,
): Promise<void> {
  await tx.pushState.upsert({
    where: { connectionId },
    create: { connectionId, deliveries, repeated, dropped, lastReceivedAt: at },
    update: {
      deliveries: { increment: deliveries },
      repeated: { increment: repeated },
      dropped: { increment: dropped },
      lastReceivedAt: at,
    },
    select: { connectionId: true },
  });
}

/** Nothing for a connection that is no more. */
export async function countRefusals(
  connectionId: string,
  { refusals, reason, at }: { refusals: number; reason: string; at: Date },
): Promise<void> {
  await db().$executeRaw`
    INSERT INTO push_state (connection_id, refusals, last_refused_at, last_refusal)
    SELECT id, ${refusals}, ${at}, ${reason} FROM connection WHERE id = ${connectionId}
    ON CONFLICT (connection_id) DO UPDATE SET refusals = push_state.refusals + excluded.refusals,
      last_refused_at = excluded.last_refused_at, last_refusal = excluded.last_refusal`;
}

export async function updatePushState(
  connectionId: string,
  change: Prisma.PushStateUncheckedUpdateManyInput,
  tx: Tx = db(),
): Promise<void> {
  await tx.pushState.updateMany({ where: { connectionId }, data: change });
}

/** A poll found what no push had told; noted also where nothing ever came. */
export async function noteMissed(connectionId: string, at: Date, tx: Tx): Promise<void> {
  await tx.pushState.upsert({
    where: { connectionId },
    create: { connectionId, missedAt: at },
    update: { missedAt: at },
    select: { connectionId: true },
  });
}
