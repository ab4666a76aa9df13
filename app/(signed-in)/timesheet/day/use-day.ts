'use client';

import { useMemo } from 'react';
import { useNow } from '@/app/_ui/use-now';
import { entrySeconds, entrySpan } from '@/app/(signed-in)/_entries/entry-span';
import { useDayEntries } from '@/app/(signed-in)/_entries/use-day-entries';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { type Block, dayStretch, layDayLine, type Span, type Stretch } from '@/lib/time/day-line';
import type { Day } from '@/lib/time/local-day';

const minute = 60_000;
const none: readonly TimeEntry[] = [];

export type DayOverview = {
  /** In which the day is drawn. */
  timeZone: string;
  stretch: Stretch;
  /** Those that belong to the day: by start, and what is a duration alone last. */
  entries: TimeEntry[];
  /** All that touch the day, where they are drawn. */
  blocks: { block: Block; entry: TimeEntry }[];
  gaps: Stretch[];
  /** Entries that share a minute or more with another. */
  overlapping: ReadonlySet<string>;
  /** Running time included. */
  totalSeconds: number;
  billableSeconds: number;
  untrackedSeconds: number;
  overlapSeconds: number;
};

export function useDay({ on, userId }: { on: Day; userId: string | undefined }) {
  const { timeZone } = usePerson();
  const now = useNow();
  const query = useDayEntries({ on, userId });
  const { data = none } = query;
  const day = useMemo(() => overview(data, { on, timeZone, now }), [data, on, timeZone, now]);
  return { ...query, day };
}

type Context = { on: Day; timeZone: string; now: number };

export function overview(all: readonly TimeEntry[], { on, timeZone: own, now }: Context): DayOverview {
  const entries = all.filter((entry) => entry.on === on).sort(byStart);
  const timeZone = sharedZone(entries) ?? own;
  const stretch = dayStretch(on, timeZone);
  const spans = all.map((entry) => entrySpan(entry, now)).filter((span) => span !== null);
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  // What ends at 10:00:12 and what begins at 10:00:05 stand one below the other.
  const { blocks } = layDayLine(stretch, spans.map(toMinutes));
  const exact = layDayLine(stretch, spans);
  const ownStart = Math.min(...entries.flatMap((entry) => entrySpan(entry, now)?.start ?? []));
  const gaps = exact.gaps.filter((gap) => lengthOf(gap) >= minute && gap.start >= ownStart);
  const overlaps = exact.overlaps.filter((overlap) => lengthOf(overlap) >= minute);
  const secondsOf = (some: readonly TimeEntry[]) => some.reduce((sum, entry) => sum + entrySeconds(entry, now), 0);
  return {
    timeZone,
    stretch,
    entries,
    blocks: blocks.flatMap((block) => {
      const entry = byId.get(block.id);
      return entry ? [{ block, entry }] : [];
    }),
    gaps,
    overlapping: new Set(
      spans
        .filter((span) => overlaps.some((overlap) => span.start < overlap.end && overlap.start < span.end))
        .map(({ id }) => id),
    ),
    totalSeconds: secondsOf(entries),
    billableSeconds: secondsOf(entries.filter(({ billable }) => billable)),
    untrackedSeconds: secondsIn(gaps),
    overlapSeconds: secondsIn(overlaps),
  };
}

/** Somebody else's day, or a day on a journey, is drawn by the clocks that were on the wall there. */
function sharedZone(entries: readonly TimeEntry[]): string | null {
  const zones = new Set(entries.filter(({ startedAt }) => startedAt !== null).map(({ timeZone }) => timeZone));
  const [only = null] = zones;
  return zones.size === 1 ? only : null;
}

function toMinutes({ id, start, end }: Span): Span {
  const first = Math.floor(start / minute) * minute;
  return { id, start: first, end: Math.max(first + minute, Math.floor(end / minute) * minute) };
}

function byStart(a: TimeEntry, b: TimeEntry): number {
  if ((a.startedAt === null) !== (b.startedAt === null)) return a.startedAt === null ? 1 : -1;
  const [first, second] = [a.startedAt ?? a.createdAt, b.startedAt ?? b.createdAt];
  return Date.parse(first) - Date.parse(second) || (a.id < b.id ? -1 : 1);
}

function lengthOf({ start, end }: Stretch): number {
  return end - start;
}

function secondsIn(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, stretch) => sum + Math.round(lengthOf(stretch) / 1000), 0);
}
