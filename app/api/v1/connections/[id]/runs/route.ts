import { handle } from '@/lib/http/handle';
import { connectionOperations } from '@/lib/http/operations-sync';
import { listRuns } from '@/lib/sync/runs';

export const GET = handle(connectionOperations.runs, ({ actor, params, query }) => listRuns(actor, params.id, query));
