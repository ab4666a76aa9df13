import { handle } from '@/lib/http/handle';
import { connectionOperations } from '@/lib/http/operations-sync';
import { previewDelete } from '@/lib/sync/connections';

export const GET = handle(connectionOperations.deletePreview, ({ actor, params }) => previewDelete(actor, params.id));
