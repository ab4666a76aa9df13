import { acceptLink } from '@/lib/auth/accept-link';
import { signInNewcomer } from '@/lib/auth/sign-in-newcomer';
import { answer } from '@/lib/http/answer';
import { handle } from '@/lib/http/handle';
import { linkOperations } from '@/lib/http/operations-people';

export const POST = handle(linkOperations.accept, async ({ params, body, request, now }) => {
  const { email } = await acceptLink(params.token, body, now);
  const { me, cookies } = await signInNewcomer({ email, password: body.password }, request.headers);
  return answer(me, { cookies });
});
