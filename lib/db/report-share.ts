import { db, type Tx } from './client';
import type { Prisma } from './generated/client';

const columns = {
  id: true,
  name: true,
  query: true,
  showsMoney: true,
  expiresAt: true,
  lastOpenedAt: true,
  createdAt: true,
  createdBy: {
    select: { id: true, name: true, role: true, timeZone: true, weekStart: true, deactivatedAt: true },
  },
} as const;

export type ReportShareRow = Prisma.ReportShareGetPayload<{ select: typeof columns }>;

/** Newest first, the expired ones too; without `createdById` everybody's. */
export function listReportShares(createdById: string | undefined, tx: Tx = db()): Promise<ReportShareRow[]> {
  return tx.reportShare.findMany({
    where: createdById === undefined ? {} : { createdById },
    select: columns,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}

export function getReportShareByHash(tokenHash: string, tx: Tx = db()): Promise<ReportShareRow | null> {
  return tx.reportShare.findUnique({ where: { tokenHash }, select: columns });
}

export interface NewReportShareRow {
  id: string;
  tokenHash: string;
  name: string;
  query: string;
  showsMoney: boolean;
  createdById: string;
  expiresAt: Date | null;
  createdAt: Date;
}

export function createReportShare(share: NewReportShareRow, tx: Tx = db()): Promise<ReportShareRow> {
  return tx.reportShare.create({ data: share, select: columns });
}

export async function updateReportShareOpened(shareId: string, now: Date, tx: Tx = db()): Promise<void> {
  await tx.reportShare.updateMany({ where: { id: shareId }, data: { lastOpenedAt: now } });
}

/** False when there is none; with `createdById` only one of theirs. */
export async function deleteReportShare(
  shareId: string,
  createdById: string | undefined,
  tx: Tx = db(),
): Promise<boolean> {
  const where = { id: shareId, ...(createdById === undefined ? {} : { createdById }) };
  return (await tx.reportShare.deleteMany({ where })).count > 0;
}
