import { TooManyAttempts } from '@/lib/auth/limit-attempts';
import type { Problem } from '@/lib/contracts/common';
import { AppError } from '@/lib/errors/app-error';
import { errorStatus } from '@/lib/errors/codes';

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  422: 'Not accepted',
  429: 'Too many requests',
  500: 'Something went wrong',
  502: 'No answer',
  503: 'Busy',
  507: 'Disk full',
};

/** RFC 9457. What is no AppError is answered as a plain 500: its message is not for the caller. */
export function problemResponse(error: unknown, requestId: string): Response {
  const known =
    error instanceof AppError
      ? error
      : new AppError('internal', 'Something went wrong on our side. The log has the details under this request id.');
  const status = errorStatus[known.code];
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer realm="Trackline"');
  if (known instanceof TooManyAttempts) headers.set('Retry-After', String(known.retryAfterSeconds));
  if (known.code === 'idempotency_in_progress') headers.set('Retry-After', '1');
  return new Response(JSON.stringify(problemOf(known, status, requestId)), { status, headers });
}

function problemOf(error: AppError, status: number, requestId: string): Problem {
  const { code, message: detail, hint, errors, details } = error;
  const title = titles[status] ?? 'Error';
  return {
    type: `urn:trackline:problem:${code}`,
    title,
    status,
    detail,
    code,
    ...(hint === undefined ? {} : { hint }),
    ...(errors === undefined ? {} : { errors }),
    ...details,
    requestId,
  };
}
