import type { z } from 'zod';
import { AppError, type FieldError } from '@/lib/errors/app-error';
import { seconds } from '@/lib/kit/sleep';
import { readRawBody } from './read-raw-body';

const bodyLimitBytes = 1_048_576;

/** Checks against the contract; throws `validation_failed` with every wrong path. */
export function parse<T extends z.ZodType>(contract: T, value: unknown): z.output<T> {
  const parsed = contract.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('validation_failed', 'Some values are not right.', { errors: fieldErrors(parsed.error) });
}

export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: issue.path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'There is no such field.' }));
  });
}

/** A path that cannot be right names nothing: 404, not 422. */
export function parseParams<T extends z.ZodType>(contract: T, value: unknown): z.output<T> {
  const parsed = contract.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('not_found', 'There is nothing here.');
}

/** A parameter given once is a string, one given more often a list. */
export function readQuery(url: string): Record<string, string | string[]> {
  const search = new URL(url, 'http://localhost').searchParams;
  return Object.fromEntries(
    [...new Set(search.keys())].map((key) => {
      const values = search.getAll(key);
      return [key, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** The JSON body, at most 1 MiB. No body at all reads as `{}`, for calls whose fields are all optional. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text === '') return {};
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new AppError('invalid_json', 'Send JSON, with the header Content-Type: application/json.');
  }
  try {
    return JSON.parse(text);
  } catch {
    // No cause: what the parser says quotes the body, which may hold a key or a password, and causes go to the log.
    throw new AppError('invalid_json', 'The body is not valid JSON.');
  }
}

async function readText(request: Request): Promise<string> {
  const body = await readRawBody(request, bodyLimitBytes, seconds(60));
  if (body === null) throw new AppError('body_too_large', 'The body is larger than 1 MiB.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new AppError('invalid_json', 'The body is not UTF-8 text.', { cause });
  }
}
