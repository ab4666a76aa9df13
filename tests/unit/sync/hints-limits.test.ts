import { expect, it } from 'vitest';
import { backoffMs, spacingMs } from '@/lib/sync/push/hints-limits';

const bucket = (remaining: number) => ({ requests: { limit: 2_500, remaining, resetAt: null } });

it('reads what is pushed at most fifty times a minute, and less often the less is left of the hour', () => {
  expect(60_000 / spacingMs({ requests: null })).toBe(50);
  expect(60_000 / spacingMs(bucket(2_000))).toBe(50);
  expect(60_000 / spacingMs(bucket(1_000))).toBe(10);
  expect(60_000 / spacingMs(bucket(300))).toBe(2.5);
});

it('waits longer after each failure, up to a quarter of an hour', () => {
  expect([0, 1, 2, 30].map(backoffMs)).toEqual([5_000, 10_000, 20_000, 900_000]);
});
