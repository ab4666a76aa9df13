import type { Bucket, Quota } from './types';

/** Nonsense in a header means that the header is not there. */
function readNumber(headers: Headers, name: string): number | null {
  const text = headers.get(name);
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : null;
}

function readBucket(headers: Headers, kind: 'Requests' | 'Complexity'): Bucket | null {
  const limit = readNumber(headers, `X-RateLimit-${kind}-Limit`);
  const remaining = readNumber(headers, `X-RateLimit-${kind}-Remaining`);
  if (limit === null || remaining === null) return null;
  const reset = readNumber(headers, `X-RateLimit-${kind}-Reset`);
  // Epoch milliseconds; a date beyond what Date can hold is nonsense too.
  return { limit, remaining, resetAt: reset === null || reset > 8.64e15 ? null : new Date(reset) };
}

export function readQuota(headers: Headers): Quota {
  return { requests: readBucket(headers, 'Requests'), complexity: readBucket(headers, 'Complexity') };
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
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

/** Linear's own clock. It bounds how far ahead a stamp can be believed. */
export function readServerDate(headers: Headers): Date | null {
  const at = Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(at) ? null : new Date(at);
}
