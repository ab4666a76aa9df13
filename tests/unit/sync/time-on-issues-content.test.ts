import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonDay } from '@/lib/db/time-on-issue';
import { must } from '@/lib/kit/must';
import { describeTime, isOurs, isoWeek, shortDuration } from '@/lib/sync/time-on-issues/time-on-issues-content';

const url = 'https://time.example.com/tasks/1';
const day = (name: string, seconds: number, on = '2026-11-20', userId = name): PersonDay => ({
  taskId: '1',
  userId,
  name,
  on,
  seconds,
});
const tell = (days: PersonDay[]) => must(describeTime(url, days));

describe('what an issue is told of its time', () => {
  it('names people by their first names, the busiest first', () => {
    expect(tell([day('Bruno Castellan', 4_200), day('Ada Whitfield', 7_800)])).toMatchObject({
      title: '3h 20m tracked',
      subtitle: 'Ada 2h 10m, Bruno 1h 10m',
    });
  });

  it('names people whole whose first names are the same', () => {
    expect(tell([day('Ada Whitfield', 7_200), day('Ada Berg', 3_600), day('Bruno C', 60)]).subtitle).toBe(
      'Ada Whitfield 2h, Ada Berg 1h, Bruno 1m',
    );
  });

  it('names three and counts the others', () => {
    const days = ['Ada', 'Bruno', 'Chiara', 'Dan', 'Eve'].map((name, place) => day(name, 3_600 * (5 - place)));
    expect(tell(days).subtitle).toBe('Ada 5h, Bruno 4h, Chiara 3h, 2 others 3h');
  });

  it('sums up by person and ISO week, the week of a year’s end by its Thursday', () => {
    const { metadata } = tell([
      day('Ada', 60, '2026-12-28'),
      day('Ada', 120, '2027-01-03'),
      day('Ada', 240, '2027-01-04'),
    ]);
    expect(metadata).toEqual({ source: 'trackline', seconds: 420, 'Ada 2026-W53': 180, 'Ada 2027-W01': 240 });
    expect(isOurs(metadata)).toBe(true);
  });

  it('says nothing where there is no time', () => {
    expect(describeTime(url, [])).toBeNull();
    expect(describeTime(url, [day('Ada', 0)])).toBeNull();
  });

  it('is another content under another address', () => {
    const other = must(describeTime('https://other.example.com/tasks/1', [day('Ada', 60)]));
    expect(other.hash).not.toBe(tell([day('Ada', 60)]).hash);
  });

  it('is the same whatever the order of what it is made of', () => {
    const days = fc.array(
      fc.record({ who: fc.nat({ max: 3 }), seconds: fc.integer({ min: 1, max: 9_999 }), on: fc.nat({ max: 400 }) }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(days, (drawn) => {
        const made = drawn.map(({ who, seconds, on }) =>
          day(`Person ${who}`, seconds, new Date(Date.UTC(2026, 0, 1 + on)).toISOString().slice(0, 10)),
        );
        expect(tell(made.toReversed()).hash).toBe(tell(made).hash);
      }),
    );
  });

  it('stays small and whole, however long the history and however many the people', () => {
    const days = Array.from({ length: 40_000 }, (_, place) =>
      day(
        `${'Long name '.repeat(20)}${place % 200}`,
        60,
        new Date((place * 86_400_000) / 20).toISOString().slice(0, 10),
        `${place % 200}`,
      ),
    );
    const { metadata, subtitle } = tell(days);
    expect(JSON.stringify(metadata).length).toBeLessThan(10_000);
    expect(must(subtitle).length).toBeLessThan(200);
    const { source: _, seconds, ...shares } = metadata;
    expect(Object.values(shares).reduce<number>((sum, each) => sum + Number(each), 0)).toBe(seconds);
  });
});

it.each([
  ['2026-01-01', '2026-W01'],
  ['2025-12-29', '2026-W01'],
  ['2027-01-03', '2026-W53'],
  ['2024-12-30', '2025-W01'],
  ['2026-11-21', '2026-W47'],
])('%s is in week %s', (on, week) => {
  expect(isoWeek(on)).toBe(week);
});

it.each([
  [20, 'under 1m'],
  [2_700, '45m'],
  [7_200, '2h'],
  [12_059, '3h 20m'],
  [360_000, '100h'],
])('%i seconds are %s', (seconds, text) => {
  expect(shortDuration(seconds)).toBe(text);
});
