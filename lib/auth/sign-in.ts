import { isAPIError } from 'better-auth/api';
import { deleteExpiredSessions } from '@/lib/db/session';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { addressOf } from './address-of';
import { accountDeactivated, authServer } from './auth-server';
import { countAttempt, forgetAttempts, giveBackAttempt, perAccount, perAddress } from './limit-attempts';

export interface Credentials {
  email: string;
  password: string;
  /** False: the cookie ends with the browser. */
  rememberMe?: boolean | undefined;
}

export interface SignedIn {
  userId: string;
  /** Set-Cookie values. */
  cookies: string[];
}

/** Starts a session. Throws `unauthenticated` for wrong credentials, and `forbidden` for a deactivated person. */
export async function signIn({ email, password, rememberMe = true }: Credentials, headers: Headers): Promise<SignedIn> {
  try {
    const body = { email, password, rememberMe };
    const { response, headers: answered } = await authServer(headers).api.signInEmail({
      body,
      headers,
      returnHeaders: true,
    });
    return { userId: response.user.id, cookies: answered.getSetCookie() };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    // This is said only to who knows the password: it is found out when the session is made.
    if (error.body?.code === accountDeactivated)
      throw new AppError('forbidden', 'This account is deactivated.', { hint: 'Ask an admin to reactivate it.' });
    if (error.statusCode < 500)
      throw new AppError('unauthenticated', 'The e-mail address or the password is not right.');
    throw error;
  }
}

/** `signIn` for callers whom nobody knows yet: failures are counted by account and by address. Throws `TooManyAttempts`. */
export async function signInWithLimit(credentials: Credentials, headers: Headers, now: Date): Promise<SignedIn> {
  const account = `account:${credentials.email}`;
  const address = `address:${addressOf(headers)}`;
  try {
    countAttempt(address, perAddress, now);
    countAttempt(account, perAccount, now);
  } catch (error) {
    log().warn({ email: credentials.email, address: addressOf(headers) }, 'Too many sign-in attempts');
    throw error;
  }
  const signedIn = await signIn(credentials, headers);
  forgetAttempts(account);
  giveBackAttempt(address);
  // Nothing else ever looks at sessions whose browsers do not come back.
  await deleteExpiredSessions(now);
  return signedIn;
}

export async function signOut(headers: Headers): Promise<string[]> {
  const { headers: answered } = await authServer(headers).api.signOut({ headers, returnHeaders: true });
  return answered.getSetCookie();
}
