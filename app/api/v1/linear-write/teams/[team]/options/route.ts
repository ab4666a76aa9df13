import { handle } from '@/lib/http/handle';
import { linearWriteOperations } from '@/lib/http/operations-linear-write';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { showTeamOptions } from '@/lib/sync/write/write-team';

export const GET = handle(linearWriteOperations.options, ({ actor, params, query, request }) =>
  showTeamOptions(actor, { ...params, ...query }, callingLinear(request.signal)),
);
