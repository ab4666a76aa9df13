import { longestEntrySeconds } from '@/lib/contracts/values';
import { parseDuration } from '@/lib/time/duration';
import { type Day, instantAt } from '@/lib/time/local-day';
import { nextWallTime, parseClock } from '@/lib/time/wall-span';
import type { EntryFields } from './entry-fields';
import { exactWallTime } from './exact-wall-time';

type TypedTimes = Pick<EntryFields, 'kind' | 'on' | 'startedAt' | 'endedAt'>;

type FilledFrom = { shown: string; at: string };

/** The instants that the fields were filled from: of an entry that is edited, or of a gap that is to be filled. */
export type StoredTimes = { on: Day; startedAt: FilledFrom | null; endedAt: FilledFrom | null };

export function storedTimes(
  fields: TypedTimes,
  { startedAt, endedAt }: { startedAt: string | null; endedAt: string | null },
): StoredTimes {
  return {
    on: fields.on,
    startedAt: startedAt === null ? null : { shown: fields.startedAt, at: startedAt },
    endedAt: endedAt === null ? null : { shown: fields.endedAt, at: endedAt },
  };
}

export type TypedSpan = { start: Date; end: Date | null };

/**
 * The instants that the fields mean; null as long as they mean none. Until a field is changed it keeps the seconds that it
 * does not show, and of a time that comes twice in a night the one that it was filled from.
 */
export function typedSpan(fields: TypedTimes, stored: StoredTimes | null, timeZone: string): TypedSpan | null {
  if (fields.kind === 'duration' || !/^(19|2[01])\d\d-\d\d-\d\d$/.test(fields.on)) return null;
  const from = exactTime(fields.startedAt, stored?.startedAt ?? null, timeZone);
  if (from === null) return null;
  const isSameDay = stored?.on === fields.on;
  const start = isSameDay && from.kept ? from.kept : instantAt(fields.on, from.time, timeZone);
  if (fields.kind === 'running') return { start, end: null };
  const to = exactTime(fields.endedAt, stored?.endedAt ?? null, timeZone);
  if (to === null) return null;
  const kept = isSameDay ? to.kept : null;
  const canKeep = kept !== null && kept > start && kept.getTime() - start.getTime() <= longestEntrySeconds * 1000;
  return { start, end: canKeep ? kept : nextWallTime(start, to.time, timeZone) };
}

export function typedSeconds({ start, end }: TypedSpan): number | null {
  return end === null ? null : Math.round((end.getTime() - start.getTime()) / 1000);
}

/** How long the fields say it is; null as long as they do not. */
export function typedDuration(fields: EntryFields, stored: StoredTimes | null, timeZone: string): number | null {
  if (fields.kind === 'duration') return parseDuration(fields.durationSeconds) || null;
  const span = typedSpan(fields, stored, timeZone);
  return span && typedSeconds(span);
}

/** The typed time; as long as the field shows what it was filled with, to the second. */
function exactTime(
  typed: string,
  from: FilledFrom | null,
  timeZone: string,
): { time: string; kept: Date | null } | null {
  const time = parseClock(typed);
  if (time === null) return null;
  if (from === null || time !== parseClock(from.shown)) return { time, kept: null };
  const kept = new Date(from.at);
  return { time: exactWallTime(kept, timeZone), kept };
}
