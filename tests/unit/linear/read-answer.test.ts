import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { LinearRateLimited } from '@/lib/linear/linear-errors';
import { readAnswer } from '@/lib/linear/read-answer';

const now = new Date('2026-11-21T10:00:00Z');
const json = { 'content-type': 'application/json' };

function read(status: number, body: unknown, headers: Record<string, string> = json) {
  return readAnswer(status, new Headers(headers), typeof body === 'string' ? body : JSON.stringify(body), now);
}

function codeOf(status: number, body: unknown, headers?: Record<string, string>): string {
  try {
    read(status, body, headers);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'no error';
}

function resetOf(status: number, body: unknown, headers: Record<string, string>): string {
  try {
    read(status, body, { ...json, ...headers });
  } catch (error) {
    if (error instanceof LinearRateLimited) return error.resetAt.toISOString();
    throw error;
  }
  return 'no error';
}

const refused = (extensions: Record<string, unknown>, message = 'No') => ({ errors: [{ message, extensions }] });

describe('what Linear refuses', () => {
  it.each([
    [401, refused({ type: 'authentication error', code: 'AUTHENTICATION_ERROR' }), 'linear_auth_failed'],
    [401, '', 'linear_auth_failed'],
    [401, {}, 'linear_auth_failed'],
    [200, refused({ code: 'AUTHENTICATION_ERROR' }), 'linear_auth_failed'],
    [400, refused({ code: 'INPUT_ERROR' }, 'You use an API key as a Bearer token.'), 'linear_bearer_prefix'],
    [403, refused({ type: 'forbidden' }, 'Invalid scope: `read` required'), 'linear_scope_missing'],
    [403, refused({ type: 'forbidden' }, 'You may not.'), 'linear_forbidden'],
    [403, {}, 'linear_forbidden'],
    [400, refused({ type: 'usage limit exceeded' }), 'linear_plan_limit'],
    [400, refused({ type: 'feature not accessible' }), 'linear_plan_limit'],
    [200, refused({ type: 'internal error' }), 'linear_server_error'],
    [200, refused({ type: 'lock timeout' }), 'linear_server_error'],
    [400, refused({ code: 'GRAPHQL_VALIDATION_FAILED' }), 'linear_query_refused'],
    [404, {}, 'linear_query_refused'],
    [200, { data: null }, 'linear_bad_answer'],
  ])('names it by its own code: %i %j is %s', (status, body, code) => {
    expect(codeOf(status, body)).toBe(code);
  });

  it('names the page of a proxy whatever its status says, unless it is a server error', () => {
    const html = { 'content-type': 'text/html' };
    expect(codeOf(200, '<html>', html)).toBe('linear_proxy_page');
    expect(codeOf(403, '<html>', html)).toBe('linear_proxy_page');
    expect(codeOf(200, ' <!doctype html><p>', json)).toBe('linear_proxy_page');
    expect(codeOf(503, '<html>', html)).toBe('linear_server_error');
  });

  it('gives back data that came with errors, for the caller to judge', () => {
    const answer = read(200, { data: { issues: null }, errors: [{ message: 'No', path: ['issues'] }] });
    expect(answer.data).toEqual({ issues: null });
    expect(answer.errors).toHaveLength(1);
  });

  it('reads an error that has none of the usual fields', () => {
    expect(codeOf(200, { errors: [{}] })).toBe('linear_query_refused');
    expect(codeOf(400, { errors: [{ message: 7, path: 'x', extensions: 'no' }] })).toBe('linear_query_refused');
  });
});

describe('a refusal for the rate limit', () => {
  const limited = refused({ code: 'RATELIMITED', meta: { rateLimitResult: { duration: 600_000 } } });
  const used = (reset: number, remaining = '0') => ({
    'x-ratelimit-requests-limit': '2500',
    'x-ratelimit-requests-remaining': remaining,
    'x-ratelimit-requests-reset': String(reset),
  });

  it('is known by the code, the type or the status', () => {
    expect(codeOf(400, refused({ code: 'RATELIMITED' }))).toBe('linear_rate_limited');
    expect(codeOf(400, refused({ type: 'ratelimited' }))).toBe('linear_rate_limited');
    expect(codeOf(429, 'Too many', { 'content-type': 'text/html' })).toBe('linear_rate_limited');
    expect(codeOf(200, { data: { issues: null }, errors: limited.errors })).toBe('linear_rate_limited');
  });

  it('lasts until the used-up bucket resets, in epoch milliseconds', () => {
    expect(resetOf(400, limited, used(now.getTime() + 90_000))).toBe('2026-11-21T10:01:30.000Z');
  });

  it('lasts as long as the body says when no bucket is used up', () => {
    expect(resetOf(400, limited, used(now.getTime() + 90_000, '5'))).toBe('2026-11-21T10:10:00.000Z');
  });

  it('lasts as long as Retry-After says, in seconds or as a date', () => {
    expect(resetOf(429, '', { 'retry-after': '30' })).toBe('2026-11-21T10:00:30.000Z');
    expect(resetOf(429, '', { 'retry-after': 'Sat, 21 Nov 2026 10:00:20 GMT' })).toBe('2026-11-21T10:00:20.000Z');
  });

  it('lasts a minute when nothing says how long, a second at least and an hour at most', () => {
    expect(resetOf(429, '', {})).toBe('2026-11-21T10:01:00.000Z');
    expect(resetOf(429, '', { 'retry-after': 'soon' })).toBe('2026-11-21T10:01:00.000Z');
    expect(resetOf(429, '', { 'retry-after': '0' })).toBe('2026-11-21T10:00:01.000Z');
    expect(resetOf(429, '', { 'retry-after': '86400' })).toBe('2026-11-21T11:00:00.000Z');
  });

  it('is counted on our own clock when that is an hour off', () => {
    for (const hours of [-1, 1]) {
      const theirs = now.getTime() + hours * 3_600_000;
      const headers = { ...used(theirs + 90_000), date: new Date(theirs).toUTCString() };
      expect(resetOf(400, limited, headers)).toBe('2026-11-21T10:01:30.000Z');
      const late = { date: new Date(theirs).toUTCString(), 'retry-after': new Date(theirs + 20_000).toUTCString() };
      expect(resetOf(429, '', late)).toBe('2026-11-21T10:00:20.000Z');
    }
  });
});
