import { describe, expect, it } from 'vitest';
import { countDays, daysOfRange, type NamedRange, nextMonth, sharedDays } from '@/lib/time/named-range';

describe('a named range', () => {
  it.each<[NamedRange, string, number, string, string]>([
    ['today', '2026-11-21', 1, '2026-11-21', '2026-11-21'],
    ['yesterday', '2026-03-01', 1, '2026-02-28', '2026-02-28'],
    ['yesterday', '2028-03-01', 1, '2028-02-29', '2028-02-29'],
    ['thisWeek', '2026-11-21', 1, '2026-11-16', '2026-11-22'],
    ['thisWeek', '2026-11-21', 0, '2026-11-15', '2026-11-21'],
    ['thisWeek', '2026-11-21', 6, '2026-11-21', '2026-11-27'],
    ['lastWeek', '2027-01-01', 1, '2026-12-21', '2026-12-27'],
    ['thisMonth', '2028-02-10', 1, '2028-02-01', '2028-02-29'],
    ['lastMonth', '2026-01-31', 1, '2025-12-01', '2025-12-31'],
    ['thisQuarter', '2026-11-21', 1, '2026-10-01', '2026-12-31'],
    ['lastQuarter', '2026-02-21', 1, '2025-10-01', '2025-12-31'],
    ['thisYear', '2026-11-21', 1, '2026-01-01', '2026-12-31'],
    ['lastYear', '2026-11-21', 1, '2025-01-01', '2025-12-31'],
  ])('%s on %s, weeks from %i, is %s to %s', (range, today, weekStart, from, to) => {
    expect(daysOfRange(range, { today, weekStart })).toEqual({ from, to });
  });

  it('counts its days across a change of the clocks', () => {
    expect(countDays({ from: '2026-03-28', to: '2026-03-30' })).toBe(3);
    expect(countDays({ from: '2026-01-01', to: '2026-12-31' })).toBe(365);
    expect(countDays({ from: '2026-11-21', to: '2026-11-21' })).toBe(1);
  });

  it('shares with another the days that are in both', () => {
    const november = { from: '2026-11-01', to: '2026-11-30' };
    const week = { from: '2026-11-30', to: '2026-12-06' };
    expect(sharedDays(november, week)).toEqual({ from: '2026-11-30', to: '2026-11-30' });
    expect(sharedDays(week, november)).toEqual({ from: '2026-11-30', to: '2026-11-30' });
    const { from, to } = sharedDays(november, { from: '2026-12-05', to: '2026-12-06' });
    expect(from > to).toBe(true);
  });

  it('goes on to the next year after December', () => {
    expect(nextMonth('2026-12-15')).toBe('2027-01-01');
  });
});
