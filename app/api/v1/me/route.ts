import { changeProfile, showUser } from '@/lib/auth/profile';
import { handle } from '@/lib/http/handle';
import { meOperations } from '@/lib/http/operations-people';

export const GET = handle(meOperations.get, async ({ actor }) => showUser(actor.userId));
export const PATCH = handle(meOperations.change, ({ actor, body }) => changeProfile(actor, body));
