import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationProblem, formatExactDuration, parseDuration, readDuration } from '@/lib/time/duration';

const read: [text: string, seconds: number][] = [
  ['1h 30m', 5400],
  ['1h30m', 5400],
  ['1h30', 5400],
  ['1h 30', 5400],
  ['1 h 30 min', 5400],
  ['1 hour 30 minutes', 5400],
  ['1hr 30mins', 5400],
  ['1H 30M', 5400],
  ['  1:30  ', 5400],
  ['01:30', 5400],
  ['1:5', 3900],
  [':30', 1800],
  ['1:30:15', 5415],
  ['0:00:01', 1],
  ['90m', 5400],
  ['90 min.', 5400],
  ['45 min', 2700],
  ['1.5h', 5400],
  ['1,5h', 5400],
  ['1,5', 5400],
  ['1.5', 5400],
  ['1.', 3600],
  ['.25', 900],
  ['2', 7200],
  ['2 hours', 7200],
  ['24', 86_400],
  ['24:00', 86_400],
  ['1440m', 86_400],
  ['20s', 20],
  ['1h 2m 3s', 3723],
  ['1m30', 90],
  ['1h 1.5m', 3690],
  ['0.333h', 1199],
  ['0', 0],
  ['0:00', 0],
  ['-0', 0],
];

const refused: [text: string, problem: string][] = [
  ['', 'unreadable'],
  ['   ', 'unreadable'],
  ['soon', 'unreadable'],
  ['h', 'unreadable'],
  ['1h 30x', 'unreadable'],
  ['30m 1h', 'unreadable'],
  ['1h 1h', 'unreadable'],
  ['1.5h 30m', 'unreadable'],
  ['1:60', 'unreadable'],
  ['1:30:60', 'unreadable'],
  ['1:30m', 'unreadable'],
  ['1:2:3:4', 'unreadable'],
  ['1.5.5', 'unreadable'],
  ['1.000,5', 'unreadable'],
  ['1e3', 'unreadable'],
  ['0x10', 'unreadable'],
  ['Infinity', 'unreadable'],
  ['1d', 'unreadable'],
  ['1 30', 'unreadable'],
  ['=1+1', 'unreadable'],
  ['٣h', 'unreadable'],
  ['-1h', 'negative'],
  ['−1:30', 'negative'],
  ['25h', 'tooLong'],
  ['24:01', 'tooLong'],
  ['24h 1s', 'tooLong'],
  ['90', 'tooLong'],
  ['99999', 'tooLong'],
];

describe('a typed duration', () => {
  it.each(read)('reads %j as %i seconds', (text, seconds) => expect(parseDuration(text)).toBe(seconds));

  it.each(refused)('refuses %j: %s', (text, problem) => {
    expect(readDuration(text)).toEqual({ seconds: null, problem });
    expect(parseDuration(text)).toBeNull();
  });

  it('takes no time only where it is asked to', () => {
    expect(durationProblem('0')).toBe('Enter more than no time.');
    expect(durationProblem('0', { allowsZero: true })).toBeNull();
  });

  it('takes more than a day where it is asked to', () => {
    expect(readDuration('40h', { longestSeconds: 168 * 3600 }).seconds).toBe(144_000);
    expect(readDuration('169', { longestSeconds: 168 * 3600 }).problem).toBe('tooLong');
  });

  it('says at the field what is wrong with it', () => {
    expect(durationProblem('90')).toBe('Use at most 24 hours. For minutes, write 90m.');
    expect(durationProblem('lunch')).toBe('Enter a duration, like 1h 30m or 1:30.');
    expect(durationProblem('1h 30m')).toBeNull();
  });

  it('never answers with anything but whole seconds from 0 to 24 hours', () => {
    const likely = fc.stringMatching(/^-?[0-9.,: hmins]{0,12}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), (text) => {
        const seconds = parseDuration(text);
        return seconds === null || (Number.isInteger(seconds) && seconds >= 0 && seconds <= 86_400);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a written duration', () => {
  const anySeconds = fc.integer({ min: 0, max: 86_400 });

  it('is read back to the second', () => {
    const clock = (seconds: number) =>
      `${Math.floor(seconds / 3600)}:${Math.floor((seconds % 3600) / 60)}:${seconds % 60}`;
    fc.assert(
      fc.property(anySeconds, (seconds) => {
        expect(parseDuration(formatExactDuration(seconds))).toBe(seconds);
        expect(parseDuration(clock(seconds))).toBe(seconds);
        expect(parseDuration(`${seconds}s`)).toBe(seconds);
        expect(parseDuration((seconds / 3600).toFixed(6).replace('.', ','))).toBe(seconds);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [0, '0m'],
    [20, '20s'],
    [2700, '45m'],
    [5400, '1h 30m'],
    [7200, '2h'],
    [5415, '1h 30m 15s'],
    [86_400, '24h'],
  ])('of %i seconds is %j', (seconds, text) => expect(formatExactDuration(seconds)).toBe(text));
});
