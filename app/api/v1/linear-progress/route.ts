import { handle } from '@/lib/http/handle';
import { linearOperations } from '@/lib/http/operations-linear';
import { wholeList } from '@/lib/http/whole-list';
import { listLinearProgress } from '@/lib/sync/reading/linear-reading-progress';

export const GET = handle(linearOperations.progress, async ({ actor, query, now }) =>
  wholeList(await listLinearProgress(actor, query, now)),
);
