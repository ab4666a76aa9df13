import { handle } from '@/lib/http/handle';
import { linearWriteOperations } from '@/lib/http/operations-linear-write';
import { wholeList } from '@/lib/http/whole-list';
import { listWriteTargets } from '@/lib/sync/write/write-team';

export const GET = handle(linearWriteOperations.targets, async ({ actor }) => wholeList(await listWriteTargets(actor)));
