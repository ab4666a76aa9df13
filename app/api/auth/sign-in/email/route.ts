import { showUser } from '@/lib/auth/profile';
import { signInWithLimit } from '@/lib/auth/sign-in';
import { answer } from '@/lib/http/answer';
import { handle } from '@/lib/http/handle';
import { signInOperations } from '@/lib/http/operations-people';

export const POST = handle(signInOperations.signIn, async ({ body, request, now }) => {
  const { userId, cookies } = await signInWithLimit(body, request.headers, now);
  return answer({ user: await showUser(userId) }, { cookies });
});
