import { describe, expect, it } from 'vitest';
import { readCost, readQuota, readServerDate } from '@/lib/linear/rate-headers';

const now = new Date('2026-11-21T10:00:00Z');

function quota(limit: string, remaining: string, reset: string) {
  const headers = new Headers({
    'X-RateLimit-Requests-Limit': limit,
    'X-RateLimit-Requests-Remaining': remaining,
    'X-RateLimit-Requests-Reset': reset,
  });
  return readQuota(headers, now).requests;
}

describe('the headers that tell the quota', () => {
  it('are read as they are', () => {
    const resetAt = new Date(now.getTime() + 60_000);
    expect(quota('2500', '2499', String(resetAt.getTime()))).toEqual({ limit: 2500, remaining: 2499, resetAt });
  });

  it('count as absent when they hold nonsense', () => {
    expect(quota('many', '1', '1')).toBeNull();
    expect(quota('2500', '-1', '1')).toBeNull();
    expect(quota('2500', '', '1')).toBeNull();
    expect(quota('2500', '1', 'soon')?.resetAt).toBeNull();
    expect(readQuota(new Headers(), now)).toEqual({ requests: null, complexity: null });
    expect(readCost(new Headers({ 'X-Complexity': 'NaN' }))).toBe(0);
    expect(readServerDate(new Headers({ Date: 'yesterday' }))).toBeNull();
  });

  it('tell no reset when it is days away, so that nobody waits for it', () => {
    for (const reset of [now.getTime() * 1_000, 9e15, 1e300, now.getTime() + 2 * 86_400_000]) {
      expect(quota('2500', '0', String(reset))?.resetAt).toBeNull();
    }
  });
});
