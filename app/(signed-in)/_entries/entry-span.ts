import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Span } from '@/lib/time/day-line';

/** From start to end, or to `now` while it runs; null for a duration alone. */
export function entrySpan({ id, startedAt, endedAt }: TimeEntry, now: number): Span | null {
  if (startedAt === null) return null;
  const start = Date.parse(startedAt);
  return { id, start, end: endedAt === null ? Math.max(now, start) : Date.parse(endedAt) };
}

/** Whole seconds; of one that runs, those until `now`. */
export function entrySeconds(entry: TimeEntry, now: number): number {
  const isRunning = entry.startedAt !== null && entry.endedAt === null;
  if (!isRunning) return entry.durationSeconds;
  return Math.max(0, Math.floor((now - Date.parse(entry.startedAt ?? '')) / 1000));
}
