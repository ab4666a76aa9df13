import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDays } from '@/app/(signed-in)/reports/format-days';
import { nameOf, shiftDays, wholeMonths } from '@/app/(signed-in)/reports/report-range';
import { reportRanges } from '@/lib/contracts/values';
import { addDays } from '@/lib/time/local-day';
import { countDays, daysOfRange } from '@/lib/time/named-range';

const today = '2026-11-21';
const calendar = { today, weekStart: 1 };
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1999-12-31', count));
const anyDays = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 800 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));

describe('the range before and after', () => {
  it('goes from named range to named range', () => {
    expect(shiftDays(daysOfRange('thisWeek', calendar), -1)).toEqual(daysOfRange('lastWeek', calendar));
    expect(shiftDays(daysOfRange('thisMonth', calendar), -1)).toEqual(daysOfRange('lastMonth', calendar));
    expect(shiftDays(daysOfRange('thisQuarter', calendar), -1)).toEqual(daysOfRange('lastQuarter', calendar));
    expect(shiftDays(daysOfRange('thisYear', calendar), -1)).toEqual(daysOfRange('lastYear', calendar));
    expect(shiftDays(daysOfRange('today', calendar), -1)).toEqual(daysOfRange('yesterday', calendar));
  });

  it.each([
    [
      { from: '2028-02-01', to: '2028-02-29' },
      { from: '2028-01-01', to: '2028-01-31' },
    ],
    [
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2025-12-01', to: '2025-12-31' },
    ],
    [
      { from: '2026-11-09', to: '2026-11-22' },
      { from: '2026-10-26', to: '2026-11-08' },
    ],
    [
      { from: '2026-01-01', to: '2026-02-28' },
      { from: '2025-11-01', to: '2025-12-31' },
    ],
  ])('of %j is %j', (days, before) => {
    expect(shiftDays(days, -1)).toEqual(before);
    expect(shiftDays(before, 1)).toEqual(days);
  });

  it('leaves no day out and counts none twice', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const after = shiftDays(days, 1);
        expect(after.from).toBe(addDays(days.to, 1));
        expect(shiftDays(days, -1).to).toBe(addDays(days.from, -1));
        // Days that happen to end on whole months go on by months from there.
        if (wholeMonths(after) === wholeMonths(days)) expect(shiftDays(after, -1)).toEqual(days);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps as many months, or else as many days', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const after = shiftDays(days, 1);
        if (wholeMonths(days) === 0) expect(countDays(after)).toBe(countDays(days));
        else expect(wholeMonths(after)).toBe(wholeMonths(days));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the name of days', () => {
  it('is found for each named range on each day of the week', () => {
    for (const range of reportRanges) {
      const days = daysOfRange(range, calendar);
      const name = nameOf(days, calendar);
      expect(name && daysOfRange(name, calendar)).toEqual(days);
    }
    expect(nameOf({ from: '2026-11-20', to: '2026-11-23' }, calendar)).toBeNull();
  });

  it.each([
    ['2026-11-20', '2026-11-20', 'Fri 20 Nov'],
    ['2025-11-20', '2025-11-20', 'Thu 20 Nov 2025'],
    ['2026-11-16', '2026-11-22', '16 to 22 Nov'],
    ['2026-09-28', '2026-10-04', '28 Sep to 4 Oct'],
    ['2025-09-28', '2025-10-04', '28 Sep to 4 Oct 2025'],
    ['2025-12-29', '2026-01-04', '29 Dec 2025 to 4 Jan 2026'],
    ['2028-02-01', '2028-02-29', 'February 2028'],
    ['2026-10-01', '2026-12-31', 'Q4 2026'],
    ['2026-11-01', '2027-01-31', '1 Nov 2026 to 31 Jan 2027'],
    ['2025-01-01', '2025-12-31', '2025'],
  ])('from %s to %s is said as "%s"', (from, to, said) => {
    expect(formatDays({ from, to }, today)).toBe(said);
  });
});
