import { db, type Tx } from './client';
import type { Prisma } from './generated/client';

export type StoredWebhook = Prisma.LinearWebhookGetPayload<object>;

export function listWebhooks(connectionId: string, tx: Tx = db()): Promise<StoredWebhook[]> {
  return tx.linearWebhook.findMany({ where: { connectionId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
}

export function getWebhook(connectionId: string, id: string, tx: Tx = db()): Promise<StoredWebhook | null> {
  return tx.linearWebhook.findFirst({ where: { id, connectionId } });
}

export async function createWebhook(
  webhook: Omit<StoredWebhook, 'createdAt' | 'updatedAt'>,
  tx: Tx = db(),
): Promise<void> {
  await tx.linearWebhook.create({ data: webhook, select: { id: true } });
}

export async function updateWebhookSecret(id: string, secretSealed: string, tx: Tx = db()): Promise<void> {
  await tx.linearWebhook.updateMany({ where: { id }, data: { secretSealed } });
}

export async function deleteWebhook(id: string, tx: Tx = db()): Promise<void> {
  await tx.linearWebhook.deleteMany({ where: { id } });
}

/** What a delivery is checked against, in one question: null when there is no such connection. */
export function getPushTarget(connectionId: string, tx: Tx = db()) {
  return tx.connection.findUnique({
    where: { id: connectionId },
    select: {
      id: true,
      workspaceId: true,
      collections: true,
      scheduleEnabled: true,
      pausedReason: true,
      webhooks: { select: { id: true, secretSealed: true } },
    },
  });
}
export type PushTarget = NonNullable<Awaited<ReturnType<typeof getPushTarget>>>;
