import { handle } from '@/lib/http/handle';
import { runOperations } from '@/lib/http/operations-sync';
import { showRun } from '@/lib/sync/runs';

export const GET = handle(runOperations.get, ({ actor, params }) => showRun(actor, params.id));
