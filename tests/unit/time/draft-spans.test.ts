import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DraftInput, type DraftSpan, draftSpans } from '@/lib/time/draft-spans';
import { listDays, localTime } from '@/lib/time/local-day';
import { workWindows } from '@/lib/time/work-windows';

const minute = 60_000;
const zone = 'Europe/Berlin';
const office = { startMinutes: 9 * 60, endMinutes: 17 * 60, weekdays: [1, 2, 3, 4, 5] };

/** "17 10:05" is that wall time in November 2026, in Berlin. */
function at(text: string): number {
  const [day = '', time = ''] = text.split(' ');
  return Date.parse(`2026-11-${day}T${time.length === 5 ? `${time}:00` : time}+01:00`);
}

const turn = (subject: string, from: string, to: string | null) => ({
  subject,
  start: at(from),
  end: to === null ? Number.POSITIVE_INFINITY : at(to),
});
const moment = (subject: string, when: string) => ({ subject, at: at(when) });
const logged = (from: string, to: string) => ({ start: at(from), end: at(to) });

function draft(input: Partial<DraftInput>): string[] {
  const drafted = draftSpans({
    subjects: ['ENG-1', 'ENG-2', 'ENG-3'],
    turns: [],
    touches: [],
    remarks: [],
    windows: workWindows(listDays('2026-11-16', '2026-11-20'), office, zone),
    logged: [],
    loggedDurations: [],
    until: at('21 12:00'),
    ...input,
  });
  return drafted.map(written);
}

function written({ subject, on, start, end }: DraftSpan): string {
  const [from, to] = [start, end].map((each) => localTime(new Date(each), zone));
  return `${on.slice(8)} ${from}-${to} ${subject}`;
}

