import { db, type Tx } from './client';

/** Ends the person's sessions, but the one that is `kept`. */
export async function deleteSessions(userId: string, kept: string | null, tx: Tx = db()): Promise<void> {
  await tx.session.deleteMany({ where: { userId, ...(kept === null ? {} : { id: { not: kept } }) } });
}

export async function deleteExpiredSessions(now: Date, tx: Tx = db()): Promise<void> {
  await tx.session.deleteMany({ where: { expiresAt: { lt: now } } });
}
