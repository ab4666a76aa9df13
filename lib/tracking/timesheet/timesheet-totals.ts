import type { Rounding } from '@/lib/contracts/installation';
import type { SheetEntryRow } from '@/lib/db/timesheet';
import type { Day } from '@/lib/time/local-day';
import { roundSeconds } from '@/lib/time/rounding';

/**
 * One person's time by day as reports round it: each entry, or what is on one subject at one rate on a day as a whole.
 * Only for showing; nothing rounded is stored.
 */
export function roundedByDay(entries: readonly SheetEntryRow[], rounding: Rounding): Map<Day, number> {
  const sums = new Map<string, { on: Day; seconds: number }>();
  for (const entry of entries) {
    const { on, durationSeconds } = entry;
    const key = rounding.per === 'entry' ? entry.id : wholeOf(entry);
    const sum = sums.get(key) ?? { on, seconds: 0 };
    sums.set(key, { on, seconds: sum.seconds + durationSeconds });
  }
  const days = new Map<Day, number>();
  for (const { on, seconds } of sums.values()) days.set(on, (days.get(on) ?? 0) + roundSeconds(seconds, rounding));
  return days;
}

function wholeOf({ on, taskId, projectId, madeInProjectId, billable, rate }: SheetEntryRow): string {
  return [on, taskId ?? '', projectId, madeInProjectId, billable, rate ?? ''].join(' ');
}
