import { setUp } from '@/lib/auth/set-up';
import { signInNewcomer } from '@/lib/auth/sign-in-newcomer';
import { answer } from '@/lib/http/answer';
import { handle } from '@/lib/http/handle';
import { setUpOperation } from '@/lib/http/operations-people';

export const POST = handle(setUpOperation, async ({ body, request, now }) => {
  await setUp(body, now);
  const { me, cookies } = await signInNewcomer(body, request.headers);
  return answer(me, { cookies });
});
