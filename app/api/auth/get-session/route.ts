import { findActor } from '@/lib/auth/find-actor';
import { showUser } from '@/lib/auth/profile';
import { answer } from '@/lib/http/answer';
import { handle } from '@/lib/http/handle';
import { signInOperations } from '@/lib/http/operations-people';

export const GET = handle(signInOperations.getSession, async ({ request, now }) => {
  const { actor, cookies } = await findActor(request.headers, now, { prolong: true });
  return answer(actor && { user: await showUser(actor.userId) }, { cookies });
});
