import { createToken, listTokens } from '@/lib/auth/tokens';
import { handle } from '@/lib/http/handle';
import { tokenOperations } from '@/lib/http/operations-people';
import { wholeList } from '@/lib/http/whole-list';

export const GET = handle(tokenOperations.list, async ({ actor }) => wholeList(await listTokens(actor)));
export const POST = handle(tokenOperations.create, ({ actor, body, now }) => createToken(actor, body, now));
