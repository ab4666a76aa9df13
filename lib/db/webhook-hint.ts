import { chunk } from '@/lib/kit/chunk';
import { db, type Tx } from './client';
import { Prisma } from './generated/client';

export type StoredHint = Prisma.WebhookHintGetPayload<object>;

export async function listHintsOf(
  connectionId: string,
  externalIds: string[],
  tx: Tx,
): Promise<Pick<StoredHint, 'kind' | 'externalId' | 'hintedAt' | 'sentAt'>[]> {
  return tx.webhookHint.findMany({
    where: { connectionId, externalId: { in: externalIds } },
    select: { kind: true, externalId: true, hintedAt: true, sentAt: true },
  });
}

const rowsPerStatement = 200;

/** A hint that waits already keeps its tries, and when it is due. */
export async function upsertHints(hints: Omit<StoredHint, 'tries'>[], tx: Tx): Promise<void> {
  for (const some of chunk(hints, rowsPerStatement)) {
    const rows = some.map(
      (h) => Prisma.sql`(${h.connectionId}, ${h.kind}, ${h.externalId}, ${h.hintedAt}, ${h.sentAt}, 0, ${h.dueAt})`,
    );
    await tx.$executeRaw`
      INSERT INTO webhook_hint (connection_id, kind, external_id, hinted_at, sent_at, tries, due_at)
      VALUES ${Prisma.join(rows)}
      ON CONFLICT (connection_id, kind, external_id) DO UPDATE SET hinted_at = excluded.hinted_at, sent_at = excluded.sent_at`;
  }
}

export function countHints(connectionId: string, tx: Tx = db()): Promise<number> {
  return tx.webhookHint.count({ where: { connectionId } });
}

/** When the connection's next try is, if reading hints has failed. */
export async function getBlockedUntil(connectionId: string, tx: Tx): Promise<Date | null> {
  const blocked = await tx.webhookHint.findFirst({
    where: { connectionId, tries: { gt: 0 } },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return blocked?.dueAt ?? null;
}

export async function hasDueHints(connectionId: string, now: Date): Promise<boolean> {
  const due = await db().webhookHint.findFirst({
    where: { connectionId, dueAt: { lte: now } },
    select: { externalId: true },
  });
  return due !== null;
}

/** Those that have waited longest first. */
export function listHints(connectionId: string, limit: number): Promise<StoredHint[]> {
  return db().webhookHint.findMany({ where: { connectionId }, orderBy: { sentAt: 'asc' }, take: limit });
}

/** Only as they were read: one that was named again meanwhile stays. */
export async function deleteHints(connectionId: string, hints: StoredHint[], tx: Tx): Promise<void> {
  for (const some of chunk(hints, rowsPerStatement)) {
    const rows = some.map((h) => Prisma.sql`(${h.kind}, ${h.externalId}, ${h.hintedAt})`);
    await tx.$executeRaw`
      DELETE FROM webhook_hint WHERE connection_id = ${connectionId}
      AND (kind, external_id, hinted_at) IN (VALUES ${Prisma.join(rows)})`;
  }
}

/** What waits is not read before `until`. `isFailed`: because it was tried in vain. */
export async function postponeHints(
  connectionId: string,
  until: Date,
  isFailed: boolean,
  tx: Tx = db(),
): Promise<void> {
  await tx.webhookHint.updateMany({
    where: { connectionId, ...(isFailed ? {} : { dueAt: { lt: until } }) },
    data: { dueAt: until, ...(isFailed ? { tries: { increment: 1 } } : {}) },
  });
}

/** Answers how many. */
export async function deleteTriedHints(connectionId: string, tries: number, tx: Tx = db()): Promise<number> {
  const { count } = await tx.webhookHint.deleteMany({ where: { connectionId, tries: { gte: tries } } });
  return count;
}

export async function getMostTries(connectionId: string, tx: Tx = db()): Promise<number> {
  const { _max } = await tx.webhookHint.aggregate({ where: { connectionId }, _max: { tries: true } });
  return _max.tries ?? 0;
}

const isAwake = { scheduleEnabled: true, pausedReason: null };

export async function listConnectionsWithDueHints(now: Date): Promise<string[]> {
  const due = await db().webhookHint.groupBy({
    by: ['connectionId'],
    where: { dueAt: { lte: now }, connection: isAwake },
  });
  return due.map(({ connectionId }) => connectionId);
}

/** When the next hint is due that is not due yet. */
export async function getNextDue(now: Date): Promise<Date | null> {
  const next = await db().webhookHint.findFirst({
    where: { dueAt: { gt: now }, connection: isAwake },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return next?.dueAt ?? null;
}
