import { handle } from '@/lib/http/handle';
import { linearOperations } from '@/lib/http/operations-linear';
import { exportLinear, showExport } from '@/lib/sync/export/export-linear';

export const GET = handle(linearOperations.exportState, ({ actor, query, now }) =>
  showExport(actor, query.folder, now),
);
export const POST = handle(linearOperations.export, ({ actor, body }) => exportLinear(actor, body, () => new Date()));
