import { describe, expect, it } from 'vitest';
import { otherPlace } from '@/app/(signed-in)/_entries/entry-words';
import { splitAtTime, splitBySeconds } from '@/app/(signed-in)/_entries/split-parts';
import { overview } from '@/app/(signed-in)/timesheet/day/use-day';
import { makeEntry } from './make-entry';

const on = '2026-11-20';
const now = Date.parse('2026-11-20T16:00:00Z');
const context = { on, timeZone: 'UTC', now };
const at = (time: string, day = on) => `${day}T${time.length === 5 ? `${time}:00` : time}.000Z`;
const span = (id: string, from: string, to: string | null) =>
  makeEntry({ id, startedAt: at(from), endedAt: to === null ? null : at(to) });

describe('a day at a glance', () => {
  it('lists entries by their start, and durations alone last', () => {
    const day = overview(
      [
        makeEntry({ id: 'duration', startedAt: null, endedAt: null, durationSeconds: 600 }),
        span('late', '11:00', '12:00'),
        span('early', '09:00', '10:00'),
      ],
      context,
    );
    expect(day.entries.map(({ id }) => id)).toEqual(['early', 'late', 'duration']);
    expect(day.totalSeconds).toBe(2 * 3600 + 600);
    expect(day.untrackedSeconds).toBe(3600);
  });

  it('counts the running one until now', () => {
    const day = overview([span('runs', '15:30', null)], context);
    expect(day.totalSeconds).toBe(1800);
    expect(day.blocks[0]?.block).toMatchObject({ end: now });
  });

  it('makes nothing of seconds: neither a gap nor an overlap', () => {
    const day = overview(
      [span('a', '09:00', '10:00:20'), span('b', '10:00:05', '11:00'), span('c', '11:00:40', '12:00')],
      context,
    );
    expect(day.gaps).toEqual([]);
    expect([...day.overlapping]).toEqual([]);
    expect(day.blocks.map(({ block }) => block.lanes)).toEqual([1, 1, 1]);
  });

  it('marks what overlaps, and says how much was tracked twice', () => {
    const day = overview(
      [span('a', '09:00', '11:00'), span('b', '10:30', '12:00'), span('c', '13:00', '14:00')],
      context,
    );
    expect([...day.overlapping].sort()).toEqual(['a', 'b']);
    expect(day.overlapSeconds).toBe(1800);
  });

  it('draws what comes from the night before, but neither lists nor counts it, nor finds a gap after it', () => {
    const night = makeEntry({
      id: 'night',
      on: '2026-11-19',
      startedAt: at('23:00', '2026-11-19'),
      endedAt: at('01:00'),
    });
    const day = overview([night, span('a', '09:00', '10:00')], context);
    expect(day.entries.map(({ id }) => id)).toEqual(['a']);
    expect(day.blocks.map(({ entry }) => entry.id)).toEqual(['night', 'a']);
    expect(day.totalSeconds).toBe(3600);
    expect(day.gaps).toEqual([]);
  });

  it('is drawn by the clocks where it was tracked, unless it was tracked in two places', () => {
    const there = makeEntry({ id: 'there', startedAt: at('08:00'), endedAt: at('09:00'), timeZone: 'Asia/Tokyo' });
    expect(overview([there], context).stretch.start).toBe(Date.parse('2026-11-19T15:00:00Z'));
    const here = span('here', '10:00', '11:00');
    expect(overview([there, here], context).timeZone).toBe('UTC');
    expect([otherPlace(there, 'UTC'), otherPlace(here, 'Europe/London')]).toEqual(['Tokyo', null]);
  });
});

describe('splitting', () => {
  const entry = span('a', '09:00:30', '10:30:30');

  it('at a time of day says what the first part keeps', () => {
    expect(splitAtTime(entry, '9:30')).toMatchObject({ seconds: 1770, kept: '29m 30s', problem: undefined });
  });

  it('by what the first part keeps says when that ends', () => {
    expect(splitBySeconds(entry, '30m')).toMatchObject({ seconds: 1800, time: '09:30:30' });
  });

  it.each(['8:00', '10:30:30', '11', 'noon', ''])('refuses the time %j', (text) => {
    expect(splitAtTime(entry, text)).toMatchObject({ seconds: null, problem: expect.any(String) });
  });

  it.each(['0', '1h 30m', '2h', '', 'half'])('refuses to keep %j', (text) => {
    expect(splitBySeconds(entry, text)).toMatchObject({ seconds: null, problem: expect.any(String) });
  });

  it('of a duration alone has no time of day', () => {
    const day = makeEntry({ startedAt: null, endedAt: null, durationSeconds: 3600 });
    expect(splitBySeconds(day, '20m')).toMatchObject({ seconds: 1200, at: null, time: '' });
  });
});
