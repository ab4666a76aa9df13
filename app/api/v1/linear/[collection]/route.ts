import { handle } from '@/lib/http/handle';
import { linearOperations } from '@/lib/http/operations-linear';
import { listLinearObjects } from '@/lib/sync/reading/linear-reading';

export const GET = handle(linearOperations.list, ({ actor, params, query }) =>
  listLinearObjects(actor, params.collection, query),
);
