import { describe, expect, it } from 'vitest';
import { stripSeconds } from '@/app/(signed-in)/timesheet/day/strip-seconds';
import { overview } from '@/app/(signed-in)/timesheet/day/use-day';
import { makeEntry } from '@/tests/unit/entries/make-entry';

const now = Date.parse('2026-11-21T00:30:00Z');
const finished = [
  { on: '2026-11-20', seconds: 3_600 },
  { on: '2026-11-21', seconds: 60 },
];
const running = makeEntry({ id: 'runs', startedAt: '2026-11-20T23:00:00.000Z', endedAt: null, on: '2026-11-20' });

describe('the days of the week', () => {
  it('hold what runs on the day of its start, past midnight too, as that day itself does', () => {
    const strip = stripSeconds(finished, [running], now);
    const done = makeEntry({});
    const day = overview([done, running], { on: '2026-11-20', timeZone: 'UTC', now });
    expect(strip.get('2026-11-20')).toBe(3_600 + 5_400);
    expect(strip.get('2026-11-20')).toBe(day.totalSeconds);
    expect(strip.get('2026-11-21')).toBe(60);
  });

  it('hold finished time alone while nothing runs', () => {
    expect([...stripSeconds(finished, [], now).values()]).toEqual([3_600, 60]);
  });
});
