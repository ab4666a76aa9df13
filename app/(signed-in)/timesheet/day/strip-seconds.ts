import { entrySeconds } from '@/app/(signed-in)/_entries/entry-span';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Day } from '@/lib/time/local-day';

/** Finished time by day with what runs on top, on the day of its start: as the day itself counts it. */
export function stripSeconds(
  finished: readonly { on: Day; seconds: number }[],
  running: readonly TimeEntry[],
  now: number,
): Map<Day, number> {
  const seconds = new Map(finished.map((day) => [day.on, day.seconds]));
  for (const entry of running) seconds.set(entry.on, (seconds.get(entry.on) ?? 0) + entrySeconds(entry, now));
  return seconds;
}
