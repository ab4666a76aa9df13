import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  instantAt,
  listDays,
  localDay,
  localTime,
  nextMidnight,
  secondsBetween,
  startOfDay,
  startOfWeek,
  toWholeSecond,
  weekdayOf,
} from '@/lib/time/local-day';

const hour = 3_600_000;
const numRuns = 1_000;
const at = (text: string) => new Date(text);

describe('a wall time', () => {
  it.each([
    // In a half or a quarter of an hour from UTC, and far on both sides of it.
    ['2026-11-20', '09:30', 'Asia/Kathmandu', '2026-11-20T03:45:00Z'],
    ['2026-11-20', '09:30', 'Asia/Kolkata', '2026-11-20T04:00:00Z'],
    ['2026-11-20', '09:30', 'America/St_Johns', '2026-11-20T13:00:00Z'],
    ['2026-11-20', '09:30', 'Pacific/Chatham', '2026-11-19T19:45:00Z'],
    ['2026-11-20', '09:30', 'Pacific/Kiritimati', '2026-11-19T19:30:00Z'],
    ['2026-11-20', '09:30', 'Pacific/Pago_Pago', '2026-11-20T20:30:00Z'],
    ['2026-11-20', '23:59:59', 'UTC', '2026-11-20T23:59:59Z'],
    ['2028-02-29', '12:00', 'Europe/Berlin', '2028-02-29T11:00:00Z'],
    // Comes twice: the first.
    ['2026-10-25', '02:00', 'Europe/Berlin', '2026-10-25T00:00:00Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2026-11-01', '01:59:59', 'America/New_York', '2026-11-01T05:59:59Z'],
    ['2026-04-05', '02:30', 'Australia/Sydney', '2026-04-04T15:30:00Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
    ['2026-11-01', '00:00', 'America/Havana', '2026-11-01T04:00:00Z'],
    // Right after what comes twice.
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00Z'],
    // Left out: as much later as the clock jumps.
    ['2026-03-29', '02:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
    ['2026-09-06', '00:30', 'America/Santiago', '2026-09-06T04:30:00Z'],
    // Samoa went over the date line and had no 30 December.
    ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00Z'],
    ['2011-12-29', '23:59:59', 'Pacific/Apia', '2011-12-30T09:59:59Z'],
    ['2011-12-31', '00:00', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ])('%s %s in %s is %s', (day, time, timeZone, expected) => {
    expect(instantAt(day, time, timeZone)).toEqual(at(expected));
  });
});

describe('a day', () => {
  it.each([
    ['2026-11-20', 'Europe/Berlin', 24],
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2026-04-05', 'Pacific/Auckland', 25],
    ['2026-09-27', 'Pacific/Auckland', 23],
    ['2018-11-04', 'America/Sao_Paulo', 23],
    ['2026-11-01', 'America/Havana', 25],
    ['2026-11-20', 'Asia/Kolkata', 24],
    ['2011-12-29', 'Pacific/Apia', 24],
    ['2011-12-30', 'Pacific/Apia', 0],
    ['2024-02-29', 'UTC', 24],
  ])('%s in %s has %f hours', (day, timeZone, hours) => {
    const length = startOfDay(addDays(day, 1), timeZone).getTime() - startOfDay(day, timeZone).getTime();
    expect(length / hour).toBe(hours);
  });

  it.each([
    ['begins at one where midnight is left out', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['begins at the first midnight where there are two', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00Z'],
    ['begins after the hour that went back over midnight', '2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00Z'],
  ])('%s', (_name, day, timeZone, expected) => {
    expect(startOfDay(day, timeZone)).toEqual(at(expected));
  });

  it.each([
    ['2026-11-20T22:59:59Z', 'Europe/Berlin', '2026-11-20', '23:59'],
    ['2026-11-20T23:00:00Z', 'Europe/Berlin', '2026-11-21', '00:00'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25', '02:30'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25', '02:30'],
    ['2026-12-31T10:00:00Z', 'Pacific/Kiritimati', '2027-01-01', '00:00'],
    ['2026-12-31T23:59:59Z', 'Pacific/Pago_Pago', '2026-12-31', '12:59'],
    ['2024-02-29T23:30:00Z', 'UTC', '2024-02-29', '23:30'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31', '00:00'],
  ])('%s in %s is on %s at %s', (instant, timeZone, day, time) => {
    expect(localDay(at(instant), timeZone)).toBe(day);
    expect(localTime(at(instant), timeZone)).toBe(time);
  });
});

describe('the next midnight', () => {
  it.each([
    ['2026-11-20T22:59:59Z', 'Europe/Berlin', '2026-11-20T23:00:00Z'],
    ['2026-11-20T23:00:00Z', 'Europe/Berlin', '2026-11-21T23:00:00Z'],
    ['2026-10-24T22:00:00Z', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
    ['2011-12-30T09:00:00Z', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    // St John's went back at one past midnight: 23:01 came again, and so did midnight.
    ['2006-10-29T02:15:00Z', 'America/St_Johns', '2006-10-29T02:30:00Z'],
    ['2006-10-29T02:45:00Z', 'America/St_Johns', '2006-10-29T03:30:00Z'],
  ])('after %s in %s is %s', (instant, timeZone, expected) => {
    expect(nextMidnight(at(instant), timeZone)).toEqual(at(expected));
  });
});

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
// Since 1980 every zone is whole quarters of an hour from UTC.
const instant = fc
  .integer({ min: Date.UTC(1980, 0, 2) / 1000, max: Date.UTC(2037, 11, 30) / 1000 })
  .map((seconds) => new Date(seconds * 1000));
const day = instant.map((date) => date.toISOString().slice(0, 10));
// Many of them near the hours at which clocks change.
const time = fc
  .oneof(
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 86_399 }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 4 * 3_600 }) },
  )
  .map((seconds) => new Date(seconds * 1000).toISOString().slice(11, 19));

/** Near the changes of a zone's clocks, where the errors live; anywhere where there are none. */
const nearChange = fc.tuple(zone, instant, fc.integer({ min: -7_200, max: 7_200 })).map(([timeZone, from, seconds]) => {
  const change = nextChange(from.getTime(), timeZone);
  return { timeZone, instant: change === null ? from : new Date(change + seconds * 1000) };
});

/** Reads clocks through Intl, by another way than the code does. */
function clock(instant: number, timeZone: string): string {
  let format = clocks.get(timeZone);
  if (format === undefined) {
    const numeric = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    const ofDay = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, ...numeric, ...ofDay });
    clocks.set(timeZone, format);
  }
  return format.format(instant);
}
const clocks = new Map<string, Intl.DateTimeFormat>();

function offset(instant: number, timeZone: string): number {
  return Date.parse(`${clock(instant, timeZone).replace(' ', 'T')}Z`) - instant;
}

/** The next change of the clocks within a year, to the second. */
function nextChange(from: number, timeZone: string): number | null {
  const before = offset(from, timeZone);
  for (let month = 1; month <= 12; month += 1) {
    let high = from + month * 30 * 24 * hour;
    if (offset(high, timeZone) === before) continue;
    let low = high - 30 * 24 * hour;
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (offset(middle, timeZone) === before) low = middle;
      else high = middle;
    }
    return high;
  }
  return null;
}

/** All instants at which clocks show this, by trying every offset that there is. */
function showing(wall: string, timeZone: string): number[] {
  const utc = Date.parse(`${wall.replace(' ', 'T')}Z`);
  const quarters = Array.from({ length: 4 * 28 }, (_, index) => utc + (index - 4 * 14.5) * (hour / 4));
  return quarters.filter((ms) => clock(ms, timeZone) === wall);
}

describe('days and wall times of any zone', () => {
  it('are what clocks there show', () => {
    fc.assert(
      fc.property(fc.oneof(nearChange, fc.record({ timeZone: zone, instant })), (given) => {
        const shown = clock(given.instant.getTime(), given.timeZone);
        expect(`${localDay(given.instant, given.timeZone)} ${localTime(given.instant, given.timeZone)}`).toBe(
          shown.slice(0, 16),
        );
      }),
      { numRuns },
    );
  });

  it('name the first instant that shows them, or the one as much later as the clock jumps', () => {
    fc.assert(
      fc.property(fc.oneof(nearChange, fc.record({ timeZone: zone, instant })), day, time, (near, anyDay, anyTime) => {
        const shown = clock(near.instant.getTime(), near.timeZone);
        for (const [on, clockTime] of [
          [localDay(near.instant, near.timeZone), shown.slice(11)],
          [localDay(near.instant, near.timeZone), anyTime],
          [anyDay, anyTime],
        ] as const) {
          const found = instantAt(on, clockTime, near.timeZone).getTime();
          const [first] = showing(`${on} ${clockTime}`, near.timeZone);
          const asBefore = Date.parse(`${on}T${clockTime}Z`) - offset(found - 30 * hour, near.timeZone);
          expect(found).toBe(first ?? asBefore);
        }
      }),
      { numRuns },
    );
  });

  it('come back to the same instant, but where the clock shows a time again', () => {
    fc.assert(
      fc.property(fc.oneof(nearChange, fc.record({ timeZone: zone, instant })), ({ instant, timeZone }) => {
        const seconds = instant.toISOString().slice(17, 19);
        const back = instantAt(localDay(instant, timeZone), `${localTime(instant, timeZone)}:${seconds}`, timeZone);
        expect(clock(back.getTime(), timeZone)).toBe(clock(instant.getTime(), timeZone));
        expect(back.getTime()).toBeLessThanOrEqual(instant.getTime());
      }),
      { numRuns },
    );
  });

  it('begin at the first instant of the day, and nowhere earlier', () => {
    fc.assert(
      fc.property(nearChange, ({ instant, timeZone }) => {
        const on = localDay(instant, timeZone);
        const start = startOfDay(on, timeZone);
        expect(localDay(start, timeZone)).toBe(on);
        expect(localDay(new Date(start.getTime() - 1000), timeZone) < on).toBe(true);
        expect(start.getTime()).toBeLessThanOrEqual(instant.getTime());
      }),
      { numRuns },
    );
  });

  it('end at a midnight that is still to come', () => {
    fc.assert(
      fc.property(fc.oneof(nearChange, fc.record({ timeZone: zone, instant })), ({ instant, timeZone }) => {
        const next = nextMidnight(instant, timeZone);
        const wait = next.getTime() - instant.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(26 * hour);
        expect(localDay(next, timeZone) > localDay(instant, timeZone)).toBe(true);
        expect(localDay(new Date(next.getTime() - 1000), timeZone) < localDay(next, timeZone)).toBe(true);
      }),
      { numRuns },
    );
  });
});

describe('the calendar', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2024-02-29', 365, '2025-02-28'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2026-03-29', 1, '2026-03-30'],
  ])('%s and %i days is %s', (from, count, to) => {
    expect(addDays(from, count)).toBe(to);
  });

  it.each([
    ['2026-11-21', 6, 1, '2026-11-16'],
    ['2026-11-21', 6, 0, '2026-11-15'],
    ['2026-11-21', 6, 6, '2026-11-21'],
    ['2026-11-22', 0, 1, '2026-11-16'],
    ['2026-11-22', 0, 0, '2026-11-22'],
    ['2026-11-23', 1, 1, '2026-11-23'],
    ['2027-01-01', 5, 1, '2026-12-28'],
    ['2024-03-01', 5, 1, '2024-02-26'],
  ])('%s is weekday %i, and in the week that starts on weekday %i it begins on %s', (on, weekday, start, first) => {
    expect(weekdayOf(on)).toBe(weekday);
    expect(startOfWeek(on, start)).toBe(first);
  });

  it('adds days as they are counted', () => {
    const count = fc.integer({ min: -5_000, max: 5_000 });
    fc.assert(
      fc.property(day, count, count, (on, a, b) => {
        expect(addDays(addDays(on, a), b)).toBe(addDays(on, a + b));
        expect(addDays(addDays(on, a), -a)).toBe(on);
        expect(addDays(on, a) < on).toBe(a < 0);
        expect(weekdayOf(addDays(on, a))).toBe((((weekdayOf(on) + a) % 7) + 7) % 7);
      }),
      { numRuns },
    );
  });

  it('has every day in one week, which starts where it should', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(0, 1, 6), (on, weekStart) => {
        const first = startOfWeek(on, weekStart);
        expect(weekdayOf(first)).toBe(weekStart);
        const week = listDays(first, addDays(first, 6));
        expect(week).toHaveLength(7);
        expect(week).toContain(on);
        expect(new Set(week.map((one) => startOfWeek(one, weekStart)))).toEqual(new Set([first]));
      }),
      { numRuns },
    );
  });

  it('lists no day of a range that ends before it starts', () => {
    expect(listDays('2026-11-21', '2026-11-20')).toEqual([]);
    expect(listDays('2026-11-21', '2026-11-21')).toEqual(['2026-11-21']);
  });
});

describe('seconds', () => {
  it('are whole, and add up over any cut', () => {
    fc.assert(
      fc.property(instant, instant, instant, (a, b, c) => {
        expect(secondsBetween(a, b) + secondsBetween(b, c)).toBe(secondsBetween(a, c));
      }),
      { numRuns },
    );
  });

  it('are never rounded up', () => {
    expect(toWholeSecond(at('2026-11-20T09:30:15.999Z'))).toEqual(at('2026-11-20T09:30:15Z'));
    expect(toWholeSecond(at('1969-12-31T23:59:59.500Z'))).toEqual(at('1969-12-31T23:59:59Z'));
  });
});
