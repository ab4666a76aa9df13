import { z } from 'zod';
import type { AppError } from '@/lib/errors/app-error';
import { LinearRateLimited, linearError } from './linear-errors';
import { readQuota, readRetryAfter } from './rate-headers';
import type { Quota } from './types';

const graphqlError = z.object({
  message: z.string().catch('Unknown error'),
  path: z
    .array(z.union([z.string(), z.number()]))
    .nullish()
    .catch(null),
  extensions: z
    .object({
      type: z.string().nullish(),
      code: z.string().nullish(),
      userPresentableMessage: z.string().nullish(),
      meta: z
        .object({ rateLimitResult: z.object({ duration: z.number() }).partial().nullish() })
        .partial()
        .nullish(),
    })
    .partial()
    .nullish()
    .catch(null),
});
export type GraphqlError = z.infer<typeof graphqlError>;

const answerBody = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(graphqlError).nullish(),
});

export interface Answer {
  data: Record<string, unknown>;
  /** Errors beside data: fields that could not be resolved. The caller says what is still usable. */
  errors: GraphqlError[];
}

const longestWait = 3_600_000;

/**
 * Reads a reply in the order in which faults hide one another: the rate limit comes as HTTP 400, a proxy's page as
 * HTTP 200, a dead server's page as HTML with 5xx.
 */
export function readAnswer(status: number, headers: Headers, text: string, now: Date): Answer {
  if (status === 429) throw new LinearRateLimited(resetTime(headers, null, now));
  const body = parseBody(status, headers, text);
  const errors = body.errors ?? [];
  const first = errors[0];
  if (first) {
    const limited = errors.find(isRateLimit);
    if (limited)
      throw new LinearRateLimited(
        resetTime(headers, limited.extensions?.meta?.rateLimitResult?.duration ?? null, now),
        limited,
      );
    if (!body.data) throw refusal(status, first);
    return { data: body.data, errors };
  }
  if (status === 401) throw linearError('linear_auth_failed');
  if (status === 403) throw linearError('linear_forbidden');
  if (status >= 500) throw linearError('linear_server_error', `HTTP ${status}`);
  if (status >= 400) throw linearError('linear_query_refused', `HTTP ${status}`);
  if (!body.data) throw linearError('linear_bad_answer', 'no data');
  return { data: body.data, errors: [] };
}

function parseBody(status: number, headers: Headers, text: string): z.infer<typeof answerBody> {
  const looksLikeHtml = (headers.get('content-type') ?? '').includes('html') || /^\s*<(!doctype|html)/i.test(text);
  if (status >= 500 && (looksLikeHtml || text.trim() === ''))
    throw linearError('linear_server_error', `HTTP ${status}`);
  if (looksLikeHtml || (status >= 300 && status < 400) || status === 407)
    throw linearError('linear_proxy_page', `HTTP ${status}`);
  if (text.trim() === '')
    throw status === 401 ? linearError('linear_auth_failed') : linearError('linear_bad_answer', 'empty');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    // A gateway in front of Linear says in plain text that Linear is away.
    if (status >= 500) throw linearError('linear_server_error', `HTTP ${status}`, cause);
    throw linearError('linear_bad_answer', 'not JSON', cause);
  }
  const body = answerBody.safeParse(json);
  if (!body.success) throw linearError('linear_bad_answer', 'not a GraphQL answer', body.error);
  return body.data;
}

function isRateLimit(error: GraphqlError): boolean {
  return (
    error.extensions?.code?.toUpperCase() === 'RATELIMITED' || error.extensions?.type?.toLowerCase() === 'ratelimited'
  );
}

/** The latest reset among used-up buckets; else what the body or Retry-After says; else a minute. At most an hour. */
function resetTime(headers: Headers, durationMs: number | null, now: Date): Date {
  const resets = usedUp(readQuota(headers, now)).map((at) => at.getTime() - now.getTime());
  const waits = resets.length > 0 ? resets : [readRetryAfter(headers, now) ?? durationMs ?? 60_000];
  const wait = Math.max(...waits, 1_000);
  return new Date(now.getTime() + Math.min(wait, longestWait));
}

function usedUp(quota: Quota): Date[] {
  return [quota.requests, quota.complexity].flatMap((bucket) =>
    bucket?.remaining === 0 && bucket.resetAt ? [bucket.resetAt] : [],
  );
}

function refusal(status: number, error: GraphqlError): AppError {
  const type = error.extensions?.type?.toLowerCase() ?? '';
  const code = error.extensions?.code?.toUpperCase() ?? '';
  const said = (error.extensions?.userPresentableMessage ?? error.message).slice(0, 300);
  if (status === 401 || type === 'authentication error' || code === 'AUTHENTICATION_ERROR')
    return linearError('linear_auth_failed', undefined, error);
  if (/bearer/i.test(said)) return linearError('linear_bearer_prefix', undefined, error);
  if (/scope|permission/i.test(said) && (status === 403 || type === 'forbidden'))
    return linearError('linear_scope_missing', said, error);
  if (status === 403 || type === 'forbidden' || code === 'FORBIDDEN')
    return linearError('linear_forbidden', said, error);
  if (type === 'usage limit exceeded' || type === 'feature not accessible')
    return linearError('linear_plan_limit', said, error);
  if (status >= 500 || type === 'internal error' || code === 'INTERNAL_SERVER_ERROR' || type === 'lock timeout') {
    return linearError('linear_server_error', said, error);
  }
  return linearError('linear_query_refused', said, error);
}
