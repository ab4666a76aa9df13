import { revokeToken } from '@/lib/auth/tokens';
import { handle } from '@/lib/http/handle';
import { tokenOperations } from '@/lib/http/operations-people';

export const DELETE = handle(tokenOperations.revoke, ({ actor, params }) => revokeToken(actor, params.id));
