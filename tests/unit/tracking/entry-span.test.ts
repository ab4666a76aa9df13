import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { localDay, localTime, startOfDay } from '@/lib/time/local-day';
import { answerTimeMs, askTime, longestTimerMs } from '@/lib/tracking/ask-time';
import { daySpan, timedSpan } from '@/lib/tracking/entry-span';
import { movedSpan } from '@/lib/tracking/plan-span';

const numRuns = 1_000;
const hour = 3_600_000;
const at = (text: string) => new Date(text);
const now = at('2026-11-20T12:00:00Z');

describe('an entry belongs to the local date of its start', () => {
  it.each([
    ['before midnight in Berlin', 'Europe/Berlin', '2026-11-19T22:59:59Z', '2026-11-19T23:30:00Z', '2026-11-19', 1801],
    ['after midnight in Berlin', 'Europe/Berlin', '2026-11-18T23:00:00Z', '2026-11-19T01:00:00Z', '2026-11-19', 7200],
    ['in New York', 'America/New_York', '2026-11-19T03:00:00Z', '2026-11-19T04:00:00Z', '2026-11-18', 3600],
    [
      'a quarter of an hour from any hour',
      'Asia/Kathmandu',
      '2026-11-18T18:15:00Z',
      '2026-11-18T18:15:01Z',
      '2026-11-19',
      1,
    ],
    [
      'across the night of 25 hours',
      'Europe/Berlin',
      '2026-10-24T20:00:00Z',
      '2026-10-25T06:00:00Z',
      '2026-10-24',
      36_000,
    ],
    [
      'across the night of 23 hours',
      'Europe/Berlin',
      '2026-03-28T21:00:00Z',
      '2026-03-29T05:00:00Z',
      '2026-03-28',
      28_800,
    ],
    [
      'in the first of two equal hours',
      'Europe/Berlin',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25',
      3600,
    ],
    [
      'half an hour on Lord Howe',
      'Australia/Lord_Howe',
      '2026-04-04T14:30:00Z',
      '2026-04-04T15:30:00Z',
      '2026-04-05',
      3600,
    ],
    ['on a leap day', 'UTC', '2024-02-29T23:00:00Z', '2024-03-01T01:00:00Z', '2024-02-29', 7200],
    ['for a whole day', 'UTC', '2026-11-18T00:00:00Z', '2026-11-19T00:00:00Z', '2026-11-18', 86_400],
    ['with parts of seconds', 'UTC', '2026-11-19T09:00:00.999Z', '2026-11-19T09:00:01.001Z', '2026-11-19', 1],
  ])('%s', (_name, timeZone, start, end, on, durationSeconds) => {
    expect(timedSpan(at(start), at(end), timeZone, now)).toMatchObject({ on, durationSeconds, timeZone });
  });
});

describe('a span is refused', () => {
  it.each([
    ['without time', '2026-11-19T09:00:00.100Z', '2026-11-19T09:00:00.900Z', 'ends_before_start', 'endedAt'],
    ['backwards', '2026-11-19T09:00:00Z', '2026-11-19T08:59:59Z', 'ends_before_start', 'endedAt'],
    ['of 24 hours and a second', '2026-11-18T09:00:00Z', '2026-11-19T09:00:01Z', 'entry_too_long', 'endedAt'],
    ['of 25 hours', '2026-11-18T09:00:00Z', '2026-11-19T10:00:00Z', 'entry_too_long', 'endedAt'],
    ['that starts in the future', '2026-11-20T12:01:01Z', '2026-11-20T13:00:00Z', 'starts_in_future', 'startedAt'],
    ['that ends in the future', '2026-11-20T11:00:00Z', '2026-11-20T12:01:01Z', 'ends_in_future', 'endedAt'],
  ])('%s', (_name, start, end, code, path) => {
    expect(refusalOf(() => timedSpan(at(start), at(end), 'UTC', now))).toEqual({ code, path });
  });

  it('on a day that has not come where its person is', () => {
    const late = at('2026-11-20T23:30:00Z');
    expect(daySpan('2026-11-21', 60, 'Europe/Berlin', late).on).toBe('2026-11-21');
    expect(refusalOf(() => daySpan('2026-11-21', 60, 'UTC', late))).toEqual({ code: 'starts_in_future', path: 'on' });
    expect(refusalOf(() => daySpan('2026-11-20', 60, 'Pacific/Pago_Pago', at('2026-11-20T10:59:59Z')))).toEqual({
      code: 'starts_in_future',
      path: 'on',
    });
  });
});

function refusalOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, path: error.errors?.[0]?.path };
    throw error;
  }
  return null;
}

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const instant = fc
  .integer({ min: Date.UTC(1980, 0, 2), max: Date.UTC(2037, 11, 30) })
  .map((ms) => new Date(Math.floor(ms / 1000) * 1000));
const seconds = fc.integer({ min: 1, max: 86_400 });
const far = at('2040-01-01T00:00:00Z');

describe('for any zone and any time', () => {
  it('the parts of a span that is cut make the whole', () => {
    fc.assert(
      fc.property(zone, instant, seconds, seconds, (timeZone, start, a, b) => {
        fc.pre(a + b <= 86_400);
        const [middle, end] = [new Date(start.getTime() + a * 1000), new Date(start.getTime() + (a + b) * 1000)];
        const whole = timedSpan(start, end, timeZone, far);
        const parts = [timedSpan(start, middle, timeZone, far), timedSpan(middle, end, timeZone, far)];
        expect(parts.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0)).toBe(whole.durationSeconds);
        expect(whole.on).toBe(parts[0]?.on);
        expect(whole.on <= (parts[1]?.on ?? '')).toBe(true);
      }),
      { numRuns },
    );
  });

  it('the day of an entry is the one that holds its start, wherever its person goes then', () => {
    fc.assert(
      fc.property(zone, instant, seconds, (timeZone, start, length) => {
        const { on } = timedSpan(start, new Date(start.getTime() + length * 1000), timeZone, far);
        expect(on).toBe(localDay(start, timeZone));
        expect(startOfDay(on, timeZone).getTime()).toBeLessThanOrEqual(start.getTime());
      }),
      { numRuns },
    );
  });

  it('an entry that is moved to another day keeps its length, and its wall time unless clocks leave it out', () => {
    const day = instant.map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(zone, instant, seconds, day, (timeZone, start, durationSeconds, on) => {
        const moved = movedSpan(start, { timeZone, durationSeconds }, on, far);
        expect(moved.durationSeconds).toBe(durationSeconds);
        const movedStart = moved.startedAt ?? far;
        if (moved.on === on) expect(localTime(movedStart, timeZone) >= localTime(start, timeZone)).toBe(true);
        // Samoa has no 30 December 2011.
        else expect(moved.on > on).toBe(true);
        const back = movedSpan(movedStart, { timeZone, durationSeconds }, moved.on, far);
        expect(back.startedAt).toEqual(movedStart);
      }),
      { numRuns },
    );
  });
});

describe('a running timer', () => {
  it('is asked about once its limit, a midnight or 24 hours have come, and never earlier than it was started or kept', () => {
    const limit = fc.integer({ min: 1, max: 24 * 60 });
    const kept = fc.integer({ min: 0, max: 24 * 3600 - 1 });
    fc.assert(
      fc.property(zone, instant, limit, kept, (timeZone, start, timerLimitMinutes, keptAfter) => {
        const from = new Date(start.getTime() + keptAfter * 1000);
        const askAt = askTime(start, from, { timeZone, timerLimitMinutes });
        expect(askAt.getTime()).toBeGreaterThan(from.getTime());
        expect(askAt.getTime()).toBeLessThanOrEqual(from.getTime() + timerLimitMinutes * 60_000);
        expect(askAt.getTime()).toBeLessThanOrEqual(start.getTime() + longestTimerMs);
        // No day begins between the two.
        expect(localDay(new Date(askAt.getTime() - 1000), timeZone) <= localDay(from, timeZone)).toBe(true);
        const isMidnight = startOfDay(localDay(askAt, timeZone), timeZone).getTime() === askAt.getTime();
        const isDue = [from.getTime() + timerLimitMinutes * 60_000, start.getTime() + longestTimerMs];
        expect(isMidnight || isDue.includes(askAt.getTime())).toBe(true);
      }),
      { numRuns },
    );
  });

  it('has an hour for the answer', () => {
    expect(answerTimeMs).toBe(hour);
  });
});
