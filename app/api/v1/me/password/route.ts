import { changePassword } from '@/lib/auth/profile';
import { handle } from '@/lib/http/handle';
import { meOperations } from '@/lib/http/operations-people';

export const POST = handle(meOperations.changePassword, ({ actor, body, now }) => changePassword(actor, body, now));
