import { addDays, type Day, localTime, startOfDay } from './local-day';

/** Something from start to end, in epoch milliseconds. */
export interface Span {
  id: string;
  start: number;
  end: number;
}

/** The part of a span that is on the line. */
export interface Block extends Span {
  /** Spans that overlap, at once or through others, stand side by side: 0 is the first column. */
  lane: number;
  lanes: number;
  /** Which others it shares time with. */
  overlaps: string[];
  /** It goes on beyond the line. */
  startsBefore: boolean;
  endsAfter: boolean;
}

export interface Stretch {
  start: number;
  end: number;
}

export interface DayLine {
  blocks: Block[];
  /** Between two spans, where there is none. */
  gaps: Stretch[];
  /** Where there is more than one. */
  overlaps: Stretch[];
}

/** A day from midnight to midnight: 23 or 25 hours long where the clock changes. */
export function dayStretch(day: Day, timeZone: string): Stretch {
  return { start: startOfDay(day, timeZone).getTime(), end: startOfDay(addDays(day, 1), timeZone).getTime() };
}

export interface HourMark {
  at: number;
  /** "02:00": twice in a night in which the clock goes back. */
  label: string;
}

const quarterHourMs = 15 * 60_000;

/** The full hours of a day, as the clock on the wall shows them. */
export function hourMarks({ start, end }: Stretch, timeZone: string): HourMark[] {
  const marks: HourMark[] = [];
  // In quarters, because a clock may change by half an hour.
  for (let at = start; at < end; at += quarterHourMs) {
    const label = localTime(new Date(at), timeZone);
    if (label.endsWith(':00')) marks.push({ at, label });
  }
  return marks;
}

/** Lays spans on a stretch of time. What does not touch it, or has no length, is left out. */
export function layDayLine(stretch: Stretch, spans: readonly Span[]): DayLine {
  const sorted = spans
    .filter(({ start, end }) => start < end && start < stretch.end && end > stretch.start)
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  const blocks: Block[] = [];
  const gaps: Stretch[] = [];
  for (const cluster of clustersOf(sorted)) {
    const laid = layCluster(cluster, stretch);
    const before = Math.max(...blocks.map(({ end }) => end));
    const start = Math.min(...laid.map((block) => block.start));
    if (blocks.length > 0 && before < start) gaps.push({ start: before, end: start });
    blocks.push(...laid);
  }
  return { blocks, gaps, overlaps: overlapsOf(blocks) };
}

/** Spans that hang together by overlapping. */
function clustersOf(sorted: readonly Span[]): Span[][] {
  const clusters: Span[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const span of sorted) {
    const last = clusters.at(-1);
    if (last && span.start < end) last.push(span);
    else clusters.push([span]);
    end = Math.max(end, span.end);
  }
  return clusters;
}

/** Each takes the first column that is free at its start. */
function layCluster(cluster: readonly Span[], stretch: Stretch): Block[] {
  const laneEnds: number[] = [];
  const laid = cluster.map((span) => {
    const free = laneEnds.findIndex((end) => end <= span.start);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = span.end;
    return { span, lane };
  });
  return laid.map(({ span, lane }) => ({
    id: span.id,
    start: Math.max(span.start, stretch.start),
    end: Math.min(span.end, stretch.end),
    lane,
    lanes: laneEnds.length,
    overlaps: cluster.filter((other) => other !== span && isOverlap(other, span)).map(({ id }) => id),
    startsBefore: span.start < stretch.start,
    endsAfter: span.end > stretch.end,
  }));
}

/** Touching is no overlap: the end is not part of a span. */
export function isOverlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

function overlapsOf(blocks: readonly Stretch[]): Stretch[] {
  const turns = blocks
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.step - b.step);
  const overlaps: Stretch[] = [];
  let depth = 0;
  let since = 0;
  for (const { at, step } of turns) {
    if (depth === 1 && step === 1) since = at;
    if (depth === 2 && step === -1 && since < at) overlaps.push({ start: since, end: at });
    depth += step;
  }
  return overlaps;
}
