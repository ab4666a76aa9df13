import type { ReportSummary } from '@/lib/contracts/report';
import type { DayRange } from '@/lib/time/named-range';
import { barUnit, listUnits } from './report-slices';
import type { ReportTally } from './report-tally';

const partsShown = 8;
const other = 'other';

/** One bar for every day, week or month of the range, those without time too. What is not among the largest parts is under "other". */
export function makeBars({ bars }: ReportTally, days: DayRange, weekStart: number): ReportSummary['bars'] {
  const shown = largestParts(bars.values());
  const unit = barUnit(days);
  const items = listUnits(days, unit, weekStart).map((on) => {
    // No plain object while it is added up: a label may be called "constructor".
    const parts = new Map<string, number>();
    let seconds = 0;
    for (const [part, size] of bars.get(on) ?? []) {
      seconds += size;
      if (part === null) continue;
      const name = shown.has(part) ? part : other;
      parts.set(name, (parts.get(name) ?? 0) + size);
    }
    return { on, seconds, parts: Object.fromEntries(parts) };
  });
  return { unit, items };
}

function largestParts(bars: Iterable<Map<string | null, number>>): Set<string | null> {
  const sizes = new Map<string | null, number>();
  for (const bar of bars) for (const [part, size] of bar) sizes.set(part, (sizes.get(part) ?? 0) + size);
  const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, partsShown);
  return new Set(largest.map(([part]) => part));
}
