import { longestEntrySeconds } from '@/lib/contracts/values';
import { AppError } from '@/lib/errors/app-error';
import type { ErrorCode } from '@/lib/errors/codes';
import { minutes } from '@/lib/kit/sleep';
import { type Day, localDay, secondsBetween, toWholeSecond } from '@/lib/time/local-day';

/** When an entry is: from start to end, still running (no end), or a day with a duration (neither). */
export interface EntrySpan {
  startedAt: Date | null;
  endedAt: Date | null;
  /** The local date of the start in `timeZone`. */
  on: Day;
  timeZone: string;
  /** 0 while it runs. */
  durationSeconds: number;
}

/** A browser's clock may be a little ahead of ours. */
export const clockLeewayMs = minutes(1);

/** Where a wrong start or end is told: the fields that the person gave. */
interface SpanFields {
  start: string;
  end: string;
}

/**
 * Throws `starts_in_future`, `ends_before_start`, `entry_too_long` or `ends_in_future`, each at its field. A timer may have
 * begun longer than 24 hours ago: it is ended and marked for review, not refused (docs/decisions/011-time.md).
 */
export function timedSpan(
  start: Date,
  end: Date | null,
  timeZone: string,
  now: Date,
  fields: SpanFields = { start: 'startedAt', end: 'endedAt' },
): EntrySpan {
  const startedAt = toWholeSecond(start);
  const on = localDay(startedAt, timeZone);
  const latest = now.getTime() + clockLeewayMs;
  if (startedAt.getTime() > latest) throw refusal('starts_in_future', fields.start, 'The start is in the future.');
  if (end === null) return { startedAt, endedAt: null, on, timeZone, durationSeconds: 0 };
  const endedAt = toWholeSecond(end);
  const durationSeconds = secondsBetween(startedAt, endedAt);
  if (durationSeconds <= 0) throw refusal('ends_before_start', fields.end, 'The end must be after the start.');
  if (durationSeconds > longestEntrySeconds)
    throw refusal('entry_too_long', fields.end, 'An entry has at most 24 hours.');
  if (endedAt.getTime() > latest) throw refusal('ends_in_future', fields.end, 'The end is in the future.');
  return { startedAt, endedAt, on, timeZone, durationSeconds };
}

/** A day and a duration. Throws `starts_in_future` for a day that has not come yet where its person is. */
export function daySpan(on: Day, durationSeconds: number, timeZone: string, now: Date): EntrySpan {
  if (on > localDay(now, timeZone)) throw refusal('starts_in_future', 'on', 'This day has not come yet.');
  return { startedAt: null, endedAt: null, on, timeZone, durationSeconds };
}

function refusal(code: ErrorCode, path: string, message: string): AppError {
  return new AppError(code, message, { errors: [{ path, message }] });
}
