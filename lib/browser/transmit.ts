import 'client-only';
import { ApiError } from './api-error';
import type { Outcome } from './deliver';
import { goToSignIn } from './go-to-sign-in';
import { readJson, readProblem } from './read-problem';
import { send } from './send';
import type { WaitingChange } from './waiting-change';

const patienceMilliseconds = 20_000;
/** What passes by itself: proxies without a server behind them, a busy database, too many calls. */
const passing = [408, 425, 429, 502, 503, 504];

/** Sends a waiting change once. Never throws. */
export async function transmit(change: WaitingChange): Promise<Outcome> {
  const { method, path, body, key } = change;
  try {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    const response = await send(method, path, body, { idempotencyKey: key, signal });
    if (response.ok) return { kind: 'sent', answer: response.status === 204 ? undefined : await readJson(response) };
    const error = await readProblem(response);
    if (response.status === 401) goToSignIn();
    // It was there before and is not now: an earlier attempt has got through.
    if (method === 'DELETE' && response.status === 404) return { kind: 'sent', answer: undefined };
    return { kind: isPassing(error) ? 'unreachable' : 'refused', error };
  } catch (cause) {
    return { kind: 'unreachable', error: cause instanceof ApiError ? cause : noAnswer(cause) };
  }
}

/** Signed out is no refusal: the change goes after the next sign-in. */
function isPassing({ status, code }: ApiError): boolean {
  return status === 401 || passing.includes(status) || code === 'idempotency_in_progress';
}

function noAnswer(cause: unknown): ApiError {
  return new ApiError({ status: 0, message: 'The server did not answer. Check your network.', cause });
}
