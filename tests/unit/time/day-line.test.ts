import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayStretch, hourMarks, isOverlap, layDayLine, type Span, type Stretch } from '@/lib/time/day-line';

const minute = 60_000;
const hour = 60 * minute;
const midnight = Date.UTC(2026, 10, 20);
const day: Stretch = { start: midnight, end: midnight + 24 * hour };

/** "09:00-10:30" on the day; past 24:00 it ends on the next. */
function span(id: string, text: string): Span {
  const [start = 0, end = 0] = text.split('-').map((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return midnight + hours * hour + minutes * minute;
  });
  return { id, start, end };
}

const written = ({ start, end }: Stretch) =>
  [start, end].map((at) => new Date(at).toISOString().slice(11, 16)).join('-');

describe('the line of a day', () => {
  it('shows what lies between two entries as not tracked', () => {
    const { blocks, gaps, overlaps } = layDayLine(day, [span('b', '10:40-12:00'), span('a', '09:00-09:30')]);
    expect(blocks.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(gaps.map(written)).toEqual(['09:30-10:40']);
    expect(overlaps).toEqual([]);
  });

  it('has no gap between entries that touch, and none before the first or after the last', () => {
    expect(layDayLine(day, [span('a', '09:00-10:00'), span('b', '10:00-11:00')]).gaps).toEqual([]);
    expect(layDayLine(day, [span('a', '09:00-10:00')]).gaps).toEqual([]);
    expect(layDayLine(day, [])).toEqual({ blocks: [], gaps: [], overlaps: [] });
  });

  it('finds no gap where a longer entry runs on behind a short one', () => {
    const line = layDayLine(day, [span('long', '09:00-12:00'), span('short', '09:30-10:00'), span('c', '12:30-13:00')]);
    expect(line.gaps.map(written)).toEqual(['12:00-12:30']);
  });

  it('draws overlapping entries side by side and says with which they overlap', () => {
    const line = layDayLine(day, [span('a', '09:00-11:00'), span('b', '10:00-12:00'), span('c', '11:00-13:00')]);
    expect(line.blocks.map(({ id, lane, lanes, overlaps }) => ({ id, lane, lanes, overlaps }))).toEqual([
      { id: 'a', lane: 0, lanes: 2, overlaps: ['b'] },
      { id: 'b', lane: 1, lanes: 2, overlaps: ['a', 'c'] },
      { id: 'c', lane: 0, lanes: 2, overlaps: ['b'] },
    ]);
    expect(line.overlaps.map(written)).toEqual(['10:00-11:00', '11:00-12:00']);
  });

  it('gives an entry the whole width again after an overlap has ended', () => {
    const line = layDayLine(day, [span('a', '09:00-10:00'), span('b', '09:30-10:00'), span('c', '10:00-11:00')]);
    expect(line.blocks.map(({ lanes }) => lanes)).toEqual([2, 2, 1]);
  });

  it('cuts what comes from the day before and goes on to the next', () => {
    const line = layDayLine(day, [
      { id: 'late', start: midnight - 2 * hour, end: midnight + hour },
      span('long', '23:00-26:00'),
    ]);
    expect(
      line.blocks.map(({ startsBefore, endsAfter, ...block }) => [written(block), startsBefore, endsAfter]),
    ).toEqual([
      ['00:00-01:00', true, false],
      ['23:00-00:00', false, true],
    ]);
  });

  it('leaves out what is on another day, and what has no length', () => {
    const line = layDayLine(day, [
      { id: 'yesterday', start: midnight - hour, end: midnight },
      { id: 'tomorrow', start: day.end, end: day.end + hour },
      span('nothing', '09:00-09:00'),
      span('backwards', '10:00-09:00'),
    ]);
    expect(line.blocks).toEqual([]);
  });
});

describe('the length of a day', () => {
  it.each([
    ['2026-11-20', 'Europe/Berlin', 24],
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-03-08', 'America/New_York', 23],
    ['2026-11-01', 'America/New_York', 25],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['2024-02-29', 'UTC', 24],
  ])('of %s in %s is %d hours', (on, timeZone, hours) => {
    const { start, end } = dayStretch(on, timeZone);
    expect((end - start) / hour).toBe(hours);
  });

  it('leaves an hour out, and shows one twice, when the clock changes', () => {
    const labels = (on: string) =>
      hourMarks(dayStretch(on, 'Europe/Berlin'), 'Europe/Berlin').map(({ label }) => label.slice(0, 2));
    expect(labels('2026-03-29').slice(0, 4)).toEqual(['00', '01', '03', '04']);
    expect(labels('2026-03-29')).toHaveLength(23);
    expect(labels('2026-10-25').slice(0, 5)).toEqual(['00', '01', '02', '02', '03']);
    expect(labels('2026-10-25')).toHaveLength(25);
  });
});

describe('any entries on a day', () => {
  const anySpan = fc
    .tuple(fc.integer({ min: -600, max: 2000 }), fc.integer({ min: -10, max: 600 }))
    .map(([from, minutes]) => ({ start: midnight + from * minute, end: midnight + (from + minutes) * minute }));
  const anySpans = fc
    .array(anySpan, { maxLength: 12 })
    .map((spans) => spans.map((each, index): Span => ({ ...each, id: String(index) })));

  it('cover the time from the first to the last together with the gaps, each minute once', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const { blocks, gaps, overlaps } = layDayLine(day, spans);
        if (blocks.length === 0) return gaps.length === 0;
        const first = Math.min(...blocks.map(({ start }) => start));
        const last = Math.max(...blocks.map(({ end }) => end));
        for (let at = first; at < last; at += minute) {
          const instant = { start: at, end: at + minute };
          const depth = blocks.filter((block) => isOverlap(block, instant)).length;
          const isGap = gaps.some((gap) => isOverlap(gap, instant));
          if (isGap !== (depth === 0)) return false;
          if (overlaps.some((overlap) => isOverlap(overlap, instant)) !== depth > 1) return false;
        }
        return true;
      }),
      { numRuns: 1000 },
    );
  });

  it('never share a column at the same time, and overlap each other alike', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const { blocks } = layDayLine(day, spans);
        for (const a of blocks) {
          if (a.start < day.start || a.end > day.end || a.start >= a.end || a.lane >= a.lanes) return false;
          for (const b of blocks) {
            if (a === b) continue;
            if (a.lane === b.lane && isOverlap(a, b)) return false;
            if (isOverlap(a, b) && (!a.overlaps.includes(b.id) || a.lanes !== b.lanes)) return false;
            if (a.overlaps.includes(b.id) !== b.overlaps.includes(a.id)) return false;
          }
        }
        return true;
      }),
      { numRuns: 1000 },
    );
  });
});
