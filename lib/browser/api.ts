import 'client-only';
import { ApiError } from './api-error';
import { goToSignIn } from './go-to-sign-in';
import { readJson, readProblem } from './read-problem';
import { type Method, type SendOptions, send } from './send';

/**
 * Calls our own API (`path` from the root: `/api/v1/tasks`). `Answer` is the contract's type of what comes back: the
 * server has checked it with the contract, so the browser does not check it again (docs/decisions/010). Throws ApiError,
 * or an AbortError when the signal says so. A 401 leads to the sign-in screen.
 */
export const api = {
  get: <Answer>(path: string, options?: SendOptions) => call<Answer>('GET', path, undefined, options),
  post: <Answer = void>(path: string, body: unknown, options?: SendOptions) =>
    call<Answer>('POST', path, body, options),
  put: <Answer = void>(path: string, body?: unknown, options?: SendOptions) => call<Answer>('PUT', path, body, options),
  patch: <Answer>(path: string, body: unknown, options?: SendOptions) => call<Answer>('PATCH', path, body, options),
  delete: <Answer = void>(path: string, options?: SendOptions) => call<Answer>('DELETE', path, undefined, options),
};

async function call<Answer>(method: Method, path: string, body: unknown, options?: SendOptions): Promise<Answer> {
  const response = await send(method, path, body, options);
  if (!response.ok) {
    if (response.status === 401) goToSignIn();
    throw await readProblem(response);
  }
  return (response.status === 204 ? undefined : await readAnswer(response)) as Answer;
}

async function readAnswer(response: Response): Promise<unknown> {
  const answer = await readJson(response);
  if (answer !== undefined) return answer;
  throw new ApiError({
    status: response.status,
    message: 'The answer was not what this page expects. Reload the page: Trackline may have been updated.',
    requestId: response.headers.get('x-request-id'),
  });
}
