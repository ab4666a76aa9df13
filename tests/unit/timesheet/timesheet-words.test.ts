import { getISOWeek } from 'date-fns';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copiedWords } from '@/app/(signed-in)/timesheet/copied-words';
import { roundingWords } from '@/app/(signed-in)/timesheet/rounding-words';
import { dayName, shortDay, weekName, weekNumber } from '@/app/(signed-in)/timesheet/week-words';
import { addDays, startOfWeek } from '@/lib/time/local-day';

test.each([
  ['2026-11-16', '16 to 22 Nov 2026', 47],
  ['2026-11-30', '30 Nov to 6 Dec 2026', 49],
  ['2026-12-28', '28 Dec 2026 to 3 Jan 2027', 53],
  ['2027-01-04', '4 to 10 Jan 2027', 1],
  ['2028-02-28', '28 Feb to 5 Mar 2028', 9],
  ['2026-09-07', '7 to 13 Sep 2026', 37],
])('the week of %s is "%s", number %i', (weekOn, name, number) => {
  expect(weekName(weekOn)).toBe(name);
  expect(weekNumber(weekOn)).toBe(number);
});

test('numbers weeks as ISO 8601 does, wherever they start', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(0, 1, 6), (days, weekStart) => {
      const weekOn = startOfWeek(addDays('1990-01-01', days), weekStart);
      const thursday = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(weekOn, n)).find((on) => dayName(on).startsWith('Thu'));
      const [year = 0, month = 1, day = 1] = (thursday ?? '').split('-').map(Number);
      expect(weekNumber(weekOn)).toBe(getISOWeek(new Date(year, month - 1, day)));
    }),
    { numRuns: 1000 },
  );
});

test('names days', () => {
  expect(dayName('2026-11-21')).toBe('Saturday 21 November');
  expect(shortDay('2026-11-21')).toEqual({ weekday: 'Sat', date: '21' });
});

test.each([
  ['rows', { rows: 3, entries: 0, skipped: 0 }, '3 rows copied.'],
  ['rows', { rows: 0, entries: 0, skipped: 0 }, 'No rows to copy from last week.'],
  ['hours', { rows: 1, entries: 1, skipped: 0 }, '1 time entry copied.'],
  ['hours', { rows: 0, entries: 0, skipped: 0 }, 'No hours to copy from last week.'],
  [
    'hours',
    { rows: 2, entries: 12, skipped: 1 },
    '12 time entries copied. 1 cell skipped: the day has time already, is locked, or has not come yet.',
  ],
  [
    'hours',
    { rows: 0, entries: 0, skipped: 4 },
    'Nothing copied. 4 cells skipped: the day has time already, is locked, or has not come yet.',
  ],
] as const)('says what copying %s came to', (what, copied, words) => {
  expect(copiedWords({ ...copied, entryIds: [] }, what)).toBe(words);
});

test('says how reports round, where they do', () => {
  expect(roundingWords({ mode: 'none', minutes: 15, per: 'entry' })).toBeNull();
  expect(roundingWords({ mode: 'up', minutes: 15, per: 'entry' })).toBe('In reports: each entry up to 15 min');
  expect(roundingWords({ mode: 'nearest', minutes: 6, per: 'day' })).toBe('In reports: each day of a task to 6 min');
});
