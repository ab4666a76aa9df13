import type { Me } from '@/lib/contracts/person';
import { showUser } from './profile';
import { type Credentials, signIn } from './sign-in';

/** Signs in the person whose password has just been set, by set-up or by a link. */
export async function signInNewcomer(
  credentials: Credentials,
  headers: Headers,
): Promise<{ me: Me; cookies: string[] }> {
  const { userId, cookies } = await signIn(credentials, headers);
  return { me: await showUser(userId), cookies };
}
