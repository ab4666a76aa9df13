import type { TimeEntry } from '@/lib/contracts/time-entry';
import { longestEntrySeconds } from '@/lib/contracts/values';
import { parseDuration } from '@/lib/time/duration';
import { instantAt, localTime } from '@/lib/time/local-day';
import { nextWallTime, parseClock } from '@/lib/time/wall-span';
import type { EntryFields } from './entry-fields';

type TypedTimes = Pick<EntryFields, 'kind' | 'on' | 'startedAt' | 'endedAt'>;

export type TypedSpan = { start: Date; end: Date | null };

/**
 * The instants that the fields mean; null as long as they mean none. An entry that is edited keeps the seconds that its
 * fields do not show, and of a time that comes twice in a night the one that it had, until they are changed.
 */
export function typedSpan(fields: TypedTimes, entry: TimeEntry | null, timeZone: string): TypedSpan | null {
  if (fields.kind === 'duration' || fields.on === '') return null;
  const from = exactTime(fields.startedAt, entry?.startedAt ?? null, timeZone);
  if (from === null) return null;
  const isSameDay = entry?.on === fields.on;
  const start =
    isSameDay && from.isKept && entry?.startedAt
      ? new Date(entry.startedAt)
      : instantAt(fields.on, from.time, timeZone);
  if (fields.kind === 'running') return { start, end: null };
  const to = exactTime(fields.endedAt, entry?.endedAt ?? null, timeZone);
  if (to === null) return null;
  const kept = isSameDay && to.isKept && entry?.endedAt ? new Date(entry.endedAt) : null;
  const canKeep = kept !== null && kept > start && kept.getTime() - start.getTime() <= longestEntrySeconds * 1000;
  return { start, end: canKeep ? kept : nextWallTime(start, to.time, timeZone) };
}

export function typedSeconds({ start, end }: TypedSpan): number | null {
  return end === null ? null : Math.round((end.getTime() - start.getTime()) / 1000);
}

/** How long the fields say it is; null as long as they do not. */
export function typedDuration(fields: EntryFields, entry: TimeEntry | null, timeZone: string): number | null {
  if (fields.kind === 'duration') return parseDuration(fields.durationSeconds) || null;
  const span = typedSpan(fields, entry, timeZone);
  return span && typedSeconds(span);
}

/** The typed time, or the stored one to the second where the field shows it. */
function exactTime(typed: string, stored: string | null, timeZone: string): { time: string; isKept: boolean } | null {
  const time = parseClock(typed);
  if (time === null) return null;
  if (stored === null || time !== localTime(new Date(stored), timeZone)) return { time, isKept: false };
  return { time: `${time}:${stored.slice(17, 19)}`, isKept: true };
}
