import { changeMember } from '@/lib/auth/members';
import { handle } from '@/lib/http/handle';
import { memberOperations } from '@/lib/http/operations-people';

export const PATCH = handle(memberOperations.change, ({ actor, params, body, now }) =>
  changeMember(actor, params.id, body, now),
);
