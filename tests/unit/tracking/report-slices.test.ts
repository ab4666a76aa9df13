import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/time/local-day';
import { countDays } from '@/lib/time/named-range';
import { barUnit, cutSlices, listUnits, startOfUnit, type TimeUnit } from '@/lib/tracking/reports/report-slices';

const days = fc
  .tuple(fc.nat(3_000), fc.nat(900))
  .map(([start, length]) => ({ from: addDays('2024-01-01', start), to: addDays('2024-01-01', start + length) }));
const weekStarts = fc.constantFrom(0, 1, 6);

describe('the pieces of a range', () => {
  it('follow each other without a gap and make up the whole', () => {
    fc.assert(
      fc.property(
        days,
        fc.subarray<TimeUnit>(['day', 'week', 'month'], { minLength: 1 }),
        weekStarts,
        (range, units, weekStart) => {
          const slices = cutSlices(range, units, weekStart);
          expect(slices[0]?.from).toBe(range.from);
          expect(slices.at(-1)?.to).toBe(range.to);
          for (const [at, { from, to }] of slices.entries()) {
            expect(from <= to).toBe(true);
            if (at > 0) expect(from).toBe(addDays(slices[at - 1]?.to ?? '', 1));
            expect(countDays({ from, to })).toBeLessThanOrEqual(31);
          }
        },
      ),
    );
  });

  it('lie within one of each unit, unless days are told apart', () => {
    fc.assert(
      fc.property(
        days,
        fc.subarray<TimeUnit>(['week', 'month'], { minLength: 1 }),
        weekStarts,
        (range, units, weekStart) => {
          for (const { from, to } of cutSlices(range, units, weekStart))
            for (const unit of units) expect(startOfUnit(from, unit, weekStart)).toBe(startOfUnit(to, unit, weekStart));
        },
      ),
    );
  });
});

describe('bars', () => {
  it.each([
    ['2026-11-01', '2027-01-01', 'day'],
    ['2026-11-01', '2027-01-02', 'week'],
    ['2026-01-01', '2027-01-05', 'week'],
    ['2026-01-01', '2027-01-06', 'month'],
  ])('from %s to %s are by %s', (from, to, unit) => {
    expect(barUnit({ from, to })).toBe(unit);
  });

  it('begin with the week that the first day is in', () => {
    expect(listUnits({ from: '2026-11-18', to: '2026-11-30' }, 'week', 1)).toEqual([
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
  });
});
