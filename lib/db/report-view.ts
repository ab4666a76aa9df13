import { db, type Tx } from './client';

const columns = { id: true, name: true, query: true, createdAt: true, updatedAt: true } as const;

export interface ReportViewRow {
  id: string;
  name: string;
  /** JSON, see lib/contracts/report.ts. */
  query: string;
  createdAt: Date;
  updatedAt: Date;
}

/** A person's own, by name. */
export function listReportViews(userId: string, tx: Tx = db()): Promise<ReportViewRow[]> {
  return tx.reportView.findMany({ where: { userId }, select: columns, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
}

export function getReportView(viewId: string, userId: string, tx: Tx = db()): Promise<ReportViewRow | null> {
  return tx.reportView.findFirst({ where: { id: viewId, userId }, select: columns });
}

export function createReportView(
  { now, ...view }: { id: string; userId: string; name: string; query: string; now: Date },
  tx: Tx = db(),
): Promise<ReportViewRow> {
  return tx.reportView.create({ data: { ...view, createdAt: now, updatedAt: now }, select: columns });
}

/** False when the person has no such view. */
export async function updateReportView(
  viewId: string,
  userId: string,
  { now, ...change }: { name?: string; query?: string; now: Date },
  tx: Tx = db(),
): Promise<boolean> {
  const data = { ...change, updatedAt: now };
  return (await tx.reportView.updateMany({ where: { id: viewId, userId }, data })).count > 0;
}

/** False when the person has no such view. */
export async function deleteReportView(viewId: string, userId: string, tx: Tx = db()): Promise<boolean> {
  return (await tx.reportView.deleteMany({ where: { id: viewId, userId } })).count > 0;
}