describe('drafts of what was not logged', () => {
  it('are what was in progress', () => {
    expect(draft({ turns: [turn('ENG-1', '17 10:05', '17 12:40')] })).toEqual(['17 10:05-12:40 ENG-1']);
  });

  it('stay within the working hours of working days', () => {
    expect(draft({ turns: [turn('ENG-1', '18 15:00', '20 10:30')] })).toEqual([
      '18 15:00-17:00 ENG-1',
      '19 09:00-17:00 ENG-1',
      '20 09:00-10:30 ENG-1',
    ]);
    expect(draft({ turns: [turn('ENG-1', '21 09:00', '21 11:00')] })).toEqual([]);
  });

  it('end now', () => {
    const turns = [turn('ENG-1', '20 09:00', null)];
    expect(draft({ turns, until: at('20 11:17:40') })).toEqual(['20 09:00-11:17 ENG-1']);
  });

  it('leave out what is logged, to the minute', () => {
    const turns = [turn('ENG-1', '17 09:00', '17 17:00')];
    expect(draft({ turns, logged: [logged('17 10:00:40', '17 12:29:20')] })).toEqual([
      '17 09:00-10:00 ENG-1',
      '17 12:30-17:00 ENG-1',
    ]);
  });

  it('give a moment to the issue that was touched last', () => {
    const turns = [turn('ENG-1', '17 09:00', '17 17:00'), turn('ENG-2', '17 11:00', '17 17:00')];
    expect(draft({ turns })).toEqual(['17 09:00-11:00 ENG-1', '17 11:00-17:00 ENG-2']);
    expect(draft({ turns, touches: [moment('ENG-1', '17 14:30')] })).toEqual([
      '17 09:00-11:00 ENG-1',
      '17 11:00-14:30 ENG-2',
      '17 14:30-17:00 ENG-1',
    ]);
  });

  it('go back to the issue before when the last one is done', () => {
    const turns = [turn('ENG-1', '17 09:00', '17 17:00'), turn('ENG-2', '17 11:00', '17 12:00')];
    expect(draft({ turns })).toEqual(['17 09:00-11:00 ENG-1', '17 11:00-12:00 ENG-2', '17 12:00-17:00 ENG-1']);
  });

  it('know no touch from before an issue was in progress', () => {
    const turns = [turn('ENG-2', '17 09:00', '17 12:00'), turn('ENG-1', '17 09:30', '17 12:00')];
    const touches = [moment('ENG-2', '17 08:00'), moment('ENG-1', '17 09:20')];
    expect(draft({ turns, touches })).toEqual(['17 09:00-09:30 ENG-2', '17 09:30-12:00 ENG-1']);
  });

  it('give a moment to the first in order when two were touched at once', () => {
    const turns = [turn('ENG-2', '17 09:00', '17 10:00'), turn('ENG-1', '17 09:00', '17 10:00')];
    expect(draft({ turns })).toEqual(['17 09:00-10:00 ENG-1']);
    expect(draft({ turns, subjects: ['ENG-2', 'ENG-1'] })).toEqual(['17 09:00-10:00 ENG-2']);
  });

  it('give the quarter of an hour before a remark to its issue, where nothing was in progress', () => {
    const turns = [turn('ENG-1', '17 09:00', '17 10:00')];
    const remarks = [moment('ENG-2', '17 10:10'), moment('ENG-3', '17 10:20'), moment('ENG-2', '17 14:00')];
    expect(draft({ turns, remarks })).toEqual([
      '17 09:00-10:00 ENG-1',
      '17 10:00-10:10 ENG-2',
      '17 10:10-10:20 ENG-3',
      '17 13:45-14:00 ENG-2',
    ]);
    expect(draft({ remarks: [moment('ENG-2', '17 17:05'), moment('ENG-3', '17 20:00')] })).toEqual([
      '17 16:50-17:00 ENG-2',
    ]);
  });

  it('join a short piece to the one before it, and drop one that stands alone', () => {
    const turns = [
      turn('ENG-1', '17 09:00', '17 12:00'),
      turn('ENG-2', '17 10:00', '17 10:03'),
      turn('ENG-3', '17 14:00', '17 14:04'),
    ];
    expect(draft({ turns })).toEqual(['17 09:00-12:00 ENG-1']);
  });

  it('join a short piece to the one after it where none is before', () => {
    const turns = [turn('ENG-1', '17 09:00', '17 12:00'), turn('ENG-2', '17 09:03', '17 12:00')];
    expect(draft({ turns })).toEqual(['17 09:00-12:00 ENG-2']);
  });

  it('drop what logged time leaves of less than five minutes', () => {
    const turns = [turn('ENG-1', '17 09:00', '17 12:00')];
    expect(draft({ turns, logged: [logged('17 09:04', '17 11:50')] })).toEqual(['17 11:50-12:00 ENG-1']);
  });

  it('take a logged duration from its own issue first, and the rest from the others, the earliest first', () => {
    const turns = [turn('ENG-1', '17 09:00', '17 11:00'), turn('ENG-2', '17 11:00', '17 12:00')];
    const duration = (subject: string | null, hours: number) => ({ on: '2026-11-17', subject, seconds: hours * 3_600 });
    expect(draft({ turns, loggedDurations: [duration('ENG-2', 0.5)] })).toEqual([
      '17 09:00-11:00 ENG-1',
      '17 11:30-12:00 ENG-2',
    ]);
    expect(draft({ turns, loggedDurations: [duration('ENG-2', 1.5)] })).toEqual(['17 09:30-11:00 ENG-1']);
    expect(draft({ turns, loggedDurations: [duration(null, 2.5)] })).toEqual(['17 11:30-12:00 ENG-2']);
    expect(draft({ turns, loggedDurations: [duration('ENG-1', 1.95)] })).toEqual(['17 11:00-12:00 ENG-2']);
    expect(draft({ turns, loggedDurations: [{ ...duration(null, 8), on: '2026-11-18' }] })).toHaveLength(2);
  });

  it('are longer by an hour in the night in which the clock goes back', () => {
    const night = { startMinutes: 0, endMinutes: 24 * 60, weekdays: [0] };
    const day = Date.parse('2026-10-25T00:00:00+02:00');
    const [drafted] = draftSpans({
      subjects: ['ENG-1'],
      turns: [{ subject: 'ENG-1', start: day - 90 * minute, end: Number.POSITIVE_INFINITY }],
      touches: [],
      remarks: [],
      windows: workWindows(listDays('2026-10-24', '2026-10-26'), night, zone),
      logged: [],
      loggedDurations: [],
      until: at('21 12:00'),
    });
    expect(drafted).toEqual({ subject: 'ENG-1', on: '2026-10-25', start: day, end: day + 25 * 60 * minute });
  });
});

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 300);
const first = at('16 00:00');
const span = 6 * 24 * 60 * minute;
const instant = fc.integer({ min: 0, max: span / 1000 }).map((second) => first + second * 1000);
const subject = fc.constantFrom('ENG-1', 'ENG-2', 'ENG-3', 'not here');
const stretch = (longest: number) =>
  fc.tuple(instant, fc.integer({ min: 1, max: longest })).map(([start, length]) => ({ start, end: start + length }));
