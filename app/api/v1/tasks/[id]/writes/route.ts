import { handle } from '@/lib/http/handle';
import { issueWriteOperations } from '@/lib/http/operations-linear-write';
import { listWrites } from '@/lib/sync/write/write-ledger';

export const GET = handle(issueWriteOperations.writes, ({ actor, params, query }) =>
  listWrites(actor, params.id, query),
);
