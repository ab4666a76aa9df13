import type { Problem } from '@/lib/contracts/common';
import { ApiError } from './api-error';

const plainMessages: Record<number, string> = {
  401: 'You are signed out. Sign in again.',
  403: 'You may not do this.',
  404: 'There is nothing here any more.',
  413: 'This is too large to send.',
  502: 'The server cannot be reached right now. Try again in a moment.',
  503: 'The server is busy right now. Try again in a moment.',
  504: 'The server took too long. Try again in a moment.',
};

/** Makes the error of a refused answer, whether it is our problem+json or a proxy's page. */
export async function readProblem(response: Response): Promise<ApiError> {
  const { status } = response;
  const requestId = response.headers.get('x-request-id');
  const answer = await readJson(response);
  if (isProblem(answer)) {
    const { detail, hint } = answer;
    return new ApiError({ status, message: hint ? `${detail} ${hint}` : detail, problem: answer });
  }
  return new ApiError({
    status,
    message: plainMessages[status] ?? `The server answered with an error (${status}).`,
    requestId,
  });
}

/** A problem of ours, not that of some proxy: its code is what the rest goes by. */
function isProblem(answer: unknown): answer is Problem {
  const { code, detail, requestId } = Object(answer) as Partial<Record<keyof Problem, unknown>>;
  return [code, detail, requestId].every((text) => typeof text === 'string');
}

/** The JSON of an answer; undefined when it is none. */
export async function readJson(response: Response): Promise<unknown> {
  const text = await readText(response);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function readText(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new ApiError({ status: 0, message: 'The answer broke off. Check your network, then try again.', cause });
  }
}
