import { authServer } from './auth-server';

/** Starts a session for a person whose password has just been set; answers the Set-Cookie values. */
export async function signIn(credentials: { email: string; password: string }, headers: Headers): Promise<string[]> {
  const { email, password } = credentials;
  const signedIn = await authServer(headers).api.signInEmail({ body: { email, password }, headers, returnHeaders: true });
  return signedIn.headers.getSetCookie();
}
