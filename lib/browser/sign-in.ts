import 'client-only';
import { ApiError } from './api-error';
import { readProblem } from './read-problem';
import { send } from './send';

/** Starts a session. Throws ApiError with a message for the person; 429 says when to try again. */
export async function signIn(credentials: { email: string; password: string }): Promise<void> {
  const response = await send('POST', '/api/auth/sign-in/email', credentials);
  if (response.ok) return;
  const { status } = response;
  const error = await readProblem(response);
  const message = messages[status];
  throw message && error.problem === null ? new ApiError({ status, message, requestId: error.requestId }) : error;
}

// better-auth answers in its own words, and the same for an unknown address as for a wrong password.
const messages: Record<number, string> = {
  400: 'The e-mail address or the password is wrong.',
  401: 'The e-mail address or the password is wrong.',
  403: 'This account is deactivated. Ask an admin to reactivate it.',
  422: 'The e-mail address or the password is wrong.',
  429: 'Too many attempts. Wait a few minutes, then try again.',
};
