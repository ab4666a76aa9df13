import { hours } from '@/lib/kit/sleep';
import type { Bucket, Quota } from './types';

/** Nonsense in a header means that the header is not there. */
function readNumber(headers: Headers, name: string): number | null {
  const text = headers.get(name);
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : null;
}

function readBucket(headers: Headers, kind: 'Requests' | 'Complexity', now: Date, aheadMs: number): Bucket | null {
  const limit = readNumber(headers, `X-RateLimit-${kind}-Limit`);
  const remaining = readNumber(headers, `X-RateLimit-${kind}-Remaining`);
  if (limit === null || remaining === null) return null;
  const reset = readNumber(headers, `X-RateLimit-${kind}-Reset`);
  // Epoch milliseconds. Linear's periods last an hour: a reset days away is nonsense too, and nobody may wait for it.
  const resetMs = reset === null ? Number.NaN : reset + aheadMs;
  return { limit, remaining, resetAt: resetMs - now.getTime() < hours(24) ? new Date(resetMs) : null };
}

/** The date header has whole seconds and the way takes time: less than this is no difference of clocks. */
const smallestSkew = 5_000;

/**
 * Resets are given on Linear's clock and waited for on ours: where `now` is an hour ahead, every reset would seem to be over,
 * and where it is behind, the wait would be an hour too long.
 */
export function readQuota(headers: Headers, now: Date): Quota {
  const difference = now.getTime() - (readServerDate(headers)?.getTime() ?? now.getTime());
  const aheadMs = Math.abs(difference) < smallestSkew ? 0 : difference;
  return {
    requests: readBucket(headers, 'Requests', now, aheadMs),
    complexity: readBucket(headers, 'Complexity', now, aheadMs),
  };
}

/** Points that the answered query cost. */
export function readCost(headers: Headers): number {
  return readNumber(headers, 'X-Complexity') ?? 0;
}

/** Seconds, or an HTTP date, as RFC 9110 allows; in milliseconds from `now`. */
export function readRetryAfter(headers: Headers, now: Date): number | null {
  const seconds = readNumber(headers, 'Retry-After');
  if (seconds !== null) return seconds * 1_000;
  const at = Date.parse(headers.get('Retry-After') ?? '');
  return Number.isNaN(at) ? null : Math.max(0, at - (readServerDate(headers) ?? now).getTime());
}

/** Linear's own clock. It bounds how far ahead a stamp can be believed. */
export function readServerDate(headers: Headers): Date | null {
  const at = Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(at) ? null : new Date(at);
}
