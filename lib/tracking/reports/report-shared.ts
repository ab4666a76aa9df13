import { addressOf } from '@/lib/auth/address-of';
import { countAttempt, giveBackAttempt, perAddress } from '@/lib/auth/limit-attempts';
import { hashSecretToken } from '@/lib/auth/secret-token';
import { role, weekStart } from '@/lib/contracts/person';
import { type ExportFormat, type ReportQuery, reportQuery, type SharedReport } from '@/lib/contracts/report';
import { getReportShareByHash, type ReportShareRow, updateReportShareOpened } from '@/lib/db/report-share';
import { AppError } from '@/lib/errors/app-error';
import { minutes } from '@/lib/kit/sleep';
import { exportReport, type ReportFile } from './report-export';
import { type ReportReader, readerOf } from './report-reader';
import { summarizeReport } from './report-summary';

interface OpenShare {
  name: string;
  expiresAt: Date | null;
  query: ReportQuery;
  reader: ReportReader;
}

/**
 * What a link shows, seen with the eyes that its maker has today: a range like "this week" is theirs, a member's share
 * shows their own time, and a deactivated person's nothing. Throws `not_found`, `share_expired`, and `TooManyAttempts`
 * for whoever guesses.
 */
async function openShare(token: string, headers: Headers, now: Date): Promise<OpenShare> {
  const attempt = `share:${addressOf(headers)}`;
  countAttempt(attempt, perAddress, now);
  const share = await getReportShareByHash(hashSecretToken(token));
  if (share === null) throw unknown();
  giveBackAttempt(attempt);
  if (share.expiresAt !== null && share.expiresAt <= now)
    throw new AppError('share_expired', 'This link has expired.', { hint: askAgain });
  const query = reportQuery.parse(JSON.parse(share.query));
  const reader = await readerOfShare(share);
  const asksForOthers = query.userId?.some((userId) => userId !== reader.userId) ?? false;
  if (share.createdBy.deactivatedAt !== null || (asksForOthers && !reader.seesEveryone)) throw unknown();
  await noteOpened(share, now);
  return { name: share.name, expiresAt: share.expiresAt, query, reader };
}

export async function readSharedReport(token: string, headers: Headers, now: Date): Promise<SharedReport> {
  const { name, expiresAt, query, reader } = await openShare(token, headers, now);
  return { name, expiresAt: expiresAt?.toISOString() ?? null, report: await summarizeReport(reader, query, now) };
}

/** The table that the link shows, and never the entries behind it. */
export async function exportSharedReport(
  token: string,
  format: ExportFormat,
  headers: Headers,
  now: Date,
): Promise<ReportFile> {
  const { name, query, reader } = await openShare(token, headers, now);
  return exportReport(reader, { query, format, detail: 'summary', title: name }, now);
}

async function readerOfShare({ createdBy, showsMoney }: ReportShareRow): Promise<ReportReader> {
  const reader = await readerOf({
    userId: createdBy.id,
    role: role.parse(createdBy.role),
    timeZone: createdBy.timeZone,
    weekStart: weekStart.parse(createdBy.weekStart),
  });
  return { ...reader, seesMoney: reader.seesMoney && showsMoney };
}

/** As exact as tokens note their use: a link on many screens must not keep the database writing. */
async function noteOpened({ id, lastOpenedAt }: ReportShareRow, now: Date): Promise<void> {
  if (lastOpenedAt === null || lastOpenedAt.getTime() < now.getTime() - minutes(1))
    await updateReportShareOpened(id, now);
}

const askAgain = 'Ask whoever sent it to you for a new one.';

function unknown(): AppError {
  return new AppError('not_found', 'This link is not known: it was revoked, or copied in part.', { hint: askAgain });
}
