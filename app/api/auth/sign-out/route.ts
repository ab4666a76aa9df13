import { signOut } from '@/lib/auth/sign-in';
import { answer } from '@/lib/http/answer';
import { handle } from '@/lib/http/handle';
import { signInOperations } from '@/lib/http/operations-people';

export const POST = handle(signInOperations.signOut, async ({ request }) =>
  answer({ success: true }, { cookies: await signOut(request.headers) }),
);
