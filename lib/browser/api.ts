import 'client-only';
import type { z } from 'zod';
import { ApiError } from './api-error';
import { goToSignIn } from './go-to-sign-in';
import { readJson, readProblem } from './read-problem';
import { type Method, type SendOptions, send } from './send';

/** null: the answer has no body worth reading. */
type AnswerContract = z.ZodType | null;
type AnswerOf<C extends AnswerContract> = C extends z.ZodType ? z.output<C> : undefined;

/**
 * Calls our own API (`path` from the root: `/api/v1/tasks`) and checks the answer with its contract. Throws ApiError,
 * or an AbortError when the signal says so. A 401 leads to the sign-in screen.
 */
export const api = {
  get: <C extends AnswerContract>(path: string, contract: C, options?: SendOptions) =>
    call('GET', path, undefined, contract, options),
  post: <C extends AnswerContract>(path: string, body: unknown, contract: C, options?: SendOptions) =>
    call('POST', path, body, contract, options),
  patch: <C extends AnswerContract>(path: string, body: unknown, contract: C, options?: SendOptions) =>
    call('PATCH', path, body, contract, options),
  put: <C extends AnswerContract>(path: string, body: unknown, contract: C, options?: SendOptions) =>
    call('PUT', path, body, contract, options),
  delete: <C extends AnswerContract>(path: string, contract: C, options?: SendOptions) =>
    call('DELETE', path, undefined, contract, options),
};

async function call<C extends AnswerContract>(
  method: Method,
  path: string,
  body: unknown,
  contract: C,
  options?: SendOptions,
): Promise<AnswerOf<C>> {
  const response = await send(method, path, body, options);
  if (!response.ok) {
    if (response.status === 401) goToSignIn();
    throw await readProblem(response);
  }
  // The two sides of this cast are one: `null` has no schema, everything else answers what its schema makes of it.
  return (contract === null ? undefined : await readAnswer(response, contract)) as AnswerOf<C>;
}

async function readAnswer(response: Response, contract: z.ZodType): Promise<unknown> {
  const checked = contract.safeParse(await readJson(response));
  if (checked.success) return checked.data;
  throw new ApiError({
    status: response.status,
    message: 'The answer was not what this page expects. Reload the page: Trackline may have been updated.',
    requestId: response.headers.get('x-request-id'),
    cause: checked.error,
  });
}
