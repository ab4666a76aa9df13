import { db, type Tx } from './client';
import { Prisma } from './generated/client';

export type StoredWebhook = Prisma.LinearWebhookGetPayload<object>;

export function listWebhooks(connectionId: string, tx: Tx = db()): Promise<StoredWebhook[]> {
  return tx.linearWebhook.findMany({ where: { connectionId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
}

export function getWebhook(connectionId: string, id: string, tx: Tx = db()): Promise<StoredWebhook | null> {
  return tx.linearWebhook.findFirst({ where: { id, connectionId } });
}

export function getWebhookFor(connectionId: string, target: string): Promise<StoredWebhook | null> {
  return db().linearWebhook.findUnique({ where: { connectionId_target: { connectionId, target } } });
}

/** False: there is one for the same target already, whoever made it. */
export async function createWebhook(
  webhook: Omit<StoredWebhook, 'createdAt' | 'updatedAt'>,
  tx: Tx = db(),
): Promise<boolean> {
  try {
    await tx.linearWebhook.create({ data: webhook, select: { id: true } });
    return true;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false;
    throw error;
  }
}

/** Something is about to be sent to Linear for it. False: something else is under way, or it is gone. */
export async function openWebhook(id: string, openSince: Date): Promise<boolean> {
  const { count } = await db().linearWebhook.updateMany({ where: { id, openSince: null }, data: { openSince } });
  return count === 1;
}

type OpenWebhook = Pick<StoredWebhook, 'id' | 'openSince'>;

/** False: it is gone, or somebody else has settled it. */
export async function settleWebhook(
  { id, openSince }: OpenWebhook,
  change: { secretSealed?: string } = {},
): Promise<boolean> {
  const { count } = await db().linearWebhook.updateMany({
    where: { id, openSince },
    data: { ...change, openSince: null },
  });
  return count === 1;
}

export async function deleteOpenWebhook({ id, openSince }: OpenWebhook): Promise<void> {
  await db().linearWebhook.deleteMany({ where: { id, openSince } });
}

/** Of which nobody knows what became of what was sent in this time. */
export function listOpenWebhooks({ from, to }: { from: Date; to: Date }): Promise<StoredWebhook[]> {
  return db().linearWebhook.findMany({
    where: { openSince: { gte: from, lt: to }, connection: { pausedReason: null } },
    orderBy: [{ openSince: 'asc' }, { id: 'asc' }],
  });
}

/** The id that its deliveries carry, told by one that was signed with its secret. */
export async function updateDeliversAs(id: string, deliversAs: string): Promise<void> {
  await db().linearWebhook.updateMany({ where: { id }, data: { deliversAs } });
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
      webhooks: { select: { id: true, secretSealed: true, deliversAs: true }, orderBy: { createdAt: 'desc' } },
    },
  });
}
export type PushTarget = NonNullable<Awaited<ReturnType<typeof getPushTarget>>>;
