import type { EntryChange } from '@/lib/contracts/time-entry';
import type { TimeEntryRow } from '@/lib/db/time-entry';
import { AppError } from '@/lib/errors/app-error';
import { type Day, instantAt, localDay, localTime, toWholeSecond } from '@/lib/time/local-day';
import { daySpan, type EntrySpan, timedSpan } from './entry-span';

type SpanChange = Pick<EntryChange, 'startedAt' | 'endedAt' | 'on' | 'durationSeconds'>;

/**
 * When an entry is after a change; null when it stays. A new start takes the zone that the person is in now. Of an entry
 * with start and end, a duration alone moves the end, and a day alone moves both to the same wall time of that day.
 */
export function planSpan(row: TimeEntryRow, change: SpanChange, timeZone: string, now: Date): EntrySpan | null {
  const { startedAt, endedAt, on, durationSeconds } = change;
  if (startedAt !== undefined || endedAt !== undefined) return timed(row, change, timeZone, now);
  if (on === undefined && durationSeconds === undefined) return null;
  if (row.startedAt !== null && row.endedAt === null)
    throw refusal(on === undefined ? 'durationSeconds' : 'on', 'The timer still runs. Stop it first, or give an end.');
  if (row.startedAt === null || (on !== undefined && durationSeconds !== undefined))
    return daySpan(on ?? row.on, durationSeconds ?? row.durationSeconds, row.timeZone, now);
  if (on !== undefined) return movedSpan(row.startedAt, row, on, now);
  const end = new Date(row.startedAt.getTime() + (durationSeconds ?? row.durationSeconds) * 1000);
  const fields = { start: 'durationSeconds', end: 'durationSeconds' };
  return timedSpan(row.startedAt, end, row.timeZone, later(now, row.startedAt), fields);
}

/** The same wall time and duration on a day, in the entry's own zone; on its own day the same instants. */
export function movedSpan(
  startedAt: Date,
  { timeZone, durationSeconds }: { timeZone: string; durationSeconds: number },
  on: Day,
  now: Date,
): EntrySpan {
  const isSameDay = on === localDay(startedAt, timeZone);
  const start = isSameDay ? startedAt : instantAt(on, exactTime(startedAt, timeZone), timeZone);
  const end = new Date(start.getTime() + durationSeconds * 1000);
  return timedSpan(start, end, timeZone, now, { start: 'on', end: 'on' });
}

function timed(row: TimeEntryRow, { startedAt, endedAt }: SpanChange, timeZone: string, now: Date): EntrySpan {
  const start = startedAt === undefined ? row.startedAt : new Date(startedAt);
  const end = endedAt === undefined ? row.endedAt : new Date(endedAt);
  if (start === null) throw refusal('startedAt', 'Give a start as well.');
  if (end === null && row.startedAt === null) throw refusal('endedAt', 'Give an end as well.');
  const isNewStart = toWholeSecond(start).getTime() !== row.startedAt?.getTime();
  if (isNewStart) return timedSpan(start, end, timeZone, now);
  return timedSpan(start, end, row.timeZone, later(now, start));
}

/** A start that stays is not in the future, even if the server's clock was set back since: a timer can always be stopped. */
function later(now: Date, startedAt: Date): Date {
  return startedAt > now ? startedAt : now;
}

function exactTime(instant: Date, timeZone: string): string {
  return `${localTime(instant, timeZone)}:${instant.toISOString().slice(17, 19)}`;
}

function refusal(path: string, message: string): AppError {
  return new AppError('validation_failed', message, { errors: [{ path, message }] });
}
