import 'client-only';
import type { z } from 'zod';
import { ApiError } from './api-error';
import { goToSignIn } from './go-to-sign-in';
import { readJson, readProblem } from './read-problem';
import { type Query, toQueryString } from './to-query-string';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
/** null: the answer has no body worth reading. */
type AnswerContract = z.ZodType | null;
type AnswerOf<C extends AnswerContract> = C extends z.ZodType ? z.output<C> : undefined;

interface CallOptions {
  query?: Query | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Calls our own API (`path` from the root: `/api/v1/tasks`) and checks the answer with its contract. Throws ApiError,
 * or an AbortError when the signal says so. A 401 leads to the sign-in screen.
 */
export const api = {
  get: <C extends AnswerContract>(path: string, contract: C, options?: CallOptions) =>
    call('GET', path, undefined, contract, options),
  post: <C extends AnswerContract>(path: string, body: unknown, contract: C, options?: CallOptions) =>
    call('POST', path, body, contract, options),
  patch: <C extends AnswerContract>(path: string, body: unknown, contract: C, options?: CallOptions) =>
    call('PATCH', path, body, contract, options),
  put: <C extends AnswerContract>(path: string, body: unknown, contract: C, options?: CallOptions) =>
    call('PUT', path, body, contract, options),
  delete: <C extends AnswerContract>(path: string, contract: C, options?: CallOptions) =>
    call('DELETE', path, undefined, contract, options),
};

async function call<C extends AnswerContract>(
  method: Method,
  path: string,
  body: unknown,
  contract: C,
  options: CallOptions = {},
): Promise<AnswerOf<C>> {
  const response = await send(method, path, body, options);
  if (!response.ok) {
    if (response.status === 401) goToSignIn();
    throw await readProblem(response);
  }
  // The two sides of this cast are one: `null` has no schema, everything else answers what its schema makes of it.
  return (contract === null ? undefined : await readAnswer(response, contract)) as AnswerOf<C>;
}

async function send(method: Method, path: string, body: unknown, { query, signal }: CallOptions): Promise<Response> {
  const hasBody = body !== undefined;
  try {
    return await fetch(path + toQueryString(query), {
      method,
      headers: { Accept: 'application/json', ...(hasBody ? { 'Content-Type': 'application/json' } : {}) },
      credentials: 'same-origin',
      ...(hasBody ? { body: JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError({ status: 0, message: 'The server did not answer. Check your network, then try again.', cause });
  }
}

async function readAnswer(response: Response, contract: z.ZodType): Promise<unknown> {
  const checked = contract.safeParse(await readJson(response));
  if (checked.success) return checked.data;
  const message = 'The answer was not what this page expects. Reload the page: Trackline may have been updated.';
  throw new ApiError({
    status: response.status,
    message,
    requestId: response.headers.get('x-request-id'),
    cause: checked.error,
  });
}
