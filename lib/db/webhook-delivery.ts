import { db, type Tx } from './client';
import { Prisma } from './generated/client';

export type StoredDelivery = Prisma.WebhookDeliveryGetPayload<object>;

/** Answers the ids of those that are new: known by neither their id nor their content. One statement, for many that come at once. */
export async function createDeliveries(deliveries: StoredDelivery[], tx: Tx): Promise<Set<string>> {
  const rows = deliveries.map(
    (d) =>
      Prisma.sql`(${d.connectionId}, ${d.deliveryId}, ${d.bodyHash}, ${d.type}, ${d.action}, ${d.externalId}, ${d.sentAt}, ${d.receivedAt})`,
  );
  const made = await tx.$queryRaw<{ body_hash: string }[]>`
    INSERT INTO webhook_delivery (connection_id, delivery_id, body_hash, type, action, external_id, sent_at, received_at)
    VALUES ${Prisma.join(rows)} ON CONFLICT DO NOTHING RETURNING body_hash`;
  return new Set(made.map(({ body_hash }) => body_hash));
}

export function listDeliveries(connectionId: string, limit: number): Promise<StoredDelivery[]> {
  return db().webhookDelivery.findMany({ where: { connectionId }, orderBy: { receivedAt: 'desc' }, take: limit });
}

/** Looks before it deletes: even a write that finds nothing waits for its turn. */
export async function deleteDeliveriesBefore(connectionId: string, instant: Date): Promise<void> {
  const where = { connectionId, receivedAt: { lt: instant } };
  const old = await db().webhookDelivery.findFirst({ where, select: { deliveryId: true } });
  if (old !== null) await db().webhookDelivery.deleteMany({ where });
}
