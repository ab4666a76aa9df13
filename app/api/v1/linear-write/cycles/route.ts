import { handle } from '@/lib/http/handle';
import { linearWriteOperations } from '@/lib/http/operations-linear-write';
import { refuseNewCycle } from '@/lib/sync/write/write-team';

export const POST = handle(linearWriteOperations.createCycle, refuseNewCycle);