const turns = fc.array(
  fc.tuple(subject, stretch(20 * 60 * minute)).map(([name, range]) => ({ subject: name, ...range })),
  { maxLength: 12 },
);
const moments = fc.array(fc.record({ subject, at: instant }), { maxLength: 12 });
const entries = fc.array(stretch(4 * 60 * minute), { maxLength: 8 });
const durations = fc.array(
  fc.record({
    on: fc.constantFrom(...listDays('2026-11-16', '2026-11-20')),
    subject: fc.option(subject),
    seconds: fc.integer({ min: 1, max: 6 * 3_600 }),
  }),
  { maxLength: 4 },
);
const programs: fc.Arbitrary<DraftInput> = fc.record({
  subjects: fc.constant(['ENG-1', 'ENG-2', 'ENG-3']),
  turns,
  touches: moments,
  remarks: moments,
  windows: fc.constant(workWindows(listDays('2026-11-16', '2026-11-20'), office, zone)),
  logged: entries,
  loggedDurations: durations,
  until: instant,
});

const covers = (outer: DraftSpan, inner: DraftSpan) =>
  outer.subject === inner.subject && outer.start <= inner.start && inner.end <= outer.end;
const lengthOf = (spans: readonly { start: number; end: number }[]) =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

describe('any drafts', () => {
  const holds = (check: (drafted: DraftSpan[], input: DraftInput) => void) =>
    fc.assert(
      fc.property(programs, (input) => check(draftSpans(input), input)),
      { numRuns },
    );

  it('overlap neither each other nor what is logged', () => {
    holds((drafted, { logged: taken }) => {
      for (const [place, { start, end }] of drafted.entries()) {
        expect(drafted[place + 1]?.start ?? end).toBeGreaterThanOrEqual(end);
        expect(taken.filter((entry) => entry.start < end && start < entry.end)).toEqual([]);
      }
    });
  });

  it('are on full minutes, five of them or more, within the working hours of their day, and not after now', () => {
    holds((drafted, { windows, until }) => {
      for (const { on, start, end } of drafted) {
        const window = windows.find((each) => each.on === on);
        expect(start).toBeGreaterThanOrEqual(window?.start ?? Number.POSITIVE_INFINITY);
        expect(end).toBeLessThanOrEqual(Math.min(until, window?.end ?? 0));
        expect(end - start).toBeGreaterThanOrEqual(5 * minute);
        expect([start % minute, end % minute]).toEqual([0, 0]);
      }
    });
  });

  it('are on a day no more than its working hours without what is logged', () => {
    holds((drafted, { windows, logged: taken, loggedDurations }) => {
      for (const { on, start, end } of windows) {
        const timed = Array.from({ length: (end - start) / minute }, (_, place) => start + place * minute).filter(
          (at) => taken.some((entry) => entry.start < at + minute && at < entry.end),
        );
        const spoken = loggedDurations.filter((each) => each.on === on).reduce((sum, { seconds }) => sum + seconds, 0);
        const free = Math.max(0, end - start - timed.length * minute - spoken * 1000);
        expect(lengthOf(drafted.filter((each) => each.on === on))).toBeLessThanOrEqual(free);
      }
    });
  });

  it('do not depend on the order of what is given', () => {
    holds((drafted, input) => {
      const { turns: some, touches, remarks, windows, logged: taken, loggedDurations } = input;
      const turned = {
        turns: some.toReversed(),
        touches: touches.toReversed(),
        remarks: remarks.toReversed(),
        windows: windows.toReversed(),
        logged: taken.toReversed(),
        loggedDurations: loggedDurations.toReversed(),
      };
      expect(draftSpans({ ...input, ...turned })).toEqual(drafted);
    });
  });

  it('never grow by one more entry, with start and end or with a duration', () => {
    fc.assert(
      fc.property(programs, entries, durations, (input, more, moreDurations) => {
        const before = draftSpans(input);
        const after = draftSpans({
          ...input,
          logged: [...input.logged, ...more],
          loggedDurations: [...input.loggedDurations, ...moreDurations],
        });
        for (const inner of after) expect(before.some((outer) => covers(outer, inner))).toBe(true);
      }),
      { numRuns },
    );
  });

  it('are nothing once they all are entries', () => {
    holds((drafted, input) => {
      expect(draftSpans({ ...input, logged: [...input.logged, ...drafted] })).toEqual([]);
    });
  });
});
