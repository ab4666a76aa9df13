import { listMembers } from '@/lib/auth/members';
import { handle } from '@/lib/http/handle';
import { memberOperations } from '@/lib/http/operations-people';
import { wholeList } from '@/lib/http/whole-list';

export const GET = handle(memberOperations.list, async ({ actor }) => wholeList(await listMembers(actor)));
