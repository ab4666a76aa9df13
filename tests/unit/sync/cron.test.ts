import { describe, expect, it } from 'vitest';
import { dueTick } from '@/lib/sync/due-work';
import { isCron, nextRuns, previousRun } from '@/lib/time/cron';

describe('cron', () => {
  it.each(['*/5 * * * *', '*/15 * * * *', '0 * * * *', '30 6 * * *', '0 9 * * 1-5', ' 0 0 1 * * '])(
    'takes "%s"',
    (cron) => {
      expect(isCron(cron)).toBe(true);
    },
  );

  it.each(['', '* * * *', '*/5 * * * * *', '61 * * * *', 'every hour', '0 0 31 2 *', '@daily'])(
    'refuses "%s"',
    (cron) => {
      expect(isCron(cron)).toBe(false);
    },
  );

  it('finds the ticks before and after an instant, the tick itself being before', () => {
    const at = new Date('2026-03-02T10:15:00.000Z');
    expect(previousRun('*/15 * * * *', 'UTC', at)).toEqual(at);
    expect(nextRuns('*/15 * * * *', 'UTC', at, 2).map((date) => date.toISOString())).toEqual([
      '2026-03-02T10:30:00.000Z',
      '2026-03-02T10:45:00.000Z',
    ]);
  });

  it('reads the clock of the schedule, across a change to summer time', () => {
    const from = new Date('2026-03-28T12:00:00.000Z');
    const ticks = nextRuns('30 9 * * *', 'Europe/Berlin', from, 2).map((date) => date.toISOString());
    expect(ticks).toEqual(['2026-03-29T07:30:00.000Z', '2026-03-30T07:30:00.000Z']);
  });

  it('runs a tick that was missed once, however many were', () => {
    const schedule = { connectionId: 'c', cron: '*/15 * * * *', timeZone: 'UTC', lastFullPassAt: null };
    const now = new Date('2026-03-02T10:20:00.000Z');
    const tick = new Date('2026-03-02T10:15:00.000Z');
    expect(dueTick({ ...schedule, lastTickAt: null }, now)).toEqual(tick);
    expect(dueTick({ ...schedule, lastTickAt: new Date('2026-03-01T00:00:00.000Z') }, now)).toEqual(tick);
    expect(dueTick({ ...schedule, lastTickAt: tick }, now)).toBeNull();
  });
});
