import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay, localTime } from '@/lib/time/local-day';
import { nextWallTime, parseClock, wallSpan } from '@/lib/time/wall-span';

const hour = 3_600_000;
const berlin = 'Europe/Berlin';

describe('a typed time of day', () => {
  it.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['2130', '21:30'],
    ['9:30', '09:30'],
    ['9:5', '09:05'],
    ['9.30', '09:30'],
    ['9,30', '09:30'],
    ['9h30', '09:30'],
    ['9h', '09:00'],
    [' 9:30 ', '09:30'],
    ['9:30:15', '09:30:15'],
    ['9:30:00', '09:30'],
    ['9pm', '21:00'],
    ['9:30 PM', '21:30'],
    ['9:30 p.m.', '21:30'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['0', '00:00'],
    ['24:00', '00:00'],
    ['24', '00:00'],
  ])('reads %j as %j', (text, time) => expect(parseClock(text)).toBe(time));

  it.each(['', 'now', '25', '9:60', '24:01', '9:30:60', '13pm', '0am', '-9', '9:30:1', '12345', '9 30', '9:'])(
    'refuses %j',
    (text) => expect(parseClock(text)).toBeNull(),
  );

  it('reads back every time that is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        const time = localTime(new Date(minutes * 60_000), 'UTC');
        return parseClock(time) === time && parseClock(time.replace(':', '')) === time;
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a start and an end by the clock', () => {
  it.each([
    ['2026-11-20', '09:00', '10:30', '2026-11-20T08:00:00.000Z', '2026-11-20T09:30:00.000Z', '2026-11-20'],
    // An end before the start is on the next day.
    ['2026-11-20', '23:00', '01:00', '2026-11-20T22:00:00.000Z', '2026-11-21T00:00:00.000Z', '2026-11-21'],
    ['2026-12-31', '23:00', '00:00', '2026-12-31T22:00:00.000Z', '2026-12-31T23:00:00.000Z', '2027-01-01'],
    ['2024-02-28', '23:30', '00:30', '2024-02-28T22:30:00.000Z', '2024-02-28T23:30:00.000Z', '2024-02-29'],
    // The clock jumps from 2 to 3: three hours by the clock are two.
    ['2026-03-29', '01:00', '04:00', '2026-03-29T00:00:00.000Z', '2026-03-29T02:00:00.000Z', '2026-03-29'],
    // The clock goes back from 3 to 2: of two half past two, the first.
    ['2026-10-25', '01:00', '02:30', '2026-10-24T23:00:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-25'],
    // A quarter past two is over when the clock shows a quarter to three: the second one is meant.
    ['2026-10-25', '02:45', '02:15', '2026-10-25T00:45:00.000Z', '2026-10-25T01:15:00.000Z', '2026-10-25'],
  ])('on %s from %s to %s', (on, start, end, startedAt, endedAt, endsOn) => {
    expect(wallSpan(on, start, end, berlin)).toEqual({
      startedAt: new Date(startedAt),
      endedAt: new Date(endedAt),
      endsOn,
    });
  });

  it('always ends after it starts, within a day and an hour, at the time that was typed', () => {
    const anyTime = fc.integer({ min: 0, max: 1439 }).map((minutes) => localTime(new Date(minutes * 60_000), 'UTC'));
    const anyZone = fc.constantFrom(berlin, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC');
    const anyInstant = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 });
    fc.assert(
      fc.property(anyInstant, anyTime, anyZone, (atMinute, time, timeZone) => {
        const after = new Date(atMinute * 60_000);
        const at = nextWallTime(after, time, timeZone);
        const hours = (at.getTime() - after.getTime()) / hour;
        const isShown = localTime(at, timeZone) === time;
        // In the night that lacks a time, the clock shows another.
        const isLeftOut = localTime(new Date(at.getTime() - 2 * hour), timeZone) !== time && !isShown;
        return (
          hours > 0 && hours <= 25 && (isShown || isLeftOut) && localDay(at, timeZone) >= localDay(after, timeZone)
        );
      }),
      { numRuns: 1000 },
    );
  });
});
