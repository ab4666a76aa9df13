import { revokeLink } from '@/lib/auth/links';
import { handle } from '@/lib/http/handle';
import { linkOperations } from '@/lib/http/operations-people';

export const DELETE = handle(linkOperations.revoke, ({ actor, params }) => revokeLink(actor, params.id));
