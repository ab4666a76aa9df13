import { expect, test } from 'vitest';
import { TooManyAttempts } from '@/lib/auth/limit-attempts';
import { problem } from '@/lib/contracts/common';
import { AppError } from '@/lib/errors/app-error';
import { type ErrorCode, errorStatus } from '@/lib/errors/codes';
import { problemResponse } from '@/lib/http/problem';

test.each(Object.entries(errorStatus))('answers %s as %i', async (code, status) => {
  const response = problemResponse(new AppError(code as ErrorCode, 'Said plainly.', { hint: 'Do this.' }), 'r1');
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const body = problem.parse(await response.json());
  expect(body).toMatchObject({ status, code, detail: 'Said plainly.', hint: 'Do this.', requestId: 'r1' });
  expect(body.title).not.toBe('Error');
});

test('names every wrong field', async () => {
  const errors = [{ path: 'schedule.cron', message: 'Enter five fields.' }];
  const response = problemResponse(new AppError('validation_failed', 'Some values are not right.', { errors }), 'r1');
  expect(await response.json()).toMatchObject({ errors });
});

test('says nothing of an unknown error', async () => {
  const response = problemResponse(new Error('SQLITE_IOERR at /var/secret'), 'r1');
  expect(response.status).toBe(500);
  expect(JSON.stringify(await response.json())).not.toContain('secret');
});

test('says when to try again', () => {
  expect(problemResponse(new TooManyAttempts(42), 'r1').headers.get('retry-after')).toBe('42');
});

test('asks for a bearer token when nobody is signed in', () => {
  const response = problemResponse(new AppError('unauthenticated', 'Sign in first.'), 'r1');
  expect(response.headers.get('www-authenticate')).toContain('Bearer');
});
