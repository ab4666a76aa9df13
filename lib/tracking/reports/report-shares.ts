import type { z } from 'zod';
import { type PersonActor, requireSession } from '@/lib/auth/actor';
import { hashSecretToken, makeSecretToken } from '@/lib/auth/secret-token';
import { type NewReportShare, type ReportShare, reportQuery, type reportShareInput } from '@/lib/contracts/report';
import { createReportShare, deleteReportShare, listReportShares, type ReportShareRow } from '@/lib/db/report-share';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { planReport } from './report-plan';
import { readerOf } from './report-reader';

/** Own shares, newest first; admins see everybody's. */
export async function listShares(actor: PersonActor): Promise<{ items: ReportShare[] }> {
  return { items: (await listReportShares(whose(actor))).map(toShare) };
}

/**
 * A link that shows a report to whoever has it, until it is revoked or expires. It never shows more than its maker may
 * see, and a member's never more than their own time, even if they become an admin. Not with a token: it would outlive
 * its revocation.
 */
export async function createShare(
  actor: PersonActor,
  { name, query, showsMoney, expiresAt }: z.output<typeof reportShareInput>,
  origin: string,
  now: Date,
): Promise<NewReportShare> {
  const { userId } = requireSession(actor);
  const reader = await readerOf(actor);
  planReport(reader, query, now);
  if (showsMoney && !reader.seesMoney) throw refuse('showsMoney', 'You do not see money yourself.');
  const expiry = expiresAt ? new Date(expiresAt) : null;
  if (expiry !== null && expiry <= now) throw refuse('expiresAt', 'Choose a time in the future.');
  const token = makeSecretToken();
  const row = await createReportShare({
    id: newId(now.getTime()),
    tokenHash: hashSecretToken(token),
    name,
    query: JSON.stringify(reader.seesEveryone ? query : { ...query, userId: [userId] }),
    showsMoney,
    createdById: userId,
    expiresAt: expiry,
    createdAt: now,
  });
  return { ...toShare(row), url: `${origin}/shared/${token}` };
}

/** The link is dead at once. Throws `not_found` for somebody else's, but not for admins. */
export async function revokeShare(actor: PersonActor, shareId: string): Promise<void> {
  if (!(await deleteReportShare(shareId, whose(actor)))) throw new AppError('not_found', 'There is no such share.');
}

function whose(actor: PersonActor): string | undefined {
  return actor.role === 'admin' ? undefined : actor.userId;
}

function toShare({ id, name, query, showsMoney, expiresAt, lastOpenedAt, createdBy, createdAt }: ReportShareRow) {
  return {
    id,
    name,
    query: reportQuery.parse(JSON.parse(query)),
    showsMoney,
    expiresAt: expiresAt?.toISOString() ?? null,
    lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
    createdBy: createdBy.name,
    createdAt: createdAt.toISOString(),
  };
}

function refuse(path: string, message: string): AppError {
  return new AppError('validation_failed', message, { errors: [{ path, message }] });
}
