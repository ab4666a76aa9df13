import { describe, expect, it } from 'vitest';
import { fileName } from '@/app/(signed-in)/reports/download';
import { hourTicks } from '@/app/(signed-in)/reports/hour-ticks';
import { estimateTotal, linesOf } from '@/app/(signed-in)/reports/report-rows';
import { rowName } from '@/app/(signed-in)/reports/report-words';
import { orderOf, type ReportSort, secondsPerPoint, sortRows } from '@/app/(signed-in)/reports/sort-rows';
import type { ReportRow } from '@/lib/contracts/report';

const row = (key: string, seconds: number, more: Partial<ReportRow> = {}): ReportRow => ({
  key,
  label: key,
  color: null,
  estimate: null,
  seconds,
  exactSeconds: seconds,
  billableSeconds: 0,
  amount: 0,
  entries: 1,
  groups: null,
  ...more,
});
const unsorted: ReportSort = { column: null, direction: 'desc' };
const keysOf = (rows: readonly ReportRow[]) => rows.map(({ key }) => key);

describe('the order of a report', () => {
  it('begins with the largest, and with the first of days', () => {
    expect(keysOf(sortRows([row('a', 60), row('b', 120)], ['project'], unsorted))).toEqual(['b', 'a']);
    const days = [row('2026-11-20', 60), row('2026-11-19', 30)];
    expect(keysOf(sortRows(days, ['day'], unsorted))).toEqual(['2026-11-19', '2026-11-20']);
    expect(orderOf('day', unsorted)).toEqual({ column: 'name', direction: 'asc' });
    expect(orderOf('task', unsorted)).toEqual({ column: 'time', direction: 'desc' });
  });

  it('orders rows within rows by the same rule', () => {
    const groups = [row('2026-11-20', 60), row('2026-11-19', 30)];
    const [sorted] = sortRows([row('a', 90, { groups })], ['project', 'day'], unsorted);
    expect(sorted?.groups?.map(({ key }) => key)).toEqual(['2026-11-19', '2026-11-20']);
  });

  it('reads numbers in names as numbers, and puts what has no name last', () => {
    const rows = [row('ENG-10', 1), row('', 9, { label: 'No task' }), row('ENG-9', 1)];
    expect(keysOf(sortRows(rows, ['task'], { column: 'name', direction: 'asc' }))).toEqual(['ENG-9', 'ENG-10', '']);
  });

  it('keeps tasks without an estimate last, whichever way the rest goes', () => {
    const rows = [row('none', 900), row('two', 60, { estimate: 2 }), row('five', 60, { estimate: 5 })];
    for (const [direction, keys] of [
      ['asc', ['two', 'five', 'none']],
      ['desc', ['five', 'two', 'none']],
    ] as const) {
      expect(keysOf(sortRows(rows, ['task'], { column: 'estimate', direction }))).toEqual(keys);
    }
  });
});

describe('the lines of a report', () => {
  const groups = [row('2026-11-19', 30), row('2026-11-20', 60)];
  const rows = [row('a', 90, { groups }), row('b', 10, { groups: [row('2026-11-20', 10)] })];
  const options = { groupBy: ['project', 'day'], total: 100, today: '2026-11-21' } as const;

  it('show what is in a row only where it is unfolded', () => {
    const names = linesOf(rows, { ...options, expanded: new Set(['a']) }).map(({ name }) => name);
    expect(names).toEqual(['a', 'Thu 19 Nov', 'Fri 20 Nov', 'b']);
    expect(linesOf(rows, { ...options, expanded: new Set() })).toHaveLength(2);
  });

  it('tell the share of the whole on both levels', () => {
    const shares = linesOf(rows, { ...options, expanded: new Set(['a', 'b']) }).map(({ share }) => share);
    expect(shares).toEqual([0.9, 0.3, 0.6, 0.1, 0.1]);
  });

  it('are named by what there is none of', () => {
    expect(rowName('label', { key: '', label: '' }, '2026-11-21')).toBe('No label');
    expect(rowName('week', { key: '2026-11-16', label: '' }, '2026-11-21')).toBe('16 to 22 Nov');
    expect(rowName('month', { key: '2026-11', label: '' }, '2026-11-21')).toBe('November 2026');
    expect(rowName('task', { key: 't1', label: 'ENG-1: Fix' }, '2026-11-21')).toBe('ENG-1: Fix');
  });
});

describe('estimate against actual', () => {
  it('is the time for each point', () => {
    expect(secondsPerPoint({ seconds: 3600, estimate: 2 })).toBe(1800);
    expect(secondsPerPoint({ seconds: 3600, estimate: 0 })).toBeNull();
    expect(secondsPerPoint({ seconds: 3600, estimate: null })).toBeNull();
  });

  it('counts in all only the tasks that have one', () => {
    const rows = [row('a', 3600, { estimate: 2 }), row('b', 1800, { estimate: 1 }), row('c', 7200)];
    expect(estimateTotal(rows, ['task'])).toEqual({ estimate: 3, perPoint: 1800 });
    expect(estimateTotal([row('c', 7200)], ['task'])).toBeNull();
    // The same task stands in many weeks: its points must not be counted for each.
    expect(estimateTotal(rows, ['week', 'task'])).toBeNull();
  });
});

describe('the scale of hours', () => {
  it('has round lines and room for the largest bar', () => {
    for (const largest of [0, 60, 900, 3601, 16 * 3600, 77 * 3600, 1234 * 3600, 9_999_999 * 3600]) {
      const ticks = hourTicks(largest);
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest);
    }
    expect(hourTicks(16 * 3600)).toEqual([0, 4, 8, 12, 16].map((hours) => hours * 3600));
  });
});

it.each([
  ['attachment; filename="report 2026.csv"', 'report 2026.csv'],
  ['attachment; filename="x.csv"; filename*=UTF-8\'\'%C3%BCber.csv', 'über.csv'],
  [null, 'report'],
])('a download with %s is saved as %s', (header, name) => {
  expect(fileName(header)).toBe(name);
});
