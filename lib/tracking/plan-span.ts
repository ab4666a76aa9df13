import type { EntryChange } from '@/lib/contracts/time-entry';
import type { TimeEntryRow } from '@/lib/db/time-entry';
import { AppError } from '@/lib/errors/app-error';
import { instantAt, localTime } from '@/lib/time/local-day';
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
  if (row.startedAt === null || (on !== undefined && durationSeconds !== undefined))
    return daySpan(on ?? row.on, durationSeconds ?? row.durationSeconds, row.timeZone, now);
  if (row.endedAt === null) throw refusal('durationSeconds', 'The timer still runs. Stop it first, or give an end.');
  const start = on === undefined ? row.startedAt : instantAt(on, exactTime(row.startedAt, row.timeZone), row.timeZone);
  const seconds = durationSeconds ?? row.durationSeconds;
  return timedSpan(start, new Date(start.getTime() + seconds * 1000), row.timeZone, now);
}

function timed(row: TimeEntryRow, { startedAt, endedAt }: SpanChange, timeZone: string, now: Date): EntrySpan {
  const start = startedAt === undefined ? row.startedAt : new Date(startedAt);
  const end = endedAt === undefined ? row.endedAt : new Date(endedAt);
  if (start === null) throw refusal('startedAt', 'Give a start as well.');
  if (end === null && row.startedAt === null) throw refusal('endedAt', 'Give an end as well.');
  return timedSpan(start, end, startedAt === undefined ? row.timeZone : timeZone, now);
}

function exactTime(instant: Date, timeZone: string): string {
  return `${localTime(instant, timeZone)}:${instant.toISOString().slice(17, 19)}`;
}

function refusal(path: string, message: string): AppError {
  return new AppError('validation_failed', message, { errors: [{ path, message }] });
}
