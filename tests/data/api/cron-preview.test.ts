import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GET as preview } from '@/app/api/v1/cron/preview/route';
import type { SchedulePreview } from '@/lib/contracts/connection';
import { db } from '@/lib/db/client';
import { isCron, nextRuns, previousRun } from '@/lib/time/cron';
import { makeAdmin, request, type TestAdmin } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let admin: TestAdmin;
beforeAll(async () => {
  database = await startTestDatabase();
  admin = await makeAdmin();
});
afterAll(() => database.stop());

async function next(cron: string, timeZone = ''): Promise<string[]> {
  const query = new URLSearchParams({ cron, ...(timeZone ? { timeZone } : {}) });
  const response = await preview(request('GET', `/api/v1/cron/preview?${query}`, { headers: admin.headers }));
  expect(response.status).toBe(200);
  return ((await response.json()) as SchedulePreview).nextRunsAt;
}

describe('the preview of a schedule', () => {
  it('shows the next three times in the zone of the person unless another is named', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T10:00:00Z') });
    try {
      await db().user.update({ where: { id: admin.id }, data: { timeZone: 'America/New_York' } });
      expect(await next('0 9 * * *')).toEqual([
        '2026-11-21T14:00:00.000Z',
        '2026-11-22T14:00:00.000Z',
        '2026-11-23T14:00:00.000Z',
      ]);
      expect(await next('0 9 * * *', 'Asia/Kathmandu')).toEqual([
        '2026-11-22T03:15:00.000Z',
        '2026-11-23T03:15:00.000Z',
        '2026-11-24T03:15:00.000Z',
      ]);
      expect(await next('*/15 * * * *')).toEqual([
        '2026-11-21T10:15:00.000Z',
        '2026-11-21T10:30:00.000Z',
        '2026-11-21T10:45:00.000Z',
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('refuses a zone that does not exist', async () => {
    const query = new URLSearchParams({ cron: '* * * * *', timeZone: 'Nowhere/Town' });
    const response = await preview(request('GET', `/api/v1/cron/preview?${query}`, { headers: admin.headers }));
    expect(response.status).toBe(422);
  });
});

describe('a schedule where the clocks change', () => {
  const berlin = (cron: string, from: string, count: number) =>
    nextRuns(cron, 'Europe/Berlin', new Date(from), count).map((at) => at.toISOString());

  it('fires once on the night that has no half past two', () => {
    const runs = berlin('30 2 * * *', '2026-03-28T00:00:00Z', 3);
    expect(runs[0]).toBe('2026-03-28T01:30:00.000Z');
    expect(runs[1]?.slice(0, 10)).toBe('2026-03-29');
    expect(runs[2]).toBe('2026-03-30T00:30:00.000Z');
  });

  it('fires once on the night that has it twice', () => {
    const days = berlin('30 2 * * *', '2026-10-24T00:00:00Z', 3).map((at) => at.slice(0, 10));
    expect(days).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
  });

  it('fires every quarter of an hour through both hours', () => {
    for (const from of ['2026-10-24T22:00:00Z', '2026-03-28T23:00:00Z']) {
      const runs = nextRuns('*/15 * * * *', 'Europe/Berlin', new Date(from), 24).map((at) => at.getTime());
      expect(runs.every((at, index) => index === 0 || at - (runs[index - 1] ?? 0) === 900_000)).toBe(true);
    }
  });

  it('finds, looking back, every instant that it shows looking ahead, and but the repeated hour twice', () => {
    for (const cron of ['30 2 * * *', '0 * * * *', '*/20 1-3 * * *']) {
      for (const [from, repeated] of [
        ['2026-03-28T20:00:00Z', 0],
        ['2026-10-24T20:00:00Z', Date.parse('2026-10-25T01:00:00Z')],
      ] as const) {
        const start = Date.parse(from);
        const end = start + 12 * 3_600_000;
        const ahead = nextRuns(cron, 'Europe/Berlin', new Date(start), 40).map((at) => at.getTime());
        const back = new Set<number>();
        for (let at = start; at <= end; at += 600_000)
          back.add(previousRun(cron, 'Europe/Berlin', new Date(at)).getTime());
        expect(ahead.filter((at) => at <= end && !back.has(at))).toEqual([]);
        const twice = [...back].filter((at) => at > start && !ahead.includes(at));
        expect(twice.filter((at) => at < repeated || at >= repeated + 3_600_000)).toEqual([]);
      }
    }
  });
});

describe('a cron expression', () => {
  it.each([
    '*/5 * * * *',
    '0 9 * * 1-5',
    '0 0 1,15 * *',
    '0 6 * JAN-MAR MON',
    '1-59/2 * * * *',
    '0 0 29 2 *',
    '0 0 * * 7',
  ])('is taken: %s', (cron) => {
    expect(isCron(cron)).toBe(true);
  });

  it.each([
    '',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '0 24 * * *',
    '0 0 30 2 *',
    '0 0 * * 8',
    '@daily',
    '5/15 * * * *',
    'H * * * *',
    '0 H(0-7) * * *',
    '*/0 * * * *',
    '-1 * * * *',
    'a b c d e',
  ])('is refused: %s', (cron) => {
    expect(isCron(cron)).toBe(false);
  });
});
